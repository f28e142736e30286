import path from 'node:path';
import type { BicepFile } from './bicep';

/** Every Bicep file by its path from the main file's folder. */
export type Infra = { readonly main: string; readonly files: ReadonlyMap<string, BicepFile> };

/** What the program reads of its environment. */
export type Settings = { readonly known: readonly string[]; readonly required: readonly string[] };

/** Settings of App Service itself, and not of the program. */
const ofAppService = ['SCM_DO_BUILD_DURING_DEPLOYMENT', 'WEBSITE_RUN_FROM_PACKAGE'];

/** Settings of the program that nobody needs to choose in Azure, and why. */
const leftAlone: Readonly<Record<string, string>> = {
  PORT: 'App Service says which',
  HOST: 'the default listens where App Service calls',
  VEJVISER_ENV: 'is for a machine without a tenant',
  BOT_PASSWORD: 'a managed identity has none',
  BOT_OPENID_METADATA_URL: 'the default is Bot Framework’s',
  BOT_LOGIN_URL: 'the default is Microsoft’s',
  BOT_SERVICE_HOSTS: 'the default has Teams’ own host',
};

const regionsInTheEu = ['northeurope', 'westeurope', 'denmarkeast'];

/** Hosts that differ between Azure's clouds: the compiler's linter refuses them, and `environment()` knows them. */
const cloudHosts =
  /(management|login|graph)\.(azure|microsoftonline|windows)\.(com|net)|(database|core)\.windows\.net|vault\.azure\.net|api\.loganalytics\.io|trafficmanager\.net/;

const secretFunctions = /^list|^getSecret$/;

const fileFaults = (file: BicepFile): readonly string[] => [
  ...file.unreadable.map((line) => `line ${line} can't be read`),
  ...[...file.params.map(({ name }) => name), ...file.variables]
    .filter((name) => (file.uses.get(name) ?? 0) < 2)
    .map((name) => `${name} is used nowhere`),
  ...[...file.params, ...file.outputs]
    .filter(({ isDescribed }) => !isDescribed)
    .map(({ name }) => `${name} has no description`),
  ...file.strings.filter((text) => cloudHosts.test(text)).map((text) => `${text} names a host of one cloud`),
  ...file.calls.filter((name) => secretFunctions.test(name)).map((name) => `${name}() reads a secret`),
];

const moduleFaults = (files: Infra['files'], from: string, file: BicepFile): readonly string[] =>
  file.modules.flatMap(({ name, path: to, params }) => {
    const module = files.get(path.posix.join(path.posix.dirname(from), to));
    if (module === undefined) return [`${name}: there is no ${to}`];
    const known = module.params.map((param) => param.name);
    const read = file.readOutputs.filter((one) => one.module === name).map(({ output }) => output);
    return [
      ...params.filter((param) => !known.includes(param)).map((param) => `${name}: ${to} has no ${param}`),
      ...module.params
        .filter((param) => !param.hasDefault && !params.includes(param.name))
        .map((param) => `${name}: ${param.name} isn't given`),
      ...read
        .filter((output) => !module.outputs.some((one) => one.name === output))
        .map((output) => `${name}: ${to} gives no ${output}`),
      ...module.outputs
        .filter((output) => !read.includes(output.name))
        .map((output) => `${name}: nobody reads ${output.name}`),
    ];
  });

const isSetting = (key: string): boolean => /^[A-Z][A-Z0-9_]+$/.test(key);

/** The app's settings, whatever object of which file they stand in. */
export const settingsIn = ({ files }: Infra): readonly string[] => [
  ...new Set([...files.values()].flatMap(({ keys }) => keys.filter(isSetting))),
];

const settingFaults = (infra: Infra, { known, required }: Settings): readonly string[] => {
  const set = settingsIn(infra);
  return [
    ...required.filter((name) => !set.includes(name)).map((name) => `${name} is required and not set`),
    ...known
      .filter((name) => !set.includes(name) && !required.includes(name) && leftAlone[name] === undefined)
      .map((name) => `${name} can't be chosen: set it, or say in scripts/infra/rules.ts why not`),
    ...Object.keys(leftAlone)
      .filter((name) => set.includes(name) || !known.includes(name))
      .map((name) => `${name} is set, or the program doesn't read it: don't leave it alone`),
    ...set
      .filter((name) => !known.includes(name) && !ofAppService.includes(name))
      .map((name) => `${name} is set and the program doesn't read it`),
  ];
};

const regionFaults = (main: BicepFile): readonly string[] => {
  const allowed = main.params.find(({ name }) => name === 'location')?.allowed ?? [];
  return allowed.length > 0 && allowed.every((region) => regionsInTheEu.includes(region))
    ? []
    : ['location allows a region that may be outside of the EU'];
};

/** `RETENTION_DAYS` is the parameter `retentionDays`. */
const parameterOf = (setting: string): string =>
  setting.toLowerCase().replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());

const parameterFaults = (
  main: BicepFile,
  given: readonly string[],
  { known }: Settings,
): readonly string[] => [
  ...given
    .filter((name) => !main.params.some((param) => param.name === name))
    .map((name) => `azure.parameters.json: there is no ${name}`),
  ...main.params
    .filter(
      ({ name, hasDefault }) =>
        !given.includes(name) && (!hasDefault || known.map(parameterOf).includes(name)),
    )
    .map(({ name }) => `azure.parameters.json: ${name} isn't given`),
];

/** Everything that doesn't fit together, a line each, with its file. `given` are the names in the parameters' file. */
export const infraFaults = (
  infra: Infra,
  settings: Settings,
  given: readonly string[],
): readonly string[] => {
  const main = infra.files.get(infra.main);
  if (main === undefined) return [`there is no ${infra.main}`];
  const used = [...infra.files].flatMap(([from, { modules }]) =>
    modules.map((module) => path.posix.join(path.posix.dirname(from), module.path)),
  );
  return [
    ...[...infra.files].flatMap(([name, file]) =>
      [...fileFaults(file), ...moduleFaults(infra.files, name, file)].map((fault) => `${name}: ${fault}`),
    ),
    ...[...infra.files.keys()]
      .filter((name) => name !== infra.main && !used.includes(name))
      .map((name) => `${name}: nobody uses it`),
    ...settingFaults(infra, settings),
    ...regionFaults(main),
    ...parameterFaults(main, given, settings),
  ];
};
