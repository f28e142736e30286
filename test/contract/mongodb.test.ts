import { openStore } from '../../src/storage/open';
import { findMongodb, newDatabase, type RunningMongodb, startMongodb } from '../support/mongodb-server';
import { describeWith } from '../support/requires';
import { describeStore } from './store-suite';

const source = findMongodb();

describeWith('MongoDB server', source)('mongodb', () => {
  let server: RunningMongodb;
  beforeAll(async () => {
    server = await startMongodb(source!);
  }, 30_000);
  afterAll(() => server.stop());

  describeStore('mongodb', async () => {
    const database = newDatabase(server.uri);
    return { open: (options) => openStore(database.uri, options), remove: database.remove };
  });
});
