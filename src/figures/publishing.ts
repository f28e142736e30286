import { hourMs } from '../duration';
import type { MeetingPorts } from '../meetings/access';
import { isForgotten } from '../meetings/model/meeting';
import type { Documents, Instant } from '../storage/contract';
import { update } from '../storage/update';
import { listMonths, monthIndex, monthOf, monthStart } from './counter';
import { type MeetingCounts, type Month, type MonthFigures, publishMonth } from './model/month';

export type FiguresPorts = Pick<MeetingPorts, 'meetings'> & { readonly figures: Documents<MonthFigures> };

/** So long after its end a month is published: every process has stored by then what it had counted. */
const graceMs = hourMs;
const everyMeeting = 10_000;

const nextMonth = (month: Month): Month => monthOf(monthStart(month) + 32 * 24 * hourMs);

const meetingsIn = async ({ meetings }: FiguresPorts, month: Month): Promise<MeetingCounts> => {
  const all = await meetings.between(monthStart(month), monthStart(nextMonth(month)), everyMeeting);
  const known = all.map(({ body }) => body).filter((meeting) => !isForgotten(meeting));
  const held = known.filter(({ status }) => status.kind === 'planned').length;
  return { held, 'called-off': known.length - held };
};

/** Puts what may be published in the place of the raw counts, once for ever; those are gone then. */
const publish = async (ports: FiguresPorts, month: Month): Promise<void> => {
  const meetings = await meetingsIn(ports, month);
  const publishedOf = (counts: Readonly<Record<string, number>>): MonthFigures => ({
    state: 'published',
    ...publishMonth(month, counts, meetings),
  });
  const updated = await update<MonthFigures, 'same'>(ports.figures, month, (body) =>
    body.state === 'published'
      ? { kind: 'leave', left: 'same' }
      : { kind: 'save', body: publishedOf(body.counts), index: monthIndex(month) },
  );
  // A month in which nothing was counted is published too: that it is missing would say so.
  if (updated.kind === 'missing') await ports.figures.insert(month, publishedOf({}), monthIndex(month));
};

/** Publishes each month that is over; asks the database only once a month. Several processes may do it at once. */
export const createPublishing = (ports: FiguresPorts) => {
  let doneUntil: Month = '';
  return async (now: Instant): Promise<void> => {
    const last = monthOf(now - graceMs);
    if (last <= doneUntil) return;
    const known = await listMonths(ports.figures);
    if (known.length === 0) {
      const first: MonthFigures = { state: 'counting', month: last, counts: {} };
      await ports.figures.insert(last, first, monthIndex(last));
    }
    const published = new Set(known.filter(({ state }) => state === 'published').map(({ month }) => month));
    for (let month = known[0]?.month ?? last; month < last; month = nextMonth(month))
      if (!published.has(month)) await publish(ports, month);
    doneUntil = last;
  };
};
