import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseEnv } from 'node:util';
import { type BicepFile, loadBicepReader } from '../../scripts/infra/bicep';
import { readParameters, settingsOfProgram } from '../../scripts/infra/read';
import { infraFaults } from '../../scripts/infra/rules';
import { loadConfig } from '../../src/config';
import { loadMunicipality } from '../../src/municipality/load';

const root = path.join(__dirname, '../..');
const folder = path.join(root, 'infra');
const texts = new Map(
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.bicep'))
    .map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]),
);

describe('infra', () => {
  let read: (text: string) => BicepFile;
  beforeAll(async () => {
    read = await loadBicepReader();
  });

  const faultsWith = (changed: ReadonlyMap<string, string>, given = readParameters()): readonly string[] =>
    infraFaults(
      { main: 'azure.bicep', files: new Map([...changed].map(([name, text]) => [name, read(text)])) },
      settingsOfProgram(),
      given,
    );
  /** One file with one text in the place of another, which must be there. */
  const changed = (name: string, from: string, to: string): ReadonlyMap<string, string> => {
    const text = texts.get(name) ?? '';
    if (!text.includes(from)) throw new Error(`${name} doesn't say ${from}`);
    return new Map(texts).set(name, text.replace(from, to));
  };

  it('as it stands > no fault, in all of its files', () => {
    expect(texts.size).toBe(8);
    expect(faultsWith(texts)).toEqual([]);
  });

  it.each([
    [
      'a brace too few',
      'azure.bicep',
      "name: 'bot'\n  params: {",
      "name: 'bot'\n  params: ",
      'azure.bicep: line',
    ],
    ['a string that doesn’t end', 'modules/bot.bicep', "name: 'F0'", "name: 'F0", 'modules/bot.bicep: line'],
    [
      'a parameter that nobody uses',
      'modules/bot.bicep',
      'param tenantId string',
      "param tenantId string\n@description('x')\nparam spare string",
      'spare is used nowhere',
    ],
    [
      'a variable that nobody uses',
      'azure.bicep',
      'var baseName',
      'var spare = 1\nvar baseName',
      'spare is used nowhere',
    ],
    [
      'a parameter without a description',
      'modules/bot.bicep',
      "@description('Where Teams posts activities to.')\n",
      '',
      'endpoint has no description',
    ],
    [
      'an output without a description',
      'azure.bicep',
      "@description('The host of the bot and of its pages.')\n",
      '',
      'BOT_DOMAIN has no description',
    ],
    [
      'a module that isn’t there',
      'azure.bicep',
      "'modules/bot.bicep'",
      "'modules/bots.bicep'",
      'there is no modules/bots.bicep',
    ],
    [
      'a parameter that the module hasn’t',
      'azure.bicep',
      'botName: baseName',
      'botName: baseName\n    colour: baseName',
      'has no colour',
    ],
    ['a parameter that the module needs', 'azure.bicep', '    email: alertEmail\n', '', "email isn't given"],
    [
      'an output that the module hasn’t',
      'azure.bicep',
      'app.outputs.host',
      'app.outputs.hostname',
      'gives no hostname',
    ],
    [
      'an output that nobody reads',
      'modules/bot.bicep',
      'resource teams',
      "@description('x')\noutput id string = bot.id\n\nresource teams",
      'nobody reads id',
    ],
    [
      'a required setting left out',
      'modules/app.bicep',
      '  BOT_TENANT_ID: botTenantId\n',
      '',
      'BOT_TENANT_ID is required and not set',
    ],
    [
      'the database left out',
      'modules/app.bicep',
      '  DATABASE_URL: databaseUrl\n',
      '',
      'DATABASE_URL is required and not set',
    ],
    [
      'a setting that the program doesn’t read',
      'modules/app.bicep',
      '  STOP_SWITCH: stopSwitch',
      '  STOP_SWITCH: stopSwitch\n  BOT_COLOUR: stopSwitch',
      "BOT_COLOUR is set and the program doesn't read it",
    ],
    [
      'a setting that nobody can choose',
      'modules/app.bicep',
      '  LOG_LEVEL: logLevel\n',
      '',
      "LOG_LEVEL can't be chosen",
    ],
    [
      'a setting that is left alone, and set',
      'modules/app.bicep',
      '  LOG_LEVEL: logLevel\n',
      '  LOG_LEVEL: logLevel\n  BOT_LOGIN_URL: logLevel\n',
      'BOT_LOGIN_URL is set',
    ],
    [
      'a host of one cloud',
      'modules/documentdb.bicep',
      '${environment().suffixes.sqlServerHostname}',
      '.database.windows.net',
      'host of one cloud',
    ],
    [
      'a key that is read',
      'modules/monitoring.bicep',
      'output workspaceId string = workspace.id',
      "output workspaceId string = listKeys(workspace.id, '2023-09-01')",
      'listKeys() reads a secret',
    ],
    ['a region outside of the EU', 'azure.bicep', "'westeurope'", "'eastus'", 'outside of the EU'],
  ])('%s > said', (_, name, from, to, says) => {
    expect(faultsWith(changed(name, from, to)).join('\n')).toContain(says);
  });

  it('a file that no module names > said', () => {
    expect(faultsWith(new Map(texts).set('modules/old.bicep', ''))).toEqual([
      'modules/old.bicep: nobody uses it',
    ]);
  });

  it('parameters that aren’t there or aren’t given > said', () => {
    const given = readParameters().filter((name) => name !== 'alertEmail' && name !== 'retentionDays');
    expect(faultsWith(texts, [...given, 'colour'])).toEqual([
      'azure.parameters.json: there is no colour',
      "azure.parameters.json: retentionDays isn't given",
      "azure.parameters.json: alertEmail isn't given",
    ]);
  });

  it('a new setting of the program > must be offered, or left alone with a reason', () => {
    const { known, required } = settingsOfProgram();
    const infra = {
      main: 'azure.bicep',
      files: new Map([...texts].map(([name, text]) => [name, read(text)])),
    };
    expect(infraFaults(infra, { known: [...known, 'NEW_SETTING'], required }, readParameters())).toEqual([
      "NEW_SETTING can't be chosen: set it, or say in scripts/infra/rules.ts why not",
    ]);
  });

  it('keeps what passes Azure Bot in the EU, when nobody says otherwise', () => {
    expect(texts.get('azure.bicep')).toContain("param botLocation string = 'westeurope'");
    expect(texts.get('modules/bot.bicep')).not.toContain("'global'");
  });

  it('hands the program values with which it starts, also where nobody has chosen', () => {
    const main = texts.get('azure.bicep') ?? '';
    const chosen = (name: string): string =>
      new RegExp(`param ${name} string = '([^']*)'`).exec(main)?.[1] ?? '';
    const guid = '11111111-aaaa-4bbb-8ccc-222222222222';
    const config = loadConfig({
      BOT_ID: guid,
      BOT_TYPE: 'UserAssignedMsi',
      BOT_TENANT_ID: guid,
      MUNICIPALITY_FILE: path.join(root, chosen('municipalityFile')),
      RETENTION_DAYS: chosen('retentionDays'),
      STOP_SWITCH: chosen('stopSwitch'),
      LOG_LEVEL: chosen('logLevel'),
    });
    expect([config.retention.keepDays, config.isStopped, config.logLevel]).toEqual([30, false, 'info']);
    expect(loadMunicipality(config.municipalityFile).name.da).toBe('Ishøj Kommune');
  });

  it('gives the toolkit what its environment names', () => {
    const names = Object.keys(parseEnv(readFileSync(path.join(root, 'env/.env.dev'), 'utf8')));
    const outputs = read(texts.get('azure.bicep') ?? '').outputs.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(outputs));
    const parameters = readFileSync(path.join(folder, 'azure.parameters.json'), 'utf8');
    const asked = [...parameters.matchAll(/\$\{\{(\w+)\}\}/g)].map(([, name]) => name);
    expect(names).toEqual(expect.arrayContaining(asked));
  });

  it('wakes somebody for events that the log has', () => {
    const log = readFileSync(path.join(root, 'src/log.ts'), 'utf8');
    const events = [...(texts.get('modules/alerts.bicep') ?? '').matchAll(/"([a-z]+(?:-[a-z]+)+)"/g)];
    expect(events.length).toBeGreaterThan(6);
    for (const [, event] of events) expect(log).toContain(`'${event}'`);
  });

  /** A filter of the query language as a question to a line of the log; only `in` and `and` are known. */
  const asks = (filter: string) => (line: Readonly<Record<string, string>>) =>
    filter.split(' and ').every((part) => {
      const [, field = '', values = ''] = /^(\w+) in \((.*)\)$/.exec(part) ?? [];
      if (values === '') throw new Error(`${part} isn't understood`);
      return JSON.parse(`[${values}]`).includes(line[field === 'event' ? 'msg' : field]);
    });

  it.each([
    ['failed', true],
    ['unknown', true],
    ['obsolete', false],
  ])('a row that became %s > wakes somebody: %s', (state, wakes) => {
    const alerts = texts.get('modules/alerts.bicep') ?? '';
    const [, filter = ''] = /name: 'rows-not-sent'[\s\S]*?lines: '([^']+)'/.exec(alerts) ?? [];
    expect(asks(filter)({ msg: 'row-not-sent', state })).toBe(wakes);
    expect(asks(filter)({ msg: 'row-again' })).toBe(false);
  });

  it('is small enough to be read: no file over 250 lines', () => {
    for (const text of texts.values()) expect(text.split('\n').length).toBeLessThan(260);
  });
});
