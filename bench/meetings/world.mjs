// The built program's meetings over a database of their own, with a roster that always answers.
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const require = createRequire(import.meta.url);
export const built = (file) => require(`../../dist/${file}.js`);
/** A package as the program itself uses it. */
export const packageOf = (name) => createRequire(require.resolve('../../package.json'))(name);

export const { openStore } = built('storage/open');
export const { createMaintenance } = built('meetings/maintenance/worker');
export const { createDelivery } = built('delivery/worker');
const { createAgendaHandlers } = built('agenda/handlers');
const { createRouter } = built('chat/router');
const { newGroup } = built('meetings/model/group');
const { newMeeting } = built('meetings/model/meeting');
const { createWhereabouts } = built('meetings/whereabouts');
const { indexOf, rowsOf } = built('meetings/model/reminders');
const { daysOf } = built('meetings/model/working-days');
export const { holidayName } = built('municipality/holidays');
export const { ishojFile, loadMunicipality } = built('municipality/load');
const { defaultRetention } = built('meetings/model/retention');

const municipality = loadMunicipality(ishojFile);
const days = daysOf({ municipality, kind: 'ssp-network', publicHoliday: holidayName });
const tenantId = '0a0a0a0a-0000-4000-8000-000000000001';
export const personId = 'a0000000-0000-4000-8000-000000000002';
const channel = {
  conversationId: '19:bench@thread.tacv2',
  teamId: '19:team@thread.tacv2',
  tenantId,
  serviceUrl: 'https://smba.trafficmanager.net/emea/',
};
export const actor = {
  personId,
  scope: 'personal',
  conversationId: 'a:bench',
  tenantId,
  serviceUrl: channel.serviceUrl,
};
const network = municipality.groups.find(({ kind }) => kind === 'ssp-network');
export const groupId = network.id;
export const functionId = network.functions[0].id;

/** A database file of its own, and how to remove it. */
export function newFile() {
  const folder = mkdtempSync(join(tmpdir(), 'vejviser-bench-'));
  const file = join(folder, 'vejviser.db');
  return { file, url: `file:${file}`, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** What the slices are given, as the program does it; nothing is asked of Teams. */
export const portsOf = (store) => ({
  municipality,
  administrators: new Set(),
  groups: store.documents('groups'),
  channels: store.documents('channels'),
  meetings: store.documents('meetings'),
  notices: store.documents('notices'),
  outbox: store.outbox,
  roster: async () => [{ personId, name: 'Bench', isGuest: false }],
  whereabouts: createWhereabouts([groupId], Date.now),
  placeNames: async () => ({}),
  days: () => days,
  knowsSchoolHolidays: true,
  retention: defaultRetention,
});

export const deskOf = (ports) => createRouter([createAgendaHandlers(ports)]);

/** A group that meets every week, set up and planned. */
export const group = {
  ...newGroup({
    groupId,
    channel,
    coordinator: personId,
    series: {
      rule: { kind: 'weekly', weekday: 2, every: 1 },
      startsOn: '2031-01-01',
      endsOn: '2031-12-31',
      time: '09:00',
      lengthMinutes: 120,
      place: 'Rådhuset, lokale 2',
      onHoliday: 'skip',
    },
    plan: {
      deadline: { workingDaysBefore: 5, time: '12:00' },
      hours: { from: '07:00', to: '17:00' },
      at: {
        'call-for-items': { workingDaysBefore: 10, time: '09:00' },
        'day-before': { workingDaysBefore: 1, time: '10:00' },
      },
    },
    knownGuests: [],
  }),
  plannedRevision: 1,
};

const dayMs = 86_400_000;

/** Day after day from the first of January 2031, as the meetings' names have it. */
export const dateAt = (number) => new Date(Date.UTC(2031, 0, 1) + number * dayMs).toISOString().slice(0, 10);

/** A meeting with its index and its rows as they are kept; `change` makes it another one. */
export function storedMeeting(date, change = (meeting) => meeting) {
  const fresh = newMeeting(group, { date, heldOn: date, remark: undefined }, { days, now: 0 });
  const meeting = change({ ...fresh, areRowsPlanned: true });
  return {
    meeting,
    index: indexOf(meeting, { retention: defaultRetention, now: Date.now() }),
    rows: rowsOf(meeting, group, { days, retention: defaultRetention }),
  };
}

/** The group in its channel, looked at an hour ago. */
export async function setUp({ groups, channels }) {
  await groups.insert(groupId, group, { groupId, at: 0, nextCheckAt: Date.now() + 100 * dayMs });
  await channels.insert(channel.conversationId, { groupId, named: [] }, { groupId, at: 0 });
}
