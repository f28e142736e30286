/**
 * `npm run package -- env/.env.dev`: writes build/vejviser.zip, the app for Teams, with the values of the env file, and
 * remembers a raised version in appPackage/version.json. With `--check` it writes nothing, and a version that isn't
 * remembered is a fault.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs, parseEnv } from 'node:util';
import { type Built, buildPackage, readTemplate } from './teams-package/build';
import { recordShape } from './teams-package/version';

const root = path.join(__dirname, '..');
const folder = path.join(root, 'appPackage');
const recordFile = path.join(folder, 'version.json');
const zipFile = path.join(root, 'build/vejviser.zip');
const exampleFile = path.join(folder, 'example.env');

const write = ({ zip, record }: Extract<Built, { kind: 'built' }>, domain: string): string => {
  mkdirSync(path.dirname(zipFile), { recursive: true });
  writeFileSync(zipFile, zip);
  writeFileSync(recordFile, `${JSON.stringify(record, null, 2)}\n`);
  return `build/vejviser.zip is version ${record.version} for ${domain}.`;
};

const main = (): number => {
  const { values, positionals } = parseArgs({
    options: { check: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const [envFile = exampleFile] = positionals;
  const env = parseEnv(readFileSync(envFile, 'utf8'));
  const last = recordShape.parse(JSON.parse(readFileSync(recordFile, 'utf8')));
  const built = buildPackage(readTemplate(folder), env, last);
  if (built.kind === 'refused') {
    const lines = built.faults.map(({ rule, says }) => `- ${rule}: ${says}`);
    process.stderr.write(`The app's package has ${lines.length} fault(s):\n${lines.join('\n')}\n`);
    return 78;
  }
  if (values.check) {
    if (built.record.content === last.content && built.record.version === last.version) return 0;
    process.stderr.write('appPackage/version.json is stale: run `npm run package`.\n');
    return 78;
  }
  const invented =
    envFile === exampleFile ? ' Its values are invented: name an env file to have it for a tenant.' : '';
  process.stdout.write(`${write(built, env.BOT_DOMAIN ?? '')}${invented}\n`);
  return 0;
};

try {
  process.exitCode = main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : 'The package can not be built.'}\n`);
  process.exitCode = 78;
}
