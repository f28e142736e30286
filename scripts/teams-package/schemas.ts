import path from 'node:path';
import Ajv, { type ErrorObject, type ValidateFunction } from 'ajv';
import Ajv04 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import type { Fault } from './fault';

/** Only the package's JSON files are used: its code asks the network, and doesn't load. */
const folder = path.join(
  path.dirname(require.resolve('@microsoft/app-manifest/package.json')),
  'build/json-schemas/teams/v1.30',
);

const schemaOf = (name: string): object => {
  const { $schema, ...schema } = require(path.join(folder, name));
  return schema;
};

const compileManifest = (): ValidateFunction => {
  const ajv = new Ajv04({ allErrors: true, strictTypes: false });
  addFormats(ajv, ['uri', 'email', 'regex']);
  return ajv.compile(schemaOf('MicrosoftTeams.schema.json'));
};

/** Its patterns aren't valid with the `u` flag that ajv sets otherwise. */
const compileLocalisation = (): ValidateFunction => {
  const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false });
  addFormats(ajv, ['uri']);
  return ajv.compile(schemaOf('MicrosoftTeams.Localization.schema.json'));
};

const manifestSchema = compileManifest();
const localisationSchema = compileLocalisation();

const wordsOf = (error: ErrorObject): string => {
  const extra = 'additionalProperty' in error.params ? ` (${error.params.additionalProperty})` : '';
  return `${error.instancePath || '/'} ${error.message ?? error.keyword}${extra}`;
};

const check = (validate: ValidateFunction, value: unknown): readonly string[] =>
  validate(value) ? [] : (validate.errors ?? []).map(wordsOf);

export const manifestSchemaFaults = (manifest: unknown): readonly Fault[] =>
  check(manifestSchema, manifest).map((says) => ({
    rule: 'manifest-schema',
    says: `manifest.json ${says}`,
  }));

export const localisationSchemaFaults = (name: string, texts: unknown): readonly Fault[] =>
  check(localisationSchema, texts).map((says) => ({
    rule: 'localisation-schema',
    says: `${name} ${says}`,
  }));
