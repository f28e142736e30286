import { z } from 'zod';
import type { Handler, Handlers } from '../chat/router';
import { dayMs } from '../duration';
import type { Language } from '../municipality/schema';
import { wallTimeOf } from '../municipality/wall-time';
import type { OutboxEntry } from '../storage/contract';
import { type Access, accessTo, groupIn, type MeetingPorts } from './access';
import { answer, authorise, groupShape, isOfNow, languageOf, meetingShape, refusal } from './answering';
import { comingMeetings, nextToBeHeld } from './coming-meetings';
import { pageIn } from './group-pages';
import { closedIn } from './left-channel';
import { occurrencesOf } from './model/dates';
import { meetingId } from './model/meeting';
import { withoutOutlivedRows } from './model/reminders';
import { groupsOf, type Mine } from './my-groups';
import { type MyGroup, myGroupsCard, nextMeetingsCard } from './my-groups-card';
import { isShowing } from './posted-cards';
import { sentCard } from './sent-card';
import { createSubscriptionClicks } from './subscribers';

const shownMeetings = 8;
/** Of each of the reader's groups. */
const shownOfEach = 2;
/** With what goes to many in private, which makes one line. */
const mostSentRows = 5_000;
const mostMeetings = 500;

const roleIn = ({ membership }: Access): MyGroup['role'] => {
  if (membership.roles.has('coordinator')) return 'coordinator';
  return membership.roles.has('deputy') ? 'deputy' : 'member';
};

type Listed = Pick<Mine, 'accesses' | 'page' | 'pages'>;

const list = async (
  ports: MeetingPorts,
  { language, now }: { readonly language: Language; readonly now: number },
  { accesses, page, pages, limit }: Listed & { readonly limit: number },
) => {
  const groups = await Promise.all(
    accesses.map(async ({ facts, group }) => {
      const coming = await comingMeetings(ports, { groupId: facts.id, now, limit: limit + 1 });
      const meetings = coming.slice(0, limit);
      // Dates further ahead have no meeting of their own yet.
      const last = wallTimeOf(new Date(meetings.at(-1)?.startsAt ?? now)).date;
      const isPlannedLater = occurrencesOf(group.body.series, facts.kind, ports.days(facts.kind)).some(
        ({ heldOn }) => heldOn !== undefined && heldOn > last,
      );
      return { facts, meetings, areMore: coming.length > limit || isPlannedLater };
    }),
  );
  return answer(language, nextMeetingsCard({ language, now, page, pages }, groups));
};

/** What only edits a card tells nobody anything. */
const isSilent = (row: OutboxEntry): boolean => isShowing(row) || closedIn(row) !== undefined;

const sentShape = groupShape.extend({
  page: z.number().int().min(0).max(999).catch(0),
  /** The meeting that was asked from; absent for all of the group's. */
  occurrence: meetingShape.shape.occurrence.optional().catch(undefined),
});

const bySubject = (rows: readonly OutboxEntry[]): ReadonlyMap<string, readonly OutboxEntry[]> => {
  const found = new Map<string, OutboxEntry[]>();
  for (const row of rows) {
    const known = found.get(row.subject);
    if (known === undefined) found.set(row.subject, [row]);
    else known.push(row);
  }
  return found;
};

const createSent = (ports: MeetingPorts): Handler =>
  authorise(ports, { shape: sentShape, permission: 'coordinate' }, async (click) => {
    const { facts, language, now, data } = click;
    const { occurrence } = data;
    const only = occurrence === undefined ? undefined : meetingId(facts.id, occurrence);
    const rows = await ports.outbox.list(facts.id, now - 14 * dayMs, mostSentRows);
    // As far back as something is sent about a meeting, and its words are kept.
    const meetings = await ports.meetings.list(facts.id, now - 400 * dayMs, mostMeetings);
    const meeting = meetings.find(({ id }) => id === only)?.body;
    const startsAt = new Map(meetings.map(({ id, body }) => [id, body.startsAt]));
    const planning = { days: ports.days(facts.kind), retention: ports.retention };
    const shown = rows.filter((row) => !isSilent(row) && (only === undefined || row.subject === only));
    const planned = bySubject(shown.filter(({ state }) => state === 'planned'));
    const isKnown = ({ subject }: OutboxEntry) => startsAt.has(subject);
    const told = [
      ...shown.filter((row) => row.state !== 'planned' || !isKnown(row)),
      ...meetings.flatMap(({ id, body }) =>
        withoutOutlivedRows(planned.get(id) ?? [], body, click.group.body, planning),
      ),
    ];
    return answer(language, sentCard({ language, facts, startsAt, meeting }, told, data.page));
  });

export const createOverviewClicks = (ports: MeetingPorts): Handlers => {
  const mine: Handler = async (raw, actor, now) => {
    const language = languageOf(ports, raw);
    if (!isOfNow(raw)) return refusal(language, 'odd-card');
    if (actor.scope === 'shared') return next(raw, actor, now);
    const found = await groupsOf(ports, actor, pageIn(raw));
    const groups = await Promise.all(
      found.accesses.map(async (access): Promise<MyGroup> => {
        const first = await nextToBeHeld(ports, { groupId: access.facts.id, now: now.getTime() });
        const isReminded = access.group.body.remindees.includes(actor.personId);
        return { facts: access.facts, role: roleIn(access), next: first, isReminded };
      }),
    );
    return answer(language, myGroupsCard({ ...found, language, now: now.getTime() }, groups));
  };

  /** In a channel its own group's meetings, elsewhere those of all the reader's groups. */
  const next: Handler = async (raw, actor, now) => {
    const language = languageOf(ports, raw);
    if (!isOfNow(raw)) return refusal(language, 'odd-card');
    const here = actor.scope === 'shared' ? (await groupIn(ports, actor.conversationId)).group : undefined;
    if (actor.scope === 'shared' && here === undefined) return refusal(language, 'no-group-here');
    const view = { language, now: now.getTime() };
    const wanted = here?.body.groupId ?? groupShape.safeParse(raw).data?.groupId;
    if (wanted !== undefined) {
      const access = await accessTo(ports, { actor, groupId: wanted, permission: 'take-part' });
      if (access.kind === 'refused') return refusal(language, access.reason);
      return list(ports, view, { accesses: [access], page: 0, pages: 1, limit: shownMeetings });
    }
    return list(ports, view, { ...(await groupsOf(ports, actor, pageIn(raw))), limit: shownOfEach });
  };

  return {
    verbs: {
      'group.mine': mine,
      'meeting.next': next,
      // Where others read along nobody's groups are listed.
      'group.calendar': (raw, actor, now) => (actor.scope === 'personal' ? mine : next)(raw, actor, now),
      ...createSubscriptionClicks(ports, mine).verbs,
      'group.sent': createSent(ports),
    },
    commands: {
      'mine grupper': 'group.mine',
      'my groups': 'group.mine',
      kalender: 'group.calendar',
      kalenderen: 'group.calendar',
      calendar: 'group.calendar',
      møde: 'meeting.next',
      møder: 'meeting.next',
      mødet: 'meeting.next',
      'mine møder': 'meeting.next',
      'næste møde': 'meeting.next',
      'næste møder': 'meeting.next',
      afbud: 'meeting.next',
      meeting: 'meeting.next',
      meetings: 'meeting.next',
      'next meeting': 'meeting.next',
      'next meetings': 'meeting.next',
    },
  };
};
