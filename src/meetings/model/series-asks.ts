import { daysAfter, instantOf } from '../../municipality/wall-time';
import type { Instant, OutboxRow } from '../../storage/contract';
import type { Occurrence } from './dates';
import type { Group } from './group';
import { nextSendableAt } from './sending-times';
import type { Days } from './working-days';

/** Six weeks before a series ends its coordinator is asked to plan on; and so long before a date that needs another day. */
export const askDaysBefore = 42;

type Around = { readonly occurrences: readonly Occurrence[]; readonly days: Days; readonly now: Instant };

/**
 * What the coordinator is asked about the series, in private and within the plan's hours: to plan on, and for another
 * day where the series meets a holiday. The same series always gives the same rows, about the group's document; those
 * whose day has come are left out.
 */
export const seriesAsksOf = (
  { groupId, coordinator, series, plan }: Group,
  { occurrences, days, now }: Around,
): readonly OutboxRow[] => {
  const ask = (about: string, date: string): OutboxRow => ({
    id: `${groupId}/series/${about}/${date}`,
    kind: 'ask-coordinator',
    groupId,
    subject: groupId,
    to: coordinator,
    dueAt: nextSendableAt(
      instantOf({ date: daysAfter(date, -askDaysBefore), time: plan.hours.from }).getTime(),
      plan,
      days,
    ),
    usefulUntil: instantOf({ date, time: series.time }).getTime(),
  });
  return [
    ...occurrences.filter(({ remark }) => remark?.kind === 'ask').map(({ date }) => ask('ask', date)),
    ask('ends', series.endsOn),
  ].filter(({ usefulUntil }) => usefulUntil > now);
};
