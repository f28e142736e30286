// Many groups through the built program's own composition: each with a channel of its own, set up as a coordinator does it.
import { built, holidayName, ishojFile, loadMunicipality, newFile, openStore } from './world.mjs';

export { newFile, openStore };
export const dayMs = 86_400_000;

const { composeMeetings } = built('meetings-app');
const { createMaintenance } = built('meetings/maintenance/worker');
const { saveGroupPlan } = built('meetings/set-up/save-group-plan');
const { daysOf } = built('meetings/model/working-days');
const { defaultRetention } = built('meetings/model/retention');
const { createWhereabouts } = built('meetings/whereabouts');
const { createTurns, takingTurns } = built('storage/sqlite/taking-turns');
const { lookAt } = built('meetings/access');

const tenantId = '0a0a0a0a-0000-4000-8000-000000000001';
const serviceUrl = 'https://smba.trafficmanager.net/emea/';
const membersEach = 25;

const number = (n) => String(n).padStart(12, '0');
const idOf = (n) => `group-${n + 1}`;
const channelOf = (groupId) => `19:${groupId}@thread.tacv2`;
export const coordinatorOf = (groupId) => `c0000000-0000-4000-8000-${number(groupId.replace('group-', ''))}`;

export const inChannel = (groupId, personId) => ({
  ...{ personId, scope: 'shared', conversationId: channelOf(groupId), tenantId, serviceUrl },
  teamId: '19:team@thread.tacv2',
});
export const inPrivate = (personId) => ({
  ...{ personId, scope: 'personal', conversationId: `a:${personId}`, tenantId, serviceUrl },
});

const ishoj = loadMunicipality(ishojFile);
const [facts] = ishoj.groups;

/** Ishøj with so many groups. */
const municipalityOf = (groups) => ({
  ...ishoj,
  groups: Array.from({ length: groups }, (_, n) => ({
    ...facts,
    id: idOf(n),
    name: { da: `SSP-netværksgruppe nr. ${n + 1}`, en: `SSP network group no. ${n + 1}` },
  })),
});

const memberOf = (personId) => ({ personId, name: `Navn ${personId.slice(-4)}`, isGuest: false });

const counting = (port, counted) =>
  Object.fromEntries(
    Object.entries(port).map(([name, run]) => [
      name,
      (...given) => {
        counted.reads += 1;
        return run(...given);
      },
    ]),
  );

const silent = () => undefined;

/** The meetings' part of the program over a store, with Teams that answers at once. `clock.at` is the database's time. */
export function composeMany(store, { groups, clock, everywhere, inThree }) {
  const municipality = municipalityOf(groups);
  const groupIds = municipality.groups.map(({ id }) => id);
  const three = new Set(groupIds.slice(0, 3).map(channelOf));
  const counted = { reads: 0, rosters: 0 };
  // A store whose time is ours takes no turns by itself.
  const turn = createTurns();
  const members = new Map(
    [...groupIds, 'new'].map((groupId, n) => [
      channelOf(groupId),
      [
        ...[everywhere, groupId === 'new' ? coordinatorOf('group-1') : coordinatorOf(groupId)],
        ...(three.has(channelOf(groupId)) ? [inThree] : []),
        ...Array.from(
          { length: membersEach },
          (_, m) => `e0000000-0000-4000-8000-${number(n * membersEach + m)}`,
        ),
      ].map(memberOf),
    ]),
  );
  const ports = {
    municipality,
    administrators: new Set(),
    ...Object.fromEntries(
      ['groups', 'channels', 'meetings', 'notices', 'feeds', 'links', 'figures'].map((name) => [
        name,
        counting(takingTurns(store.documents(name), turn), counted),
      ]),
    ),
    outbox: counting(takingTurns(store.outbox, turn), counted),
    roster: async ({ conversationId }) => {
      counted.rosters += 1;
      return members.get(conversationId) ?? 'gone';
    },
    whereabouts: createWhereabouts(groupIds, () => clock.at),
    placeNames: async () => ({}),
    days: (kind) => daysOf({ municipality, kind, publicHoliday: holidayName }),
    knowsSchoolHolidays: true,
    retention: defaultRetention,
    clock: store.clock,
    publicUrl: 'https://vejviser.example',
  };
  const log = (event) => {
    throw new Error(JSON.stringify(event));
  };
  const { router } = composeMeetings({
    ports: () => ports,
    // Nobody corrects a fact here.
    inForce: { refresh: async () => undefined },
    store,
    send: async () => ({ kind: 'sent', messageId: 'm' }),
    metrics: { delivered: silent, backlog: silent, documents: silent, notices: silent },
    log,
    clock: () => clock.at,
  });
  const maintenance = createMaintenance({ meetings: () => ports, clock: store.clock, log });
  return {
    ...{ ports, municipality, groupIds, counted, functionId: facts.functions[0].id },
    now: () => clock.at,
    pass: (ms) => {
      clock.at += ms;
    },
    answer: (incoming, actor) => router.answer(incoming, actor, new Date(clock.at)),
    maintainOnce: maintenance.maintainOnce,
  };
}

const dateAfter = (at, days) => new Date(at + days * dayMs).toISOString().slice(0, 10);

/** Sets every group up as a coordinator's yes does it: one a weekday and an hour, every other week for half a year. */
export async function fillGroups({ ports, municipality, groupIds, now, answer }) {
  const { conversationId } = inChannel('new', '');
  await ports.channels.insert(conversationId, { named: [coordinatorOf('group-1')] }, { groupId: '', at: 0 });
  for (const [n, groupId] of groupIds.entries()) {
    const coordinator = coordinatorOf(groupId);
    const plan = {
      ...{ groupId, coordinator, knownGuests: [] },
      channel: {
        conversationId: channelOf(groupId),
        teamId: '19:team@thread.tacv2',
        tenantId,
        serviceUrl,
      },
      series: {
        rule: { kind: 'weekly', weekday: 1 + (n % 5), every: 2 },
        ...{ startsOn: dateAfter(now(), -30), endsOn: dateAfter(now(), 200) },
        time: `${String(8 + (Math.floor(n / 5) % 7)).padStart(2, '0')}:00`,
        ...{ lengthMinutes: 90, place: `Rådhuset, lokale ${n + 1}`, onHoliday: 'skip' },
      },
      plan: {
        deadline: { workingDaysBefore: 5, time: '12:00' },
        hours: { from: '07:00', to: '17:00' },
        at: {
          'call-for-items': { workingDaysBefore: 10, time: '09:00' },
          'day-before': { workingDaysBefore: 1, time: '10:00' },
        },
      },
    };
    const saved = await saveGroupPlan(ports, { plan, version: 0 }, now());
    if (saved.kind !== 'saved') throw new Error(`${groupId}: ${saved.reason}`);
  }
  // What the program does in the minutes after its start.
  for (const groupId of groupIds) await lookAt(ports, groupId);
  const [first] = municipality.groups;
  const shown = await answer(
    { kind: 'message', scope: 'shared', text: 'møder' },
    inChannel(first.id, coordinatorOf(first.id)),
  );
  if (!JSON.stringify(shown).includes('meeting.show')) throw new Error('the first group has no meetings');
}
