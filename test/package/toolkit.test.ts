import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseEnv } from 'node:util';
import Ajv from 'ajv';
import { parse } from 'yaml';
import { loadConfig, variables } from '../../src/config';

const root = path.join(__dirname, '../..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const json = (file: string) => JSON.parse(read(file));

const lifecycles = ['m365agents.yml', 'm365agents.local.yml', 'm365agents.playground.yml'];
const environmentOf = (file: string): string =>
  file === 'm365agents.yml' ? 'env/.env.dev' : `env/.env.${file.split('.')[1]}`;

type Action = {
  readonly uses: string;
  readonly with: Readonly<Record<string, never>>;
  readonly writeToEnvironmentFile?: Readonly<Record<string, string>>;
};
const actionsOf = (file: string): readonly Action[] => {
  const { provision = [], deploy = [], publish = [] } = parse(read(file));
  return [...provision, ...deploy, ...publish];
};
const asked = (text: string): readonly string[] =>
  [...text.matchAll(/\$\{\{(\w+)\}\}/g)].map(([, name = '']) => name);

/** The names that the toolkit gives by itself. */
const own = ['TEAMSFX_ENV', 'TEAMS_APP_TENANT_ID'];

describe.each(lifecycles)('%s', (file) => {
  it('is valid by the toolkit’s schema of its version', () => {
    const validate = new Ajv({ strict: false }).compile(json('test/package/toolkit/yaml-v1.11.schema.json'));
    validate(parse(read(file)));
    expect(validate.errors).toBeNull();
    expect(read(file)).toMatch(
      /^# yaml-language-server: \$schema=\S+\/v1\.11\/yaml\.schema\.json\nversion: v1\.11$|v1\.11/m,
    );
  });

  it('asks for no value that its environment doesn’t name', () => {
    const written = actionsOf(file).flatMap(({ writeToEnvironmentFile = {} }) =>
      Object.values(writeToEnvironmentFile),
    );
    const named = [...Object.keys(parseEnv(read(environmentOf(file)))), ...written, ...own];
    expect(asked(read(file)).filter((name) => !named.includes(name))).toEqual([]);
  });
});

describe('the environments of the toolkit', () => {
  const files = readdirSync(path.join(root, 'env')).map((name) => `env/${name}`);

  it.each(files)('%s holds no secret', (file) => {
    expect(file).not.toMatch(/\.user$/);
    const values = Object.entries(parseEnv(read(file)));
    expect(values.filter(([name]) => /SECRET|PASSWORD|KEY/.test(name))).toEqual([]);
  });

  it.each(['env/.env.dev', 'env/.env.local'])('%s names what the manifest asks for', (file) => {
    const manifest = asked(read('appPackage/manifest.json') + read('appPackage/en.json'));
    expect(Object.keys(parseEnv(read(file)))).toEqual(expect.arrayContaining([...new Set(manifest)]));
  });

  it.each(['m365agents.local.yml', 'm365agents.playground.yml'])(
    'what %s hands to the program > the program starts with it',
    (file) => {
      const guid = '11111111-aaaa-4bbb-8ccc-222222222222';
      const values: Record<string, string> = {
        BOT_ENDPOINT: 'https://a.tunnel.example',
        SECRET_BOT_PASSWORD: 'made-by-the-toolkit',
      };
      const { envs = {} } = (actionsOf(file).find(({ uses }) => uses === 'file/createOrUpdateEnvironmentFile')
        ?.with ?? {}) as { envs?: Record<string, string | number> };
      const env = Object.fromEntries(
        Object.entries(envs).map(([name, value]) => [
          name,
          `${value}`.replace(/\$\{\{(\w+)\}\}/g, (_, asks: string) => values[asks] ?? guid),
        ]),
      );
      expect(Object.keys(envs).filter((name) => !variables.includes(name))).toEqual([]);
      // The toolkit hands its own names on to what it starts.
      expect(
        loadConfig({ ...env, BOT_ENDPOINT: values.BOT_ENDPOINT, BOT_DOMAIN: 'a.tunnel.example' }).port,
      ).toBe(3978);
    },
  );
});

describe('F5 in the editor', () => {
  const { tasks } = json('.vscode/tasks.json');
  const { configurations, compounds } = json('.vscode/launch.json');
  const labels: readonly string[] = tasks.map(({ label }: { label: string }) => label);

  it('starts only what there is: tasks, configurations and npm scripts', () => {
    const scripts = json('package.json').scripts;
    const wanted = tasks.flatMap(({ dependsOn = [] }: { dependsOn?: string[] }) => dependsOn);
    const before = compounds.map(({ preLaunchTask }: { preLaunchTask: string }) => preLaunchTask);
    expect([...wanted, ...before].filter((label) => !labels.includes(label))).toEqual([]);
    const names = configurations.map(({ name }: { name: string }) => name);
    const joined = compounds.flatMap((compound: { configurations: string[] }) => compound.configurations);
    expect(joined.filter((name: string) => !names.includes(name))).toEqual([]);
    const commands = tasks.flatMap(({ type, command }: { type?: string; command?: string }) =>
      type === 'shell' ? [command?.replace('npm run ', '')] : [],
    );
    expect(commands.filter((name: string) => scripts[name] === undefined)).toEqual([]);
  });

  it('recommends the toolkit', () => {
    expect(json('.vscode/extensions.json').recommendations).toContain(
      'TeamsDevApp.ms-teams-vscode-extension',
    );
  });
});
