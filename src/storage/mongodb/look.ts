import { type MongoClient, MongoServerError } from 'mongodb';
import type { DatabaseFault, DatabaseLook } from '../look';
import { clientOf, databaseNameOf } from './connection';
import { schemaVersion } from './schema';

const fault = (found: DatabaseFault): DatabaseLook => ({ kind: 'fault', fault: found });
/** AuthenticationFailed, and Unauthorized: known, but without rights in this database. */
const refusals: ReadonlySet<unknown> = new Set([18, 13]);

const faultOf = (error: unknown): DatabaseFault =>
  error instanceof MongoServerError && refusals.has(error.code) ? 'credentials' : 'unreachable';

const look = async (client: MongoClient, name: string): Promise<DatabaseLook> => {
  await client.connect();
  const schema = await client
    .db(name)
    .collection<{ readonly _id: string; readonly version: number }>('schema')
    .findOne({ _id: 'schema' });
  if (schema === null) return { kind: 'new' };
  return schema.version > schemaVersion ? fault('newer') : { kind: 'ready' };
};

export const lookAtServer = async (databaseUrl: string): Promise<DatabaseLook> => {
  let client: MongoClient;
  try {
    client = clientOf(databaseUrl);
  } catch {
    return fault('bad-address');
  }
  try {
    return await look(client, databaseNameOf(databaseUrl));
  } catch (error) {
    return fault(faultOf(error));
  } finally {
    await client.close();
  }
};
