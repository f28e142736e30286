// The process dies just after each write of a request's life: nothing is lost, and nobody waits in silence.
import type { Store } from '../../src/storage/contract';
import { requestTexts } from '../../src/text/requests';
import { inPrivate, people } from '../meetings/desk';
import type { MeetingWorld } from '../meetings/world';
import { askAs, chatOf, inUnit, messagesTo, openUnitWorld, unitChannel, unitId } from './steps';

const { told } = requestTexts.da;
const name = 'Stabsenheden';
const link = '[43 57 75 55](tel:+4543577555)';
const minuteMs = 60_000;
/** Longer than the lease of a row that the dead process had in hand. */
const restartMs = 160_000;
/** A claim is none of them: to die after it is to die before its row's attempt. */
const writes = new Set(['insert', 'replace', 'remove', 'putOff', 'plan', 'requeue', 'attempt', 'mark']);

/**
 * A process that dies after its `diesAt`-th write, before anybody hears of it; a dead one reads and writes nothing. To die
 * before a write is to die after the one before it.
 */
const mortal = () => {
  const life = { writes: 0, diesAt: Number.POSITIVE_INFINITY, isDead: false };
  const die = (): never => {
    life.isDead = true;
    throw new Error('the process was killed');
  };
  const watched = <Port extends object>(port: Port): Port =>
    Object.fromEntries(
      Object.entries(port).map(([call, run]) => [
        call,
        async (...given: readonly unknown[]) => {
          if (life.isDead) return die();
          if (writes.has(call)) life.writes += 1;
          const isHere = writes.has(call) && life.writes === life.diesAt;
          const result = await run(...given);
          return isHere ? die() : result;
        },
      ]),
    ) as Port;
  const wrap = (store: Store): Store => ({
    ...store,
    documents: (collection) => watched(store.documents(collection)),
    outbox: watched(store.outbox),
  });
  return { life, wrap };
};
type Mortal = ReturnType<typeof mortal>;

type Step = (world: MeetingWorld) => Promise<unknown>;
const settle: Step = (world) => world.settle();
const press =
  (person: 'coordinator' | 'deputy', verb: string): Step =>
  async (world) => {
    const [doc] = await world.requests.list(unitId, 0, 1);
    const reference = `${doc?.body.askedAt}.${doc?.body.key}`;
    return world.click(verb, inUnit(person), { unitId, reference });
  };
const until =
  (wall: string): Step =>
  (world) =>
    world.sleepUntil(wall);
const saveDeputy: Step = (world) =>
  world.click('unit.save-deputies', inUnit('coordinator'), { unitId, deputies: people.deputy });

type Story = { readonly steps: readonly Step[]; readonly ends: string };
const stories: Readonly<Record<string, Story>> = {
  'taken, given back, taken by another and closed': {
    steps: [
      askAs,
      settle,
      press('coordinator', 'request.take'),
      settle,
      press('coordinator', 'request.give-back'),
      settle,
      press('deputy', 'request.take'),
      settle,
      press('deputy', 'request.close'),
      settle,
    ],
    ends: 'closed',
  },
  withdrawn: {
    steps: [
      askAs,
      settle,
      (world) => world.click('request.withdraw', inPrivate('member'), { unitId }),
      settle,
    ],
    ends: 'withdrawn',
  },
  'not taken by Teams': {
    steps: [
      async (world) => world.teams.refusing.set(unitChannel, { status: 503 }),
      askAs,
      settle,
      async (world) => world.pass(11 * minuteMs),
      settle,
    ],
    ends: 'undelivered',
  },
  'forgotten, called to mind, and taken at last': {
    steps: [
      saveDeputy,
      askAs,
      settle,
      until('2026-12-01T13:30:00+01:00'),
      until('2026-12-02T09:30:00+01:00'),
      until('2026-12-02T14:00:00+01:00'),
      press('coordinator', 'request.take'),
      settle,
      press('coordinator', 'request.close'),
      settle,
    ],
    ends: 'closed',
  },
};

type Told = Readonly<Record<string, number>>;
/** How often each sentence reached its reader: the asker's, the channel's and the deputy's. */
const toldIn = (world: MeetingWorld): Told => {
  const all = [
    ...Object.values(told).map((words) => ['asker', words(name, link), chatOf(world)] as const),
    ['channel', 'venter stadig. Find', messagesTo(world, unitChannel).map(({ shown }) => shown)] as const,
    ['deputy', 'Ingen i', messagesTo(world, people.deputy).map(({ shown }) => shown)] as const,
  ];
  return Object.fromEntries(
    all.map(([to, words, shown]) => [`${to}: ${words}`, shown.filter((each) => each.includes(words)).length]),
  );
};
const liveCards = (world: MeetingWorld) =>
  messagesTo(world, unitChannel).filter(({ shown }) => shown.includes('request.')).length;

/** Tells the story once, and says what stood wrong on the way; whoever saw an error does the same again. */
const tell = async ({ steps }: Story, { life, wrap }: Mortal, diesAfter: number) => {
  const world = await openUnitWorld({ wrap });
  const begun = life.writes;
  life.diesAt = begun + diesAfter;
  let mostLive = 0;
  for (const step of [...steps, settle]) {
    try {
      await step(world);
    } catch (error) {
      if (!life.isDead) throw error;
    }
    if (life.isDead) {
      life.isDead = false;
      world.pass(restartMs);
      await world.settle();
      await step(world);
    }
    mostLive = Math.max(mostLive, liveCards(world));
  }
  life.diesAt = Number.POSITIVE_INFINITY;
  const [doc] = await world.requests.list(unitId, 0, 9);
  const end = {
    kind: doc?.body.progress.kind,
    told: toldIn(world),
    mostLive,
    live: liveCards(world),
    posts: messagesTo(world, unitChannel).length,
    isNumberSaid: /20 ?31 ?42 ?53|Navn member/.test(JSON.stringify(world.teams.messages)),
    writes: life.writes - begun,
  };
  world.pass(9 * 24 * 60 * minuteMs);
  await world.settle();
  const kept = JSON.stringify([await world.requests.list(unitId, 0, 9), await world.rows(unitId)]);
  await world.remove();
  return { ...end, isKept: kept.includes(people.member) };
};

describe.each(Object.entries(stories))('request, %s', (_, story) => {
  test('with the process killed at any write > ends as it would have, told to everybody', async () => {
    const calm = await tell(story, mortal(), Number.POSITIVE_INFINITY);
    expect(calm).toMatchObject({ kind: story.ends, live: 0, isNumberSaid: false, isKept: false });
    expect(calm.writes).toBeGreaterThan(5);
    const faults: string[] = [];
    for (let at = 1; at <= calm.writes; at += 1) {
      const one = await tell(story, mortal(), at);
      const fault = (words: string) => faults.push(`after write ${at}: ${words}`);
      if (one.kind !== story.ends) fault(`it is ${one.kind}`);
      for (const [words, count] of Object.entries(calm.told)) {
        const came = one.told[words] ?? 0;
        if (came < count) fault(`lost, ${words}`);
        if (came > count + 1) fault(`${came} times, ${words}`);
      }
      if (one.posts > calm.posts + 1) fault(`${one.posts} posts`);
      if (one.mostLive > 1 || one.live > 0)
        fault(`${one.live} live cards at the end, ${one.mostLive} at once`);
      if (one.isNumberSaid || one.isKept) fault('the number or the asker is where they must not be');
    }
    expect(faults).toEqual([]);
  });
});
