import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import Database from 'libsql';
import type { Card } from '../../src/cards/card';
import { executesOf, nodesOf } from '../cards/crawl';
import { channelClick, type Place } from '../support/activities';
import { freePort } from '../support/app-process';
import { cardOf, type Entry, startConnector } from '../support/connector';
import { instantAt, schoolHolidays, wallOf } from './almanac';
import type { Expected } from './expected';
import { groups, type SimulatedGroup } from './groups';
import type { Story } from './story';

const people = {
  administrator: 'e0000000-0000-4000-8000-000000000001',
  anna: 'e0000000-0000-4000-8000-000000000002',
} as const;
type Person = keyof typeof people;

const roster = Object.entries(people).map(([name, objectId]) => ({
  id: `29:${name}`,
  objectId,
  name,
  userRole: 'user',
}));
const first = '2026-08-03 08:00';
const last = '2027-06-30 12:00';

/** When the process is killed and when it is started again. */
export type Stop = { readonly from: string; readonly to: string };
type Log = { readonly event: string; readonly kind?: string; readonly state?: string };

const loggedIn = (line: string): Log => {
  const { msg: event, kind, state } = JSON.parse(line) as Record<string, string>;
  return { event: event ?? '', ...(kind && { kind }), ...(state && { state }) };
};

/** The program as a process of its own, on a file that outlives it. */
const startProgram = async (env: Readonly<Record<string, string>>, at: number, log: Log[]) => {
  const child = fork(path.join(__dirname, 'driven-app.ts'), {
    env: { PATH: process.env.PATH ?? '', ...env, SIMULATED_AT: String(at) },
    execArgv: ['--require', path.join(__dirname, '../support/typescript-hook.js')],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let said = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    const lines = `${said}${chunk}`.split('\n');
    said = lines.pop() ?? '';
    log.push(...lines.map(loggedIn));
  });
  let errors = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
  });
  const waiting: ((message: Record<string, number>) => void)[] = [];
  child.on('message', (message: Record<string, number>) => waiting.shift()?.(message));
  const ended = once(child, 'exit').then((): never => {
    throw new Error(`the program ended: ${errors}`);
  });
  ended.catch(() => undefined);
  const heard = (): Promise<Record<string, number>> =>
    Promise.race([new Promise<Record<string, number>>((resolve) => void waiting.push(resolve)), ended]);
  await heard();
  return {
    /** Lets the time pass until then, and what is due be done; says what the time is afterwards. */
    goOn: async (to: number): Promise<number> => {
      const done = heard();
      child.send({ to });
      return (await done).at ?? to;
    },
    kill: async (): Promise<void> => {
      const exit = once(child, 'exit');
      child.kill('SIGKILL');
      await exit;
    },
  };
};

/** The municipality's file with its school holidays filled in. */
const municipalityIn = (folder: string): string => {
  const file = path.join(__dirname, '../../src/municipality/ishoj.json');
  const name = { da: 'skoleferie', en: 'school holidays' };
  const filled = schoolHolidays.map(([from, to]) => ({ from, to, name }));
  const simulated = path.join(folder, 'municipality.json');
  writeFileSync(
    simulated,
    JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), schoolHolidays: filled }),
  );
  return simulated;
};

const nextDue = `
  SELECT MIN(at) AS at FROM (
    SELECT MIN(claimable_at) AS at FROM outbox
    UNION ALL SELECT MIN(wake_at) FROM meetings
    UNION ALL SELECT MIN(wake_at) FROM "groups")`;

const inputsOf = (card: Card): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    nodesOf(card).flatMap(({ type, id, value }) =>
      String(type).startsWith('Input.') && value !== undefined ? [[id, String(value)]] : [],
    ),
  );

const namesOf: ReadonlyMap<string, string> = new Map([
  ...groups.map(({ channel, name }): [string, string] => [channel, name]),
  ...Object.entries(people).map(([name, id]): [string, string] => [`a:personal-of-${id}`, name]),
]);

/** A message that is still to be filled with its card, and when it came. */
type Placeholder = { readonly messageId: string; readonly at: number };

const isPlaceholder = ({ method, activity }: Entry): boolean =>
  method === 'POST' && /^(Et kort om et møde|En dagsorden) .* er på vej\./.test(activity.text ?? '');

/** A new message as it was read, with the card that was put into it; `undefined` for an update of one that stands there. */
const postOf = (entry: Entry, placeholders: Placeholder[], now: number): Expected | undefined => {
  if (isPlaceholder(entry)) {
    placeholders.push({ messageId: entry.createdId ?? '', at: now });
    return undefined;
  }
  const filled = placeholders.findIndex(({ messageId }) => messageId === entry.messageId);
  if (entry.method !== 'POST' && filled < 0) return undefined;
  const [placeholder] = filled < 0 ? [] : placeholders.splice(filled, 1);
  const at = placeholder?.at ?? now;
  const says = cardOf(entry)?.speak ?? entry.activity.text ?? '';
  return {
    at: wallOf(at),
    to: namesOf.get(entry.conversationId) ?? entry.conversationId,
    says: String(says),
  };
};

/** Runs the school year through the real program and gives every message that the connector has in its ledger. */
export const runYear = async ({ deeds }: Story, stops: readonly Stop[] = []) => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'vejviser-year-'));
  const connector = await startConnector();
  await connector.setRosters(Object.fromEntries(groups.map(({ channel }) => [channel, roster])));
  const port = await freePort();
  const log: Log[] = [];
  const posts: Expected[] = [];
  const placeholders: Placeholder[] = [];
  const databaseFile = path.join(folder, 'vejviser.db');
  const env = {
    VEJVISER_ENV: 'local',
    PORT: String(port),
    DATABASE_URL: `file:${databaseFile}`,
    MUNICIPALITY_FILE: municipalityIn(folder),
    ADMINISTRATORS: people.administrator,
    LOG_LEVEL: 'info',
  };
  let at = instantAt(first);
  let program = await startProgram(env, at, log);
  const database = new Database(databaseFile, { readonly: true });
  const due = database.prepare(nextDue);

  const goOn = async (to: number): Promise<void> => {
    at = await program.goOn(to);
    const entries = await connector.entries();
    if (entries.length > 0) await connector.clear();
    posts.push(...entries.flatMap((entry) => postOf(entry, placeholders, at) ?? []));
  };

  const clickAs = async (
    person: Person,
    channel: string,
    { verb, data }: { readonly verb: unknown; readonly data: unknown },
  ): Promise<Card> => {
    const personId = people[person];
    const place: Place = {
      serviceUrl: connector.serviceUrl,
      botId: 'bot',
      tenantId: '9b8a7c6d-1111-4222-8333-444455556666',
      userId: personId,
      personId,
    };
    const answer = await fetch(`http://127.0.0.1:${port}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(channelClick(place, { verb, data }, channel)),
    });
    if (answer.status !== 200) throw new Error(`${verb} was answered with ${answer.status}`);
    return ((await answer.json()) as { readonly value: Card }).value;
  };

  const setUp = async ({ id, channel, form }: SimulatedGroup): Promise<void> => {
    const known = { version: 1, language: 'da' };
    const named = { ...known, personId: people.anna };
    await clickAs('administrator', channel, { verb: 'group.name', data: named });
    const data = { ...known, groupId: id, groupVersion: 0, ...form };
    const preview = await clickAs('anna', channel, { verb: 'group.preview', data });
    const yes = executesOf(preview).find(({ verb }) => verb === 'group.confirm');
    if (yes === undefined) throw new Error(`${id} can't be set up: ${preview.speak}`);
    await clickAs('anna', channel, { verb: 'group.confirm', data: { ...inputsOf(preview), ...yes.data } });
  };

  try {
    for (const group of groups) await setUp(group);
    const deedsLeft = deeds.map((deed) => ({ ...deed, instant: instantAt(deed.at) }));
    const stopsLeft = stops.map(({ from, to }) => ({ from: instantAt(from), to: instantAt(to) }));
    for (const end = instantAt(last); at < end; ) {
      const { at: dueAt } = due.get() as { readonly at: number | null };
      const [deed] = deedsLeft;
      const [stop] = stopsLeft;
      const next = Math.min(Math.max(dueAt ?? end, at + 1), deed?.instant ?? end, stop?.from ?? end, end);
      if (next === stop?.from) {
        stopsLeft.shift();
        await program.kill();
        log.push({ event: 'killed' });
        at = stop.to;
        program = await startProgram(env, at, log);
        await goOn(at);
        continue;
      }
      await goOn(next);
      if (next !== deed?.instant) continue;
      deedsLeft.shift();
      const channel = groups.find(({ id }) => id === deed.id)?.channel ?? '';
      const card = await clickAs('anna', channel, {
        verb: deed.verb,
        data: { version: 1, language: 'da', ...deed.data },
      });
      log.push({ event: 'deed', kind: deed.verb, state: String(card.speak) });
    }
    expect(placeholders).toEqual([]);
    return { posts, log };
  } finally {
    database.close();
    await program.kill();
    await connector.stop();
    rmSync(folder, { recursive: true, force: true });
  }
};
