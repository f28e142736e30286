import { type Group, newGroup } from '../../../src/meetings/model/group';
import { type Meeting, newMeeting } from '../../../src/meetings/model/meeting';
import type { ReminderPlan } from '../../../src/meetings/model/reminder-plan';
import { defaultRetention } from '../../../src/meetings/model/retention';
import type { Days } from '../../../src/meetings/model/working-days';
import { daysWith } from '../plainly';

export const plan: ReminderPlan = {
  deadline: { workingDaysBefore: 5, time: '12:00' },
  hours: { from: '07:00', to: '17:00' },
  at: {
    'call-for-items': { workingDaysBefore: 10, time: '09:00' },
    'deadline-near': { workingDaysBefore: 6, time: '09:15' },
    'deadline-passed': { workingDaysBefore: 4, time: '09:30' },
    'agenda-published': { workingDaysBefore: 3, time: '09:45' },
    'day-before': { workingDaysBefore: 1, time: '10:00' },
    'same-morning': { workingDaysBefore: 0, time: '07:30' },
  },
};

export const group: Group = newGroup({
  groupId: 'ssp-network-3',
  channel: {
    conversationId: '19:channel-three@thread.tacv2',
    teamId: '19:team@thread.tacv2',
    tenantId: 'tenant-a',
    serviceUrl: 'https://smba.trafficmanager.net/emea/',
  },
  coordinator: 'person-coordinator',
  series: {
    rule: { kind: 'monthly', weekday: 2, nth: 2, every: 1 },
    startsOn: '2027-01-01',
    endsOn: '2027-06-30',
    time: '09:00',
    lengthMinutes: 120,
    place: 'Lokale 7',
    onHoliday: 'move',
  },
  plan,
  knownGuests: [],
});

export const noHolidays: Days = daysWith({});
export const planning = (days: Days = noHolidays) => ({ days, retention: defaultRetention });

/** Tuesday 12 January 2027, 9 to 11 o'clock. */
export const meetingOn = (
  date: string,
  { days = noHolidays, of = group }: { readonly days?: Days; readonly of?: Group } = {},
): Meeting => newMeeting(of, { date, heldOn: date, remark: undefined }, { days, now: madeAt });

/** Long before everything that is to be sent of it. */
const madeAt = Date.parse('2026-08-01T12:00:00Z');

export const at = (wall: string): number => Date.parse(wall);
