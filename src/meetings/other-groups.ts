import { dayMs } from '../duration';
import type { Language } from '../municipality/schema';
import { daysAfter, wallTimeOf } from '../municipality/wall-time';
import type { Doc, Instant } from '../storage/contract';
import { findGroup, type MeetingPorts } from './access';
import {
  isDuring,
  type OtherGroup,
  type Span,
  spanOn,
  spansOf,
  type TimeWarning,
  warningsOf,
} from './model/clashes';
import { furthestMoveDays, occurrencesOf } from './model/dates';
import type { Group } from './model/group';
import { factsOf, type GroupFacts } from './model/group-facts';
import { endOf, meetingMinutes } from './model/meeting';

const mostMeetings = 500;
const groupsAtOnce = 50;

type Asked = { readonly facts: GroupFacts; readonly language: Language; readonly now: Instant };

/**
 * The other groups that meet during one of the spans, with every time at which they meet from now on. Each group's plan is
 * looked at, and the meetings of those alone that can be in the way.
 */
export const otherGroups = async (
  ports: MeetingPorts,
  { facts: own, language, now }: Asked,
  spans: readonly Span[],
): Promise<readonly OtherGroup[]> => {
  if (spans.length === 0) return [];
  const found = new Set([...(await meetingDuring(ports, spans)), ...(await plannedDuring(ports, spans))]);
  const inTheWay = ports.municipality.groups.filter(({ id }) => id !== own.id && found.has(id));
  const others: OtherGroup[] = [];
  for (const { id, kind, name } of inTheWay) {
    const group = await findGroup(ports, id);
    if (group === undefined) continue;
    const { series } = group.body;
    const meetings = await ports.meetings.list(id, now - dayMs, mostMeetings);
    const plan = { series, occurrences: occurrencesOf(series, kind, ports.days(kind)) };
    others.push({
      name: name[language],
      spans: spansOf(
        plan,
        meetings.map(({ body }) => body),
      ),
    });
  }
  return others;
};

/** The groups that have a meeting then. */
const meetingDuring = async (
  { meetings }: MeetingPorts,
  spans: readonly Span[],
): Promise<readonly string[]> => {
  const groupIds: string[] = [];
  for (const { from, to } of spans) {
    const near = await meetings.between(from - meetingMinutes.most * 60_000, to, mostMeetings);
    groupIds.push(...near.flatMap(({ body }) => (endOf(body) > from ? [body.groupId] : [])));
  }
  return groupIds;
};

/** The groups whose plan has a date then, whatever has become of it. */
const plannedDuring = async (ports: MeetingPorts, spans: readonly Span[]): Promise<readonly string[]> => {
  const days = daysAsked(spans);
  const groupIds: string[] = [];
  let page: readonly Doc<Group>[] = [];
  do {
    page = await ports.groups.page(page.at(-1)?.id ?? '', groupsAtOnce);
    groupIds.push(...page.flatMap(({ body }) => (meetsOn(ports, body, days) ? [body.groupId] : [])));
  } while (page.length === groupsAtOnce);
  return groupIds;
};

/** The days of the spans, and from when to when on a day they are, in minutes. */
const daysAsked = (spans: readonly Span[]) => {
  const walls = spans.map(({ from, to }) => {
    const { date, time } = wallTimeOf(new Date(from));
    return { date, starts: minutesAt(time), ends: minutesAt(time) + (to - from) / 60_000 };
  });
  const dates = walls.map(({ date }) => date).toSorted();
  return {
    spans,
    dates: new Set(dates),
    first: dates[0] ?? '',
    last: dates.at(-1) ?? '',
    starts: Math.min(...walls.map(({ starts }) => starts)),
    ends: Math.max(...walls.map(({ ends }) => ends)),
  };
};

const minutesAt = (time: string): number => {
  const [hours = '', minutes = ''] = time.split(':');
  return 60 * Number(hours) + Number(minutes);
};

/** Its dates are counted only when its hours and its year can be in the way: most groups' can't. */
const meetsOn = (
  ports: MeetingPorts,
  { groupId, series }: Group,
  { spans, dates, first, last, starts, ends }: ReturnType<typeof daysAsked>,
): boolean => {
  const kind = factsOf(ports.municipality, groupId)?.kind;
  const at = minutesAt(series.time);
  const isThen = at < ends && at + series.lengthMinutes > starts;
  const isThatYear = series.startsOn <= last && daysAfter(series.endsOn, furthestMoveDays) >= first;
  if (kind === undefined || !isThen || !isThatYear) return false;
  return occurrencesOf(series, kind, ports.days(kind)).some(
    ({ heldOn }) => heldOn !== undefined && dates.has(heldOn) && isDuring(spanOn(heldOn, series), spans),
  );
};

/** What a coordinator is to be warned of before a meeting of the group is given that time. */
export const timeWarnings = async (
  ports: MeetingPorts,
  { span, ...asked }: Asked & { readonly span: Span },
): Promise<readonly TimeWarning[]> =>
  warningsOf(span, ports.days(asked.facts.kind), await otherGroups(ports, asked, [span]));
