import { type Config, ConfigError, loadConfig, variables } from '../config';
import { nearMissesIn } from '../misspelt';
import { loadMunicipality, MunicipalityError } from '../municipality/load';
import { type Finding, fault, ok, warning } from './finding';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Where a setting that many get wrong is found. */
const hints: Readonly<Record<string, string>> = {
  BOT_ID:
    'It is the application (client) id of the bot: the managed identity’s client id, or the app registration’s.',
  BOT_TENANT_ID: 'It is the directory (tenant) id: Microsoft Entra, Overview, Tenant ID.',
  BOT_TYPE: 'Write UserAssignedMsi or SingleTenant, with exactly these capitals.',
  BOT_PASSWORD: 'It belongs to SingleTenant alone: a managed identity has no secret.',
  ADMINISTRATORS: 'Entra shows a user’s id as "Object ID"; mail addresses don’t do.',
  DATABASE_URL: 'For example file:/var/lib/vejviser/vejviser.db, or the address of a MongoDB.',
  PUBLIC_URL: 'It is the address that the world sees, such as https://vejviser.example.dk.',
  HOST: 'Leave it out in local mode.',
};

const nearMisses = (env: Environment): readonly Finding[] =>
  nearMissesIn(env, variables).map(({ name, meant }) =>
    fault(name, `has no effect: the setting is called ${meant}.`),
  );

const configFaults = (error: ConfigError): readonly Finding[] =>
  error.faults.map((sentence) => {
    const [name = '', ...rest] = sentence.split(' ');
    const hint = hints[name];
    return fault(name, [`${rest.join(' ')}.`, ...(hint === undefined ? [] : [hint])].join(' '));
  });

const isGuid = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);

const identityFindings = ({ identity, host }: Config): readonly Finding[] => {
  if (identity.kind === 'local')
    return [warning('VEJVISER_ENV', 'is local: nobody but this machine’s own page can reach the bot.')];
  const { botId, tenantId, credentials } = identity;
  return [
    ...(botId === tenantId ? [fault('BOT_ID', 'is the same as BOT_TENANT_ID: one was copied twice.')] : []),
    ...(credentials.type === 'SingleTenant' && isGuid(credentials.password)
      ? [
          fault(
            'BOT_PASSWORD',
            'looks like the secret’s id: copy its value, which is shown once, when it is made.',
          ),
        ]
      : []),
    ...(/^(127\.|localhost$|::1$)/.test(host)
      ? [warning('HOST', 'is this machine alone: something on it must pass Teams’ requests on.')]
      : []),
  ];
};

const choiceFindings = (config: Config): readonly Finding[] => [
  ...(config.isStopped
    ? [warning('STOP_SWITCH', 'is on: the bot answers with telephone numbers alone.')]
    : []),
  ...(config.administrators.length === 0
    ? [warning('ADMINISTRATORS', `is empty: nobody can set a group up. ${hints.ADMINISTRATORS}`)]
    : []),
  ...(config.dpoContact === undefined
    ? [warning('DPO_CONTACT', 'is empty: /privatliv can’t say how the data-protection officer is reached.')]
    : []),
  ...(config.publicUrl === undefined
    ? [warning('PUBLIC_URL', 'is empty: nobody gets a calendar or a document.')]
    : []),
  ...(config.logLevel === 'silent' ? [warning('LOG_LEVEL', 'is silent: nobody will see a fault.')] : []),
];

const municipalityFindings = ({ municipalityFile }: Config): readonly Finding[] => {
  try {
    const { schoolHolidays, units } = loadMunicipality(municipalityFile);
    const unconfirmed = Object.values(units).filter(
      (unit) => unit !== undefined && !unit.national && unit.telephone !== undefined && !unit.confirmedOn,
    );
    return [
      ok('municipality', 'its file is complete.'),
      ...(schoolHolidays.length === 0
        ? [warning('municipality', 'has no school holidays: meetings can fall into them.')]
        : []),
      ...(unconfirmed.length > 0
        ? [warning('municipality', `${unconfirmed.length} contacts aren’t confirmed; the cards say so.`)]
        : []),
    ];
  } catch (error) {
    if (!(error instanceof MunicipalityError)) throw error;
    return error.faults.map((sentence) => fault('municipality', sentence));
  }
};

/** What the settings say by themselves. The configuration is there when the process could start with it. */
export const settingsFindings = (
  env: Environment,
): { readonly config: Config | undefined; readonly findings: readonly Finding[] } => {
  const missed = nearMisses(env);
  const unsafe =
    env.NODE_TLS_REJECT_UNAUTHORIZED === '0'
      ? [fault('NODE_TLS_REJECT_UNAUTHORIZED', 'is 0: anybody on the way can read along. Remove it.')]
      : [];
  try {
    const config = loadConfig(env);
    const findings = [
      ok('settings', 'can be read.'),
      ...identityFindings(config),
      ...choiceFindings(config),
      ...municipalityFindings(config),
    ];
    return { config, findings: [...missed, ...unsafe, ...findings] };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return { config: undefined, findings: [...missed, ...unsafe, ...configFaults(error)] };
  }
};
