import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ConfigError, loadConfig, variables } from '../../src/config';
import { loadBicepReader } from './bicep';
import type { Infra, Settings } from './rules';

const folder = path.join(__dirname, '../../infra');

export const readInfra = async (): Promise<Infra> => {
  const read = await loadBicepReader();
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.bicep'),
  );
  const files = names.map((name) => [name, read(readFileSync(path.join(folder, name), 'utf8'))] as const);
  return { main: 'azure.bicep', files: new Map(files) };
};

/** The names in the parameters' file. */
export const readParameters = (): readonly string[] =>
  Object.keys(JSON.parse(readFileSync(path.join(folder, 'azure.parameters.json'), 'utf8')).parameters);

/**
 * What the program reads, and what it doesn't start without as a managed identity. `PUBLIC_URL` and the database's
 * address have a default that is of no use in Azure.
 */
export const settingsOfProgram = (): Settings => {
  try {
    loadConfig({ BOT_TYPE: 'UserAssignedMsi' });
    return { known: variables, required: [] };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const missing = error.faults.map((fault) => fault.split(' ')[0] ?? '');
    return { known: variables, required: [...missing, 'BOT_TYPE', 'DATABASE_URL', 'PUBLIC_URL'] };
  }
};
