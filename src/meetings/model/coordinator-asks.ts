import { dayMs, hourMs } from '../../duration';
import type { Instant } from '../../storage/contract';
import { endOf, type Meeting } from './meeting';
import type { ReminderPlan } from './reminder-plan';
import { type RetentionPolicy, waitingDays } from './retention';
import type { CoordinatorAsk } from './row-kinds';
import { dueAtOf, nextSendableAt } from './sending-times';
import { notingMs } from './unfinished';
import type { Days } from './working-days';

type Context = { readonly meeting: Meeting; readonly plan: ReminderPlan; readonly days: Days };
type Ask = { readonly kind: CoordinatorAsk; readonly dueAt: Instant; readonly usefulUntil: Instant };

/** Every question, whether it will be needed or not: when its time comes it is asked only if there is something to ask. */
export const coordinatorAsksOf = (
  { meeting, plan, days }: Context,
  { keepDays, askDaysBefore }: RetentionPolicy,
): readonly Ask[] => {
  const endsAt = endOf(meeting);
  const eraseAt = endsAt + keepDays * dayMs;
  const eraseWaitingAt = eraseAt + waitingDays * dayMs;
  const askBefore = (at: Instant): Instant => Math.max(endsAt, at - askDaysBefore * dayMs);
  const dayBefore = dueAtOf(
    meeting.startsAt,
    { workingDaysBefore: 1, time: plan.hours.from },
    { plan, days },
  );
  const ask = (kind: CoordinatorAsk, from: Instant, usefulUntil: Instant): Ask => ({
    kind,
    dueAt: nextSendableAt(from, plan, days),
    usefulUntil,
  });
  return [
    ...(dayBefore === undefined ? [] : [ask('ask-publish', dayBefore, meeting.startsAt)]),
    // Not while people are still on their way back from the meeting.
    ask('ask-unpublished', endsAt + 18 * hourMs, endsAt + notingMs),
    ask('ask-outcomes', endsAt + 7 * dayMs, askBefore(eraseAt)),
    ask('ask-waiting', askBefore(eraseAt), eraseAt),
    ask('ask-waiting', askBefore(eraseWaitingAt), eraseWaitingAt),
    ask('ask-coordinator', askBefore(eraseAt), eraseAt),
  ].filter(({ dueAt, usefulUntil }) => dueAt < usefulUntil);
};
