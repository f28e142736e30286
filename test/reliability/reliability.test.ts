import { findMongodb } from '../support/mongodb-server';
import { describeWith } from '../support/requires';
import { type Databases, mongodbDatabases, sqliteDatabases } from './databases';
import { runScenario } from './run-scenario';
import { type DatabaseName, faultsOf, scenariosOf, short } from './scenarios';

const promisesOn = (name: DatabaseName, start: () => Promise<Databases | undefined>): void => {
  let databases: Databases | undefined;
  beforeAll(async () => {
    databases = await start();
  });
  afterAll(() => databases?.stop());

  test.each(scenariosOf(short, name).map((scenario) => [scenario.name, scenario] as const))(
    'delivery, %s > loses nothing and repeats no more than it may',
    async (_, scenario) => {
      const database = await databases!.open();
      try {
        const figures = await runScenario(scenario, database);
        expect(faultsOf(scenario, figures)).toEqual([]);
      } finally {
        await database.remove();
      }
    },
  );
};

describe('on the embedded database', () => promisesOn('embedded', async () => sqliteDatabases()));
describeWith('MongoDB server', findMongodb())('on MongoDB', () => promisesOn('MongoDB', mongodbDatabases));
