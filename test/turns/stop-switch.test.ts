import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { stoppedCard } from '../../src/concern/stopped';
import { ishojFile, loadMunicipality } from '../../src/municipality/load';
import { openStore } from '../../src/storage/open';
import { channelClick, channelMention, personalInstallation } from '../support/activities';
import { cardOf } from '../support/connector';
import { until } from '../support/patience';
import { startTeams, type Teams } from '../support/teams';

const municipality = loadMunicipality(ishojFile);
const cardIn = (language: 'da' | 'en') => stoppedCard({ municipality, language });
const row = {
  id: 'east/day-before',
  kind: 'day-before',
  groupId: 'east',
  subject: 'east/2027-01-12',
  revision: 0,
  to: '19:east@thread.tacv2',
  dueAt: 1_000,
  usefulUntil: 9_000_000_000_000,
};

describe('stop switch', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'vejviser-stopped-'));
  const databaseUrl = `file:${path.join(folder, 'vejviser.db')}`;
  let teams: Teams;
  const rowState = async () => {
    const store = await openStore(databaseUrl);
    const [found] = await store.outbox.list('east', 0, 1);
    await store.close();
    return found?.state;
  };
  beforeAll(async () => {
    const store = await openStore(databaseUrl);
    await store.outbox.plan([row]);
    await store.close();
    teams = await startTeams({ STOP_SWITCH: 'on', DATABASE_URL: databaseUrl });
  });
  afterAll(async () => {
    await teams.stop();
    rmSync(folder, { recursive: true });
  });
  beforeEach(() => teams.connector.clear());

  test('the card > has every telephone number of the municipality’s file and no other', () => {
    const json = JSON.stringify(cardIn('da'));
    expect([...json.matchAll(/tel:([+\d]+)/g)].map(([, number]) => number)).toEqual([
      '112',
      '114',
      '+4543577578',
      '+4543577555',
    ]);
    expect(json).not.toMatch(/mailto|https:\/\/(?!adaptivecards)/);
    expect(json).toContain('din pligt er den samme');
  });

  test.each(['hej', 'bekymring', 'hjælp', 'mine grupper', 'dagsorden', 'hvad som helst, 010203-1234'])(
    'written to with »%s« > answers with the telephone numbers alone',
    async (text) => {
      expect(await teams.person().ask(text)).toEqual(cardIn('da'));
    },
  );

  test.each([
    ['concern.show', { version: 1, language: 'en', answers: { urgency: 'danger' } }, 'en'],
    ['agenda.list', { version: 1, language: 'da' }, 'da'],
    ['agenda-item.submit', { version: 1, language: 'da', title: 'et punkt' }, 'da'],
    ['no such verb', '<odd>', 'da'],
  ] as const)(
    'a click on %s > is answered with them in the card’s language',
    async (verb, data, language) => {
      const answer = await teams.person().click(verb, data, 'a-message');
      expect(answer.value).toEqual(cardIn(language));
    },
  );

  test('in a channel > the same, and nothing of the group is shown or changed', async () => {
    const person = teams.person();
    expect((await person.send(channelMention(person.place, 'opsæt'))).status).toBe(200);
    const [entry] = await teams.connector.waitFor(1);
    expect(entry && cardOf(entry)).toEqual(cardIn('da'));
    const click = { verb: 'set-up.save', data: { version: 1, language: 'da' }, messageId: 'm' };
    const answer = (await (await person.send(channelClick(person.place, click))).json()) as {
      value: unknown;
    };
    expect(answer.value).toEqual(cardIn('da'));
  });

  test('installed in a private chat > greets with them', async () => {
    const person = teams.person();
    await person.send(personalInstallation(person.place, 'add'));
    const [entry] = await teams.connector.waitFor(1);
    expect(entry && cardOf(entry)).toEqual(cardIn('da'));
  });

  test('what is due > is not sent and stays planned, calendars are told to come later, and the metrics say why', async () => {
    await wait(3_000);
    expect(await rowState()).toBe('planned');
    expect((await fetch(`${teams.app.url}/kalender/${'k'.repeat(43)}.ics`)).status).toBe(503);
    expect((await fetch(`${teams.app.url}/readyz`)).status).toBe(200);
    expect(await (await fetch(`${teams.app.url}/metrics`)).text()).toMatch(/^vejviser_stopped 1$/m);
  });

  test('turned off again > takes up what is due', async () => {
    const running = await startTeams({ DATABASE_URL: databaseUrl });
    await until(
      async () => (await rowState()) !== 'planned',
      () => 'the row stays planned',
    );
    const state = await rowState();
    await running.stop();
    expect(state).toBe('obsolete');
  });
});
