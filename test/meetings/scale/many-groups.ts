import { createAgendaHandlers } from '../../../src/agenda/handlers';
import type { Card } from '../../../src/cards/card';
import { createRouter, onClock } from '../../../src/chat/router';
import type { Actor, Member } from '../../../src/chat/turn';
import { createLinkHandlers } from '../../../src/links/handlers';
import { type ChannelClaim, lookAt, type MeetingPorts } from '../../../src/meetings/access';
import { createMeetingHandlers } from '../../../src/meetings/handlers';
import { bringUpToDate } from '../../../src/meetings/maintenance/maintain';
import { type Group, newGroup } from '../../../src/meetings/model/group';
import type { Meeting } from '../../../src/meetings/model/meeting';
import { defaultRetention } from '../../../src/meetings/model/retention';
import type { Series } from '../../../src/meetings/model/series';
import type { PendingNotices } from '../../../src/meetings/pending-notices';
import { createSetUpHandlers } from '../../../src/meetings/set-up/handlers';
import { createWhereabouts } from '../../../src/meetings/whereabouts';
import { withPendingNotices } from '../../../src/messages/pending-notices';
import { ishojFile, loadMunicipality } from '../../../src/municipality/load';
import type { Documents } from '../../../src/storage/contract';
import { memoryDocuments, memoryOutbox } from '../../support/memory-store';
import { plan } from '../model/meetings';
import { daysWith } from '../plainly';

const ishoj = loadMunicipality(ishojFile);
export const now = new Date('2026-12-01T08:00:00Z');
const tenantId = '0a0a0a0a-0000-4000-8000-000000000001';
const serviceUrl = 'https://smba.trafficmanager.net/emea/';

export const idOf = (n: number): string => `group-${n}`;
const channelOf = (groupId: string): string => `19:${groupId}@thread.tacv2`;
const personOf = (n: number): string => `b0000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
export const coordinatorOf = (groupId: string): string => personOf(Number(groupId.replace(/\D/g, '')) + 1);

/** Anna is in the first three groups, Bo in all of them, and somebody is named in the channel `new`. */
export const anna = 'a0000000-0000-4000-8000-000000000001';
export const bo = 'a0000000-0000-4000-8000-000000000002';
export const named = 'a0000000-0000-4000-8000-000000000003';

export const inPrivate = (personId: string): Actor => ({
  ...{ personId, scope: 'personal', conversationId: `a:${personId}`, tenantId, serviceUrl },
});
export const inChannel = (groupId: string, personId: string): Actor => ({
  ...{ personId, scope: 'shared', conversationId: channelOf(groupId), tenantId, serviceUrl },
  teamId: '19:team@thread.tacv2',
});

/** As long as the file's own names, so that cards are as large as they get. */
const nameOf = (n: number): string => `SSP-netværksgruppe for skoledistrikt nr. ${n} og dets ungdomsklubber`;

const member = (personId: string): Member => ({ personId, name: 'Navn', isGuest: false });

/** What is asked of the stored documents: how often, and how many documents were read. */
const counting = <Body>(documents: Documents<Body>, counted: { calls: number; read: number }) =>
  Object.fromEntries(
    Object.entries(documents as Readonly<Record<string, (...given: readonly unknown[]) => unknown>>).map(
      ([name, run]) => [
        name,
        async (...given: readonly unknown[]) => {
          counted.calls += 1;
          const found: unknown = await run(...given);
          counted.read += Array.isArray(found) ? found.length : 1;
          return found;
        },
      ],
    ),
  ) as unknown as Documents<Body>;

const seriesOf = (n: number): Series => ({
  rule: { kind: 'weekly', weekday: (1 + (n % 5)) as 1, every: 2 },
  ...{ startsOn: '2026-11-01', endsOn: '2027-06-30' },
  time: `${String(8 + (Math.floor(n / 5) % 7)).padStart(2, '0')}:00`,
  ...{ lengthMinutes: 60, place: `Rådhuset, lokale ${n}`, onHoliday: 'skip' },
});

type Many = {
  readonly seriesOf?: (n: number) => Series;
  /** So many of them have a channel; all, when nothing is said. */
  readonly setUp?: number;
  /** Members beside Bo and the coordinator. */
  readonly members?: readonly string[];
};

/** So many groups, each set up in a channel of its own, with their meetings. */
export const openMany = async (count: number, of: Many = {}) => {
  const [facts] = ishoj.groups;
  if (facts === undefined) throw new Error('no group');
  const groupIds = Array.from({ length: count }, (_, n) => idOf(n));
  const municipality = {
    ...ishoj,
    groups: groupIds.map((id, n) => ({ ...facts, id, name: { da: nameOf(n), en: nameOf(n) } })),
  };
  const time = { now: now.getTime() };
  const clock = () => time.now;
  const counted = { calls: 0, read: 0 };
  const kept = {
    groups: memoryDocuments<Group>(clock),
    channels: memoryDocuments<ChannelClaim>(clock),
    meetings: memoryDocuments<Meeting>(clock),
    notices: memoryDocuments<PendingNotices>(clock),
  };
  const outbox = memoryOutbox(clock);
  const rosters = new Map<string, readonly Member[]>(
    groupIds.map((groupId, n) => [
      channelOf(groupId),
      [bo, coordinatorOf(groupId), ...(n < 3 ? [anna] : []), ...(of.members ?? [])].map(member),
    ]),
  );
  rosters.set(channelOf('new'), [member(named)]);
  const asked: string[] = [];
  const ports: MeetingPorts = {
    municipality,
    administrators: new Set(),
    groups: counting(kept.groups, counted),
    channels: counting(kept.channels, counted),
    meetings: counting(kept.meetings, counted),
    notices: counting(kept.notices, counted),
    outbox,
    roster: async ({ conversationId }) => {
      asked.push(conversationId);
      return rosters.get(conversationId) ?? 'gone';
    },
    whereabouts: createWhereabouts(groupIds, clock),
    placeNames: async () => ({}),
    days: () => daysWith({}),
    knowsSchoolHolidays: true,
    retention: defaultRetention,
  };
  const links = {
    feeds: memoryDocuments<never>(clock),
    links: memoryDocuments<never>(clock),
    figures: memoryDocuments<never>(clock),
    clock: async () => clock(),
    publicUrl: undefined,
  };
  const slices = [
    createSetUpHandlers(ports),
    createMeetingHandlers(ports),
    createAgendaHandlers(ports),
    createLinkHandlers({ ...ports, ...links }),
  ];
  const router = onClock(withPendingNotices(ports, createRouter(slices)), async () => clock());
  for (const [n, groupId] of groupIds.slice(0, of.setUp).entries()) {
    const channel = { conversationId: channelOf(groupId), teamId: '19:team', tenantId, serviceUrl };
    const series = (of.seriesOf ?? seriesOf)(n);
    const fresh = { groupId, channel, coordinator: coordinatorOf(groupId), series, plan, knownGuests: [] };
    await kept.channels.insert(channel.conversationId, { groupId, named: [] }, { groupId, at: 0 });
    const group = { ...newGroup(fresh), keepDays: defaultRetention.keepDays };
    await kept.groups.insert(groupId, group, { groupId, at: 0 });
    await bringUpToDate(ports, newGroup(fresh), time.now);
  }
  await kept.channels.insert(channelOf('new'), { named: [named] }, { groupId: '', at: 0 });
  const cardOf = async (answer: ReturnType<typeof router.answer>): Promise<Card> => {
    const given = await answer;
    if (given.kind !== 'card') throw new Error(`answered ${given.kind}`);
    return given.card;
  };
  return {
    ...kept,
    ...{ ports, outbox, groupIds, counted, asked, time, rosters },
    /** What the look around does in time. */
    lookAround: async (): Promise<void> => {
      for (const groupId of groupIds) await lookAt(ports, groupId);
    },
    firstMeeting: async (groupId: string): Promise<Meeting> => {
      const [first] = await kept.meetings.list(groupId, time.now + 20 * 86_400_000, 1);
      if (first === undefined) throw new Error('no meeting');
      return first.body;
    },
    say: (actor: Actor, text: string): Promise<Card> =>
      cardOf(router.answer({ kind: 'message', scope: actor.scope, text }, actor, now)),
    click: (actor: Actor, verb: string, data: object): Promise<Card> =>
      cardOf(
        router.answer(
          { kind: 'click', scope: actor.scope, verb, data: { version: 1, language: 'da', ...data } },
          actor,
          now,
        ),
      ),
  };
};
export type ManyGroups = Awaited<ReturnType<typeof openMany>>;
