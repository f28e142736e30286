import { MongoClient } from 'mongodb';
import { findMongodb, newDatabase, type RunningMongodb, startMongodb } from '../support/mongodb-server';
import { describeWith } from '../support/requires';
import { describeLife } from './life-suite';

/** Every document of the database, as text. */
const everythingIn = async (uri: string): Promise<string> => {
  const client = new MongoClient(uri);
  try {
    const collections = await client.db().collections();
    const documents = await Promise.all(collections.map((each) => each.find().toArray()));
    return JSON.stringify(documents);
  } finally {
    await client.close();
  }
};

const source = findMongodb();

describeWith('MongoDB server', source)('on MongoDB', () => {
  let server: RunningMongodb;
  beforeAll(async () => {
    server = await startMongodb(source!);
  });
  afterAll(() => server.stop());

  describeLife(async () => {
    const { uri, remove } = newDatabase(server.uri);
    return { databaseUrl: uri, everything: () => everythingIn(uri), remove };
  });
});
