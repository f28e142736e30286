import type { Instant } from '../../storage/contract';
import type { Item } from './item';
import { endOf, type Meeting } from './meeting';
import { waitingOf } from './unfinished';

/** Whether a meeting is still to be held. */
export const isToCome = (meeting: Meeting, now: Instant): boolean =>
  meeting.status.kind === 'planned' && now < endOf(meeting);

/** What members have handed in for a meeting and nobody has come to an end with. */
export const openItemsOf = (meeting: Meeting, now: Instant): readonly Item[] => {
  const { agenda } = meeting;
  if (agenda.state === 'erased') return [];
  const items = isToCome(meeting, now)
    ? agenda.items.filter(({ outcome }) => outcome === undefined)
    : waitingOf(meeting);
  return items.filter(({ kind }) => kind !== 'standing');
};

/** The meeting without anything that anybody wrote, and without cards. */
export const emptied = (meeting: Meeting, now: Instant): Meeting => ({
  ...meeting,
  place: '',
  agenda: { state: 'erased', erasedAt: now },
  apologies: [],
  posts: {},
  told: {},
  areRowsPlanned: true,
});
