import type { Expected } from './expected';

/** Something that somebody does at a time, by a click in the group's channel. */
export type Deed = {
  readonly at: string;
  readonly id: string;
  readonly verb: string;
  readonly data: Readonly<Record<string, unknown>>;
};
type OfMeeting = { readonly id: string; readonly date: string };

/** What people do in the year, and what of it can be read in Teams. */
export type Story = {
  readonly deeds: readonly Deed[];
  readonly published: readonly OfMeeting[];
  /** `newDate` is the day on which the meeting is held after all; without it the meeting isn't held. */
  readonly changes: readonly (OfMeeting & {
    readonly at: string;
    readonly says: string;
    readonly newDate?: string;
  })[];
  readonly extras: readonly OfMeeting[];
  /** Anna has the group's reminders in private too between these times. */
  readonly privately: readonly { readonly id: string; readonly from: string; readonly to: string }[];
  /** The meeting from which an item is carried on and on. */
  readonly carriedOn: OfMeeting;
  readonly others: readonly Expected[];
};

const september = { groupId: 'ssp-network-1', occurrence: '2026-09-08', revision: 0 };
const item = { kind: 'discussion', note: '', minutes: '15', functionId: 'school-management' };
const first = { ...item, nonce: 'simulated-item-1', title: 'Uro på parkeringspladsen' };
const second = { ...item, nonce: 'simulated-item-2', title: 'Fyrværkeri efter nytår' };

const deed = (at: string, verb: string, data: Deed['data'] & { readonly groupId: string }): Deed => ({
  at,
  id: data.groupId,
  verb,
  data,
});
const change = { time: '10:00', lengthMinutes: '120', place: 'Lokale 3' };

export const story: Story = {
  deeds: [
    deed('2026-09-01 10:00', 'agenda.hand-in', { ...september, ...first }),
    deed('2026-09-01 10:05', 'agenda.hand-in', { ...september, ...second }),
    deed('2026-09-02 10:00', 'agenda.publish', september),
    deed('2026-09-09 10:00', 'agenda.save-outcomes', {
      ...september,
      page: 0,
      [`outcome-${first.nonce}`]: 'carried',
      [`outcome-${second.nonce}`]: 'done',
    }),
    deed('2026-09-17 09:30', 'meeting.cancel', {
      groupId: 'ssp-network-4',
      occurrence: '2026-09-24',
      revision: 0,
    }),
    deed('2026-10-30 10:00', 'meeting.skip', {
      groupId: 'ssp-network-5',
      occurrence: '2026-11-20',
      revision: 0,
    }),
    deed('2026-11-09 10:00', 'group.remind', { groupId: 'ssp-network-3' }),
    deed('2026-11-10 11:00', 'meeting.save-change', {
      groupId: 'ssp-network-3',
      occurrence: '2026-11-30',
      revision: 0,
      date: '2026-12-02',
      ...change,
    }),
    deed('2026-11-16 09:00', 'meeting.add-extra', {
      groupId: 'ssp-nu',
      date: '2026-12-23',
      time: '08:00',
      lengthMinutes: '60',
      place: 'Lokale 7',
    }),
    deed('2026-11-25 10:00', 'group.remind-not', { groupId: 'ssp-network-3' }),
    deed('2027-04-07 10:00', 'meeting.save-change', {
      groupId: 'ssp-network-1',
      occurrence: '2027-04-13',
      revision: 0,
      date: '2027-04-13',
      time: '09:00',
      lengthMinutes: '120',
      place: 'Skolens bibliotek',
    }),
  ],
  published: [{ id: 'ssp-network-1', date: '2026-09-08' }],
  changes: [
    {
      id: 'ssp-network-4',
      date: '2026-09-24',
      at: '2026-09-17 09:30',
      says: 'Mødet i SSP-netværksgruppe 4 torsdag 24. september kl. 8.30-10.30 er aflyst.',
    },
    {
      id: 'ssp-network-5',
      date: '2026-11-20',
      at: '2026-10-30 10:00',
      says: 'Mødet i SSP-netværksgruppe 5 fredag 20. november kl. 12.00-14.00 springes over.',
    },
    {
      id: 'ssp-network-3',
      date: '2026-11-30',
      at: '2026-11-10 11:00',
      says: 'Mødet i SSP-netværksgruppe 3 er flyttet fra mandag 30. november kl. 10.00-12.00 til onsdag 2. december kl. 10.00-12.00.',
      newDate: '2026-12-02',
    },
    {
      id: 'ssp-network-1',
      date: '2027-04-13',
      at: '2027-04-07 10:00',
      says: 'Mødet i SSP-netværksgruppe 1 tirsdag 13. april kl. 9.00-11.00 har fået et nyt sted.',
      newDate: '2027-04-13',
    },
  ],
  extras: [{ id: 'ssp-nu', date: '2026-12-23' }],
  privately: [{ id: 'ssp-network-3', from: '2026-11-09 10:00', to: '2026-11-25 10:00' }],
  carriedOn: { id: 'ssp-network-1', date: '2026-09-08' },
  others: [
    { at: '2026-09-02 10:00', to: 'SSP-netværksgruppe 1', says: 'Dagsorden: SSP-netværksgruppe 1' },
    {
      at: '2026-11-16 09:00',
      to: 'SSP-NU',
      says: 'Der er kommet et ekstra møde i SSP-NU: onsdag 23. december kl. 8.00-9.00.',
    },
    { at: '2026-10-01 11:00', to: 'anna', says: 'Gem dagsordenen, før den slettes' },
  ],
};
