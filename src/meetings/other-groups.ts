import type { Language } from '../municipality/schema';
import { isoWeekdayOf, wallTimeOf } from '../municipality/wall-time';
import type { MeetingPorts } from './access';
import { isMeanwhile, namedClashes, type Span, type TimeWarning, warningsOf } from './model/clashes';
import type { Group } from './model/group';
import { factsOf, type GroupFacts, kindOf } from './model/group-facts';
import { isHeldOn, sourcesOf } from './model/held-on';
import { endOf, type Meeting, meetingId, meetingMinutes } from './model/meeting';
import { minuteOfDay, weekMinute } from './model/series';

const longestMs = meetingMinutes.most * 60_000;
/** One more than are named says that there are more. */
const enough = namedClashes + 1;
/** So many are read at first, and more only when too few of those are what is looked for. */
const atMost = [8, 64, 512] as const;
const ownAtMost = 50;

type Asked = { readonly facts: GroupFacts; readonly language: Language };
/** A span with the groups that are known to meet then. */
type Looked = { readonly span: Span; readonly groupIds: Set<string> };

/**
 * For each span the names of other groups that meet then: all of them, or of many one more than are named. Meetings are found
 * by their time; plans whose dates have no meeting yet by their weekday and hour.
 */
export const clashesDuring = async (
  ports: MeetingPorts,
  { facts: own, language }: Asked,
  spans: readonly Span[],
): Promise<readonly (readonly string[])[]> => {
  const looked: readonly Looked[] = spans.map((span) => ({ span, groupIds: new Set() }));
  for (const each of looked) await addMeetings(ports, each, own.id);
  await addPlans(ports, looked, own.id);
  return looked.map(({ groupIds }) =>
    [...groupIds].flatMap((groupId) => factsOf(ports.municipality, groupId)?.name[language] ?? []),
  );
};

const isThen = (meeting: Meeting, span: Span): boolean =>
  meeting.status.kind === 'planned' && isMeanwhile(span, { from: meeting.startsAt, to: endOf(meeting) });

/** The groups that have a meeting then; those that begin before it are looked for only when the others are too few. */
const addMeetings = async (
  { meetings }: MeetingPorts,
  { span, groupIds }: Looked,
  own: string,
): Promise<void> => {
  const before = { from: span.from - longestMs, to: span.from };
  for (const { from, to } of [span, before])
    for (const limit of atMost) {
      if (groupIds.size >= enough) return;
      const near = await meetings.between(from, to, limit);
      for (const { body } of near)
        if (groupIds.size < enough && body.groupId !== own && isThen(body, span)) groupIds.add(body.groupId);
      if (near.length < limit) break;
    }
};

/** A span's date and minutes of the day, and a date of a plan that can be held on it. */
type Asking = {
  readonly date: string;
  readonly source: string;
  readonly begins: number;
  readonly ends: number;
};

const askingOf = ({ days }: MeetingPorts, { from, to }: Span): readonly Asking[] => {
  const { date, time } = wallTimeOf(new Date(from));
  const begins = minuteOfDay(time);
  const ends = begins + (to - from) / 60_000;
  // No other kind of group has dates that are moved.
  return sourcesOf(date, days('ssp-network')).map((source) => ({ date, source, begins, ends }));
};

/** The groups whose plan has a date then of which no meeting has been made. */
const addPlans = async (ports: MeetingPorts, looked: readonly Looked[], own: string): Promise<void> => {
  for (const { from, to, dates } of weekSpansOf(ports, looked)) {
    for (const { body: group } of await ports.groups.between(from, to, ports.municipality.groups.length)) {
      if (group.groupId === own || group.dissolved !== undefined) continue;
      const open = dates.filter(({ groupIds }) => groupIds.size < enough);
      for await (const { groupIds } of plannedOf(ports, group, open)) groupIds.add(group.groupId);
    }
  }
};

/** What is asked, by the minutes of the week at which a group's plan would let it meet. */
const weekSpansOf = (ports: MeetingPorts, looked: readonly Looked[]) => {
  const found = new Map<string, { from: number; to: number; dates: (Asking & Looked)[] }>();
  for (const each of looked)
    for (const asking of askingOf(ports, each.span)) {
      const weekday = isoWeekdayOf(asking.source);
      const from = weekMinute(weekday, Math.max(0, asking.begins - meetingMinutes.most));
      const to = weekMinute(weekday, asking.ends);
      const known = found.get(`${from}-${to}`) ?? { from, to, dates: [] };
      known.dates.push({ ...each, ...asking });
      found.set(`${from}-${to}`, known);
    }
  return [...found.values()];
};

/** Those of the dates on which the group's plan lets it meet then, and of which no meeting has been made. */
const plannedOf = async function* <One extends Asking>(
  ports: MeetingPorts,
  { groupId, series }: Group,
  dates: readonly One[],
): AsyncGenerator<One> {
  const at = minuteOfDay(series.time);
  const near = dates.filter(({ begins, ends }) => at < ends && at + series.lengthMinutes > begins);
  const kind = near.length === 0 ? undefined : kindOf(ports.municipality, groupId);
  if (kind === undefined) return;
  const plan = { series, kind, days: ports.days(kind) };
  for (const one of near)
    if (isHeldOn(plan, one) && (await ports.meetings.find(meetingId(groupId, one.source))) === undefined)
      yield one;
};

type Own = {
  readonly group: Group;
  readonly span: Span;
  /** The meeting that is to be given that time, which is no warning to itself. */
  readonly isItself: (meeting: Meeting) => boolean;
};

/** Whether the group itself has another meeting then, or a date of its plan. */
const meetsItself = async (ports: MeetingPorts, { group, span, isItself }: Own): Promise<boolean> => {
  const near = await ports.meetings.list(group.groupId, span.from - longestMs, ownAtMost);
  if (near.some(({ body }) => isThen(body, span) && !isItself(body))) return true;
  for await (const _ of plannedOf(ports, group, askingOf(ports, span))) return true;
  return false;
};

/** What a coordinator is to be warned of before a meeting of the group is given that time. */
export const timeWarnings = async (
  ports: MeetingPorts,
  { span, ...asked }: Asked & Own,
): Promise<readonly TimeWarning[]> => {
  const [groups = []] = await clashesDuring(ports, asked, [span]);
  const isOwn = await meetsItself(ports, { ...asked, span });
  return warningsOf(span, ports.days(asked.facts.kind), { groups, isOwn });
};
