import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openStore } from '../../src/storage/open';
import { type App, launch, startApp } from '../support/app-process';
import { environmentFor, startTeams } from '../support/teams';

describe('program, whose port is taken', () => {
  it('says so in a sentence and ends with a code of its own', async () => {
    const teams = await startTeams();
    const { output, ended } = launch({
      ...environmentFor(teams.identity, teams.connector),
      PORT: String(teams.app.port),
      HOST: '127.0.0.1',
      DATABASE_URL: `file:${teams.app.databaseFile}`,
    });
    expect(await ended).toBe(69);
    expect(output.err).toBe('The port is taken: stop what listens on it, or set PORT to another.\n');
    await teams.stop();
  });
});

describe('program, stopped while Teams does not answer', () => {
  it('keeps the counts and ends in time with code 0', async () => {
    const teams = await startTeams();
    const folder = mkdtempSync(path.join(os.tmpdir(), 'vejviser-stop-'));
    await teams.connector.order({ method: 'PUT', delayMs: 30_000 });
    const answers = { urgency: 'ordinary', subject: 'general', workplace: 'school' };
    const click = { version: 1, language: 'da', answers };
    await teams.person().click('concern.show', click, 'message-without-end');
    const code = await teams.app.stop('SIGTERM', (file) =>
      cpSync(path.dirname(file), folder, { recursive: true }),
    );
    const store = await openStore(`file:${path.join(folder, 'vejviser.db')}`);
    expect(await store.counts.list()).toEqual([
      { week: expect.stringMatching(/^\d{4}-W\d\d$/), route: expect.any(String), count: 1 },
    ]);
    expect(code).toBe(0);
    await store.close();
    rmSync(folder, { recursive: true });
    await teams.connector.stop();
    await teams.identity.stop();
  });
});

describe('program, whose log nobody reads', () => {
  const started = (): Promise<App> => startApp({ VEJVISER_ENV: 'local', LOG_LEVEL: 'debug' });

  it('ends when the reader has gone', async () => {
    const app = await started();
    app.logReader.destroy();
    expect(await app.stop()).toBe(0);
  });

  it('goes on and ends when the reader no longer reads', async () => {
    const app = await started();
    app.logReader.pause();
    // More lines than a pipe holds.
    for (let round = 0; round < 60; round += 1)
      await Promise.all(Array.from({ length: 50 }, () => fetch(`${app.url}/nowhere`)));
    expect((await fetch(`${app.url}/healthz`)).status).toBe(200);
    expect(await app.stop()).toBe(0);
  });
});
