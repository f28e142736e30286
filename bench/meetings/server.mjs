// The MongoDB server that the tests use too: the one of TEST_MONGODB_URI, a mongod, or the compatible server.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
require('../../test/support/typescript-hook.js');
const { findMongodb, newDatabase, startMongodb } = require('../../test/support/mongodb-server.ts');

/** { name, newDatabase, stop }, or undefined where there is none. */
export async function startServer() {
  const source = findMongodb();
  if (source === undefined) return undefined;
  const server = await startMongodb(source, { isForLong: true });
  const name =
    source.kind === 'compatible' ? 'the compatible server (docs/databases.md)' : 'a MongoDB server';
  return { name, newDatabase: () => newDatabase(server.uri), stop: server.stop };
}
