import { createAgendaHandlers } from '../../src/agenda/handlers';
import type { Card } from '../../src/cards/card';
import type { Handler } from '../../src/chat/router';
import { commandsOf, type Handlers } from '../../src/chat/router';
import type { Actor, Answer, Member } from '../../src/chat/turn';
import { createFiguresHandlers } from '../../src/figures/handlers';
import type { MonthFigures } from '../../src/figures/model/month';
import type { Feed, LinkPorts, StoredLink } from '../../src/links/addresses';
import { createLinkHandlers } from '../../src/links/handlers';
import type { ChannelClaim, MeetingPorts } from '../../src/meetings/access';
import { createMeetingHandlers } from '../../src/meetings/handlers';
import type { Group } from '../../src/meetings/model/group';
import type { Meeting } from '../../src/meetings/model/meeting';
import { defaultRetention } from '../../src/meetings/model/retention';
import type { PendingNotices } from '../../src/meetings/pending-notices';
import { createSetUpHandlers } from '../../src/meetings/set-up/handlers';
import { createWhereabouts } from '../../src/meetings/whereabouts';
import { wholeMeetings } from '../../src/meetings/whole-meetings';
import { ishojFile, loadMunicipality } from '../../src/municipality/load';
import { createRequestHandlers } from '../../src/requests/handlers';
import type { UnitRequest } from '../../src/requests/model/request';
import type { UnitHome } from '../../src/requests/model/unit-home';
import { memoryDocuments, memoryOutbox } from '../support/memory-store';

const municipality = loadMunicipality(ishojFile);
export const now = new Date('2026-12-01T08:00:00Z');
export const groupId = 'ssp-network-1';
export const netUrl = 'https://vejviser.example';
const tenantId = '0a0a0a0a-0000-4000-8000-000000000001';
export const channelId = '19:network-1@thread.tacv2';

export const people = {
  administrator: 'a0000000-0000-4000-8000-000000000001',
  coordinator: 'a0000000-0000-4000-8000-000000000002',
  deputy: 'a0000000-0000-4000-8000-000000000003',
  member: 'a0000000-0000-4000-8000-000000000004',
  guest: 'a0000000-0000-4000-8000-000000000005',
  outsider: 'a0000000-0000-4000-8000-000000000006',
} as const;
export type Person = keyof typeof people;

export const inChannel = (person: Person, conversationId = channelId): Actor => ({
  personId: people[person],
  scope: 'shared',
  conversationId,
  tenantId,
  serviceUrl: 'https://smba.trafficmanager.net/emea/',
  teamId: '19:team@thread.tacv2',
});
export const inPrivate = (person: Person): Actor => ({
  personId: people[person],
  scope: 'personal',
  conversationId: `a:${person}`,
  tenantId,
  serviceUrl: 'https://smba.trafficmanager.net/emea/',
});

const members: readonly Member[] = (
  ['administrator', 'coordinator', 'deputy', 'member', 'guest'] as const
).map((person) => ({ personId: people[person], name: `Navn ${person}`, isGuest: person === 'guest' }));

/** The handlers over documents in memory, with what was stored at hand; `teams` can be made to say nothing, `time` moves. */
export const openDesk = (
  { publicUrl }: { readonly publicUrl?: string | undefined } = { publicUrl: netUrl },
) => {
  const time = { now };
  const clock = () => time.now.getTime();
  const teams = {
    members: members as readonly Member[] | undefined,
    names: { team: 'SSP i Ishøj' } as { readonly team?: string; readonly channel?: string },
  };
  const groups = memoryDocuments<Group>(clock);
  const channels = memoryDocuments<ChannelClaim>(clock);
  const meetings = memoryDocuments<Meeting>(clock);
  const notices = memoryDocuments<PendingNotices>(clock);
  const outbox = memoryOutbox(clock);
  const ports: MeetingPorts = {
    municipality,
    administrators: new Set([people.administrator]),
    groups,
    channels,
    meetings: wholeMeetings(meetings),
    notices,
    outbox,
    roster: async () => teams.members,
    whereabouts: createWhereabouts(
      municipality.groups.map(({ id }) => id),
      clock,
    ),
    placeNames: async () => teams.names,
    days: () => ({
      holidayName: (date) => (date === '2027-02-09' ? { da: 'Prøvedag', en: 'Trial day' } : undefined),
      isSchoolHoliday: () => false,
      isClosed: () => false,
    }),
    knowsSchoolHolidays: false,
    retention: defaultRetention,
  };
  const feeds = memoryDocuments<Feed>(clock);
  const links = memoryDocuments<StoredLink>(clock);
  const figures = memoryDocuments<MonthFigures>(clock);
  const linkPorts: LinkPorts = { ...ports, figures, feeds, links, clock: async () => clock(), publicUrl };
  const homes = memoryDocuments<UnitHome>(clock);
  const requests = memoryDocuments<UnitRequest>(clock);
  const requestPorts = { ...ports, homes, requests, hours: () => () => [{ from: '08:00', to: '16:00' }] };
  const slices = [
    createSetUpHandlers(ports),
    createMeetingHandlers(ports),
    createAgendaHandlers(ports),
    createFiguresHandlers(linkPorts),
    createLinkHandlers(linkPorts),
    createRequestHandlers(requestPorts),
  ];
  const handlers: Handlers & { readonly verbs: Readonly<Record<string, Handler>> } = {
    verbs: Object.assign({}, ...slices.map(({ verbs }) => verbs)),
    commands: commandsOf(slices),
    sharedCommands: Object.assign({}, ...slices.map(({ sharedCommands }) => sharedCommands)),
  };
  const click = (verb: string, actor: Actor, data: object = {}): Promise<Answer> => {
    const handler = handlers.verbs[verb];
    if (handler === undefined) throw new Error(`no verb ${verb}`);
    return handler({ version: 1, language: 'da', verb, ...data }, actor, time.now);
  };
  const say = (words: string, actor: Actor): Promise<Answer> => {
    const handler = handlers.verbs[handlers.commands[words] ?? ''];
    if (handler === undefined) throw new Error(`no command ${words}`);
    return handler({}, actor, time.now);
  };
  const stored = () =>
    JSON.stringify([
      ...[groups.all(), channels.all(), meetings.all(), notices.all()],
      ...[homes.all(), requests.all(), outbox.rows()],
    ]);
  const secrets = () => JSON.stringify([feeds.all(), links.all()]);
  return {
    figures,
    feeds,
    links,
    linkPorts,
    secrets,
    ports,
    time,
    teams,
    groups,
    channels,
    meetings,
    notices,
    outbox,
    slices,
    handlers,
    click,
    say,
    stored,
  };
};
export type OpenDesk = ReturnType<typeof openDesk>;

/** The second Tuesday of each month from January to June 2027; 9 February is a holiday and moves to the tenth. */
export const filledForm = {
  groupId,
  ruleKind: 'monthly',
  weekday: '2',
  nth: '2',
  every: '1',
  startsOn: '2027-01-01',
  endsOn: '2027-06-30',
  time: '09:00',
  lengthMinutes: '120',
  place: 'Rådhuset, lokale 2',
  onHoliday: 'move',
};

/** A desk on which the coordinator has been named and has set the group up. */
export const openSetUpDesk = async (of?: Parameters<typeof openDesk>[0]): Promise<OpenDesk> => {
  const desk = openDesk(of);
  await desk.click('group.name', inChannel('administrator'), { personId: people.coordinator });
  await desk.click('group.confirm', inChannel('coordinator'), { ...filledForm, groupVersion: 0 });
  return desk;
};

export const cardOf = (answer: Answer): Card => {
  if (answer.kind !== 'card') throw new Error(`answered ${answer.kind}`);
  return answer.card;
};
export const jsonOf = (answer: Answer): string => JSON.stringify(cardOf(answer));
export const january = { groupId, occurrence: '2027-01-12', revision: 0 };
