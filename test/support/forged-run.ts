import type { Actor, Answer } from '../../src/chat/turn';
import type { Group } from '../../src/meetings/model/group';
import { figuresTexts } from '../../src/text/figures';
import { junkOf, plausible, type Random, randomOf, spoilt } from './forged-data';
import { readsFigures, type Stored, unlawful } from './forged-judge';
import {
  channels,
  idOf,
  insiders,
  isGuest,
  isOn,
  ownTenant,
  rosters,
  secretOf,
  senderIn,
  senders,
  unitInsiders,
} from './forged-people';
import {
  type Beginning,
  type ForgedWorld,
  goTo,
  type Hole,
  openForgedWorld,
  phases,
  setUp,
} from './forged-world';

export type Run = {
  /** What was written or read without the right to it, with the submission that did it. */
  readonly unlawful: readonly string[];
  /** Submissions that made the desk throw. */
  readonly thrown: readonly string[];
  /** Verbs with at least one submission that changed something lawfully. */
  readonly wrote: ReadonlySet<string>;
  readonly verbs: ReadonlySet<string>;
  readonly sent: number;
};

const perWorld = 50;

const homeOf: Readonly<Record<string, string>> = {
  'ssp-network-1': channels.north,
  'ssp-network-2': channels.south,
  'ssp-nu': channels.nu,
};

/** The groups whose words the answer shows though its reader isn't in them, or reads in another channel. */
const readWrongly = (actor: Actor, answer: Answer, stored: Stored): readonly string[] => {
  const text = JSON.stringify(answer);
  const isOfUnit =
    actor.conversationId === channels.unit && isOn(channels.unit, actor.personId) && !isGuest(actor.personId);
  const number = text.includes('20 31 42 53') && !isOfUnit ? ['a number was shown'] : [];
  const ofGroups = Object.entries(homeOf).flatMap(([groupId, first]) => {
    const home = (stored.get(`group ${groupId}`) as Group | undefined)?.channel.conversationId ?? first;
    const isReader =
      actor.tenantId === ownTenant &&
      isOn(home, actor.personId) &&
      (actor.scope === 'personal' || actor.conversationId === home);
    return !isReader && text.includes(secretOf(groupId)) ? [`what is for ${groupId} was shown`] : [];
  });
  const figures =
    text.includes(figuresTexts.da.heading('oktober 2026')) ||
    text.includes(figuresTexts.en.heading('October 2026'));
  const ofFigures = figures && !readsFigures(stored, actor) ? ['figures were shown'] : [];
  return [...number, ...ofGroups, ...ofFigures];
};

const oddVerbs = ['__proto__', 'constructor', 'toString', 'group.', 'agenda.erase', 'meeting.remove', ''];

/** What few may do, and only for a while. */
const rareVerbs = ['group.move', 'agenda.publish', 'agenda.save-outcomes', 'agenda.document'];

const isChanged = (before: Stored, after: Stored): boolean =>
  before.size !== after.size || [...after].some(([id, body]) => before.get(id) !== body);

type Forged = { readonly actor: Actor; readonly verb: string; readonly data: unknown };

const forge = (random: Random, world: ForgedWorld, junk: readonly unknown[]): Forged => {
  const verb = random.chance(0.03)
    ? random.from(oddVerbs)
    : random.from(random.chance(0.1) ? rareVerbs : world.verbs);
  const those = /^(?:request|unit|teaching)\./.test(verb) ? unitInsiders() : insiders();
  const isMover = verb === 'group.move' && random.chance(0.3);
  const actor = isMover
    ? senderIn('north-coordinator', 'free')
    : random.from(random.chance(0.55) ? those : senders);
  const meetings = world.meetings.entries().map(({ doc }) => doc.body);
  const own = meetings.filter(({ groupId }) => isOn(homeOf[groupId] ?? '', actor.personId));
  const there = rosters[actor.conversationId] ?? [];
  const readers = { members: there.length, guests: there.filter((each) => isGuest(idOf(each))).length };
  const now = world.time.now.getTime();
  const requests = world.requests.all().map(({ body }) => body);
  const halfDays = world.halfDays();
  const known = { meetings, own, municipality: world.municipality, now, readers, requests, halfDays };
  const data = plausible(random, verb, known);
  const kind = random.below(10);
  if (kind < 6) return { actor, verb, data };
  return { actor, verb, data: kind < 9 ? spoilt(random, data, junk) : random.from(junk) };
};

const inWords = ({ actor, verb, data }: Forged): string =>
  `${verb} by ${actor.personId.slice(-2)} of ${actor.tenantId.slice(0, 2)} in ${actor.conversationId.slice(0, 8)} with ${JSON.stringify(data)?.slice(0, 300)}`;

/** A world of each phase. */
const makeBeginnings = async (): Promise<readonly Beginning[]> => {
  const world = await openForgedWorld();
  await setUp(world);
  const first = world.kept();
  const all: Beginning[] = [];
  for (const phase of phases) {
    const other = await openForgedWorld(first);
    await goTo(other, phase);
    all.push(other.kept());
  }
  return all;
};

let beginningsMade: Promise<readonly Beginning[]> | undefined;
const beginningsOf = (): Promise<readonly Beginning[]> => {
  beginningsMade ??= makeBeginnings();
  return beginningsMade;
};

/** Sends that many forged submissions to worlds of every phase; the same seed sends the same. */
export const sendForged = async ({
  seed,
  count,
  hole,
}: {
  readonly seed: number;
  readonly count: number;
  /** Spoils a port; it is told who asks. */
  readonly hole?: (asking: () => Actor | undefined) => Hole;
}): Promise<Run> => {
  const random = randomOf(seed);
  const junk = junkOf(seed);
  const run = { unlawful: [] as string[], thrown: [] as string[], wrote: new Set<string>() };
  const verbs = new Set<string>();
  let current: Actor | undefined;
  const beginnings = await beginningsOf();
  for (let sent = 0; sent < count; ) {
    const beginning = beginnings[(sent / perWorld) % beginnings.length];
    const world = await openForgedWorld(
      beginning,
      hole?.(() => current),
    );
    for (const verb of world.verbs) verbs.add(verb);
    let before: Stored = world.stored();
    for (let each = 0; each < perWorld && sent < count; each += 1, sent += 1) {
      const forged = forge(random, world, junk);
      current = forged.actor;
      const label = `seed ${seed}, number ${sent}: ${inWords(forged)}`;
      try {
        const answer = await world.send(forged.actor, forged.verb, forged.data);
        const after = world.stored();
        const faults = [
          ...unlawful({ before, after, actor: forged.actor }),
          ...readWrongly(forged.actor, answer, after),
        ];
        run.unlawful.push(...faults.map((fault) => `${label}\n  ${fault}`));
        if (faults.length === 0 && isChanged(before, after)) run.wrote.add(forged.verb);
        before = after;
      } catch (error) {
        run.thrown.push(`${label}\n  ${String(error)}`);
        before = world.stored();
      }
    }
  }
  return { ...run, verbs, sent: count };
};
