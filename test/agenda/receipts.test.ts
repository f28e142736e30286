import { agendaTexts } from '../../src/text/agenda';
import { inPrivate, january, people } from '../meetings/desk';
import { type MeetingWorld, openWorld } from '../meetings/world';
import { nonces, parking } from './steps';

const { toAuthor } = agendaTexts.da;
const when = 'tirsdag 12. januar kl. 9.00-11.00';
const of = { ...january, itemId: nonces.parking };

let world: MeetingWorld;
beforeEach(async () => {
  world = await openWorld();
  await world.setUp();
});
afterEach(() => world.remove());

const toMember = () =>
  world.teams.messages.filter(({ to }) => to === people.member).map(({ shown }) => shown);
const handIn = () => world.click('agenda.hand-in', inPrivate('member'), { ...january, ...parking });
const asCoordinator = (verb: string, more: object = {}) =>
  world.click(verb, inPrivate('coordinator'), { ...of, ...more });
const halfAMinute = async (): Promise<void> => {
  for (let rounds = 0; rounds < 10; rounds += 1) await world.settle();
};
const stateOf = async (kind: string) => (await world.rows()).find((row) => row.kind === kind)?.state;

test('item refused > its author is told in private, without a word of it, and once', async () => {
  await world.sleepUntil('2026-12-30T10:00:00+01:00');
  await handIn();
  await asCoordinator('agenda.refuse', { reason: 'Hører til næste år' });
  await halfAMinute();
  await halfAMinute();
  expect(toMember()).toHaveLength(1);
  expect(toMember()[0]).toContain(toAuthor['item-refused'](when));
  expect(toMember()[0]).not.toContain('Hører til');
});

test.each([
  ['this', 'item-taken'],
  ['next', 'item-postponed'],
] as const)('late item for %s meeting > its author is told', async (meeting, kind) => {
  await world.sleepUntil('2027-01-06T10:00:00+01:00');
  await handIn();
  await asCoordinator('agenda.late', { meeting });
  await halfAMinute();
  expect(toMember()).toEqual([expect.stringContaining(toAuthor[kind](when))]);
});

test('decided in the evening > is told in the group’s hours', async () => {
  await world.sleepUntil('2026-12-30T21:00:00+01:00');
  await handIn();
  await asCoordinator('agenda.refuse', { reason: 'Hører til næste år' });
  await halfAMinute();
  expect(toMember()).toEqual([]);
  await world.sleepUntil('2027-01-04T12:00:00+01:00');
  expect(toMember()).toHaveLength(1);
});

test('decision that was never written > nobody is told', async () => {
  await world.sleepUntil('2026-12-30T10:00:00+01:00');
  await handIn();
  world.crash.inWrites = 1;
  await asCoordinator('agenda.refuse', { reason: 'Hører til næste år' }).catch(() => undefined);
  world.crash.inWrites = Number.POSITIVE_INFINITY;
  await halfAMinute();
  expect(toMember()).toEqual([]);
  expect(await stateOf('item-refused')).toBe('obsolete');
});

test('receipt of which nobody knows whether it arrived > isn’t sent again, and the coordinator sees that', async () => {
  await world.sleepUntil('2026-12-30T10:00:00+01:00');
  await handIn();
  await asCoordinator('agenda.refuse', { reason: 'Hører til næste år' });
  world.teams.refusing.set(people.member, { status: 504 });
  await halfAMinute();
  world.teams.refusing.clear();
  await world.sleepUntil('2026-12-30T12:00:00+01:00');
  expect(toMember()).toEqual([]);
  expect(await stateOf('item-refused')).toBe('unknown');
});

test('item refused in the evening, the meeting moved the next morning > its author is told, with the new time', async () => {
  await world.sleepUntil('2026-12-30T21:00:00+01:00');
  await handIn();
  await asCoordinator('agenda.refuse', { reason: 'Hører til næste år' });
  const to = { date: '2027-01-14', time: '10:00', lengthMinutes: '60', place: 'Skolen' };
  await world.click('meeting.save-change', inPrivate('coordinator'), { ...january, ...to });
  await world.settle();
  expect((await world.meeting(january.occurrence))?.revision).toBe(1);
  await world.sleepUntil('2027-01-04T12:00:00+01:00');
  expect(toMember()).toEqual([
    expect.stringContaining(toAuthor['item-refused']('torsdag 14. januar kl. 10.00-11.00')),
  ]);
});
