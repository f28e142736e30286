import fc from 'fast-check';
import { isToCome, openItemsOf } from '../../src/meetings/model/dissolving';
import type { Meeting } from '../../src/meetings/model/meeting';
import type { Municipality } from '../../src/municipality/schema';
import { type HalfDay, halfDayId } from '../../src/requests/model/hours';
import type { UnitRequest } from '../../src/requests/model/request';
import { referenceOf } from '../../src/requests/model/upkeep';
import { filledForm } from '../meetings/desk';
import { idOf, type Person } from './forged-people';

export type Random = {
  below(count: number): number;
  chance(share: number): boolean;
  from<T>(list: readonly T[]): T;
};

/** Numbers that look random and are the same for the same seed. */
export const randomOf = (seed: number): Random => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (count: number): number => Math.floor(next() * count);
  return {
    below,
    chance: (share) => next() < share,
    from: (list) => {
      if (list.length === 0) throw new Error('nothing to choose from');
      return list[below(list.length)] as (typeof list)[number];
    },
  };
};

const huge = 'æ'.repeat(30_000);

/** Things that no card of ours sends, the same for the same seed. */
export const junkOf = (seed: number): readonly unknown[] => [
  ...fc.sample(fc.anything({ withNullPrototype: true, maxDepth: 3 }), { seed, numRuns: 200 }),
  huge,
  null,
  -1,
  1e308,
  '../../groups',
  { $ne: null },
  ['ssp-network-1'],
  JSON.parse('{"__proto__":{"isCoordinator":true},"constructor":{"prototype":{"role":"coordinator"}}}'),
];

const people: readonly Person[] = [
  'north-member',
  'north-coordinator',
  'north-guest',
  'outsider',
  'nu-member',
];
const topicKinds = ['orientation', 'discussion', 'decision'];

type Known = {
  readonly meetings: readonly Meeting[];
  /** Those of the sender's own groups. */
  readonly own: readonly Meeting[];
  readonly now: number;
  /** Who is in the channel from which it is sent. */
  readonly readers: { readonly members: number; readonly guests: number };
  readonly municipality: Municipality;
  readonly requests: readonly UnitRequest[];
  /** When a unit can call now. */
  readonly halfDays: readonly HalfDay[];
};

/** What the question whether a group is to be dissolved says that goes with it. */
const lossOf = (meetings: readonly Meeting[], now: number) => {
  const items = meetings.flatMap((meeting) => openItemsOf(meeting, now));
  return {
    meetings: meetings.filter((meeting) => isToCome(meeting, now)).length,
    items: items.length,
    authors: new Set(items.map(({ author }) => author)).size,
  };
};

const itemsOf = ({ agenda }: Meeting) => ('items' in agenda ? agenda.items : []);

/** Data such as a card of ours would send for the verb, about a meeting that is there. */
export const plausible = (random: Random, verb: string, known: Known): object => {
  const { meetings, own, municipality, now, readers } = known;
  const some = own.length > 0 && random.chance(0.7) ? own : meetings;
  const january = some.filter(({ occurrence }) => occurrence.startsWith('2027-01'));
  const meeting = random.from(january.length > 0 && random.chance(0.6) ? january : some);
  const { groupId, occurrence, revision } = meeting;
  const items = itemsOf(random.chance(0.9) ? meeting : random.from(meetings));
  const facts = municipality.groups.find(({ id }) => id === groupId);
  const functions = facts?.functions.map(({ id }) => id) ?? ['none'];
  const itemId = items.length === 0 ? 'nonce-of-nothing' : random.from(items).id;
  const isCase = facts?.kind === 'ssp-nu' || random.chance(0.2);
  const outcomes = items.flatMap(({ id, kind }) => [
    [`outcome-${id}`, random.from(kind === 'single-case' ? ['closed', 'continues'] : ['done', 'carried'])],
    [`decision-${id}`, ''],
  ]);
  const changeOf = {
    date: `2027-0${1 + random.below(3)}-1${random.below(9)}`,
    time: '13:00',
    lengthMinutes: '90',
    place: 'Et andet sted',
  };
  const ids = items.filter(({ late }) => late === undefined || late === 'accepted').map(({ id }) => id);
  return {
    version: 1,
    language: random.from(['da', 'en']),
    verb,
    ...filledForm,
    startsOn: '2027-02-01',
    groupVersion: random.below(3),
    ...changeOf,
    groupId: verb === 'group.confirm' && random.chance(0.4) ? 'ssp-network-3' : groupId,
    occurrence,
    revision: random.chance(0.9) ? revision : random.below(4),
    itemId,
    nonce: random.chance(0.6) ? itemId : `nonce-forged-${random.below(1_000_000)}`,
    noPerson: 'true',
    personId: idOf(random.from(people)),
    functionId: random.from(functions),
    substituteId: random.from(['nobody', ...functions]),
    kind: isCase ? 'single-case' : random.from(topicKinds),
    title: isCase ? '' : 'Et emne',
    note: '',
    minutes: '20',
    meeting: random.from(['this', 'next']),
    reason: 'Det hører til et andet sted',
    isSure: true,
    shown: verb === 'agenda.save-order' ? ids : {},
    ...Object.fromEntries(ids.map((id, at) => [`number-${id}`, String(at === 0 ? ids.length : at + 1)])),
    ...(random.chance(0.9) ? { readers } : {}),
    loss: lossOf(
      meetings.filter((each) => each.groupId === groupId),
      now,
    ),
    ...Object.fromEntries(outcomes),
    ...(/^(?:request|unit|teaching)\./.test(verb) ? aboutUnit(random, known) : {}),
  };
};

const unitPeople: readonly Person[] = ['unit-named', 'unit-member', 'unit-guest', 'north-member'];
/** As it is typed; where it is shown to who calls, it has spaces. */
export const typedNumber = '20314253';

const aboutUnit = (random: Random, { requests, halfDays }: Known): object => {
  const request = requests.length === 0 ? undefined : random.from(requests);
  return {
    unitId: random.chance(0.8) ? 'staff-unit' : 'family-centre',
    reference: request === undefined ? '1.none' : referenceOf(request),
    number: typedNumber,
    when: halfDays.map(halfDayId).slice(0, 2).join(','),
    matter: random.from(['under-18', 'none', 'general']),
    kind: random.from(['call-back', 'teaching']),
    themes: 'tolerance',
    level: 'upper',
    place: 'Skolen',
    month: 'any',
    shows: random.chance(0.5),
    readers: { members: 3, guests: 1 },
    personId: idOf(random.from(unitPeople)),
    deputies: idOf(random.from(unitPeople)),
  };
};

/** The same with a few parts gone, exchanged or added, as JSON lets them through. */
export const spoilt = (random: Random, data: object, junk: readonly unknown[]): unknown => {
  const parts = { ...data } as Record<string, unknown>;
  for (let change = 0; change <= random.below(3); change += 1) {
    const key = random.from(Object.keys(parts));
    switch (random.below(6)) {
      case 0:
        delete parts[key];
        break;
      case 1:
        parts[key] = random.from(junk);
        break;
      case 2:
        parts[key] = huge;
        break;
      case 3:
        parts[random.from(['isCoordinator', 'role', 'actor', 'by', 'author', 'state'])] = random.from(junk);
        break;
      case 4:
        parts[key] = [parts[key]];
        break;
      default:
        Object.defineProperty(parts, random.from(['__proto__', 'constructor', 'toString']), {
          value: { isCoordinator: true, polluted: true },
          enumerable: true,
          configurable: true,
          writable: true,
        });
    }
    if (Object.keys(parts).length === 0) break;
  }
  return parts;
};
