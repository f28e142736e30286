import type { Feed, FileLink } from '../links/addresses';
import type { ChannelClaim } from '../meetings/access';
import type { Group } from '../meetings/model/group';
import type { Meeting } from '../meetings/model/meeting';
import type { PendingNotices } from '../meetings/pending-notices';
import type { Collection, Installation, OutboxEntry, WeeklyCount } from '../storage/contract';
import type { ClassId } from './classes';
import type { Classified } from './paths';

const groups: Classified<Group, ClassId> = {
  groupId: 'plan',
  'series.startsOn': 'plan',
  'series.endsOn': 'plan',
  'series.time': 'plan',
  'series.lengthMinutes': 'plan',
  'series.place': 'plan',
  'series.onHoliday': 'plan',
  'series.rule.kind': 'plan',
  'series.rule.every': 'plan',
  'series.rule.nth': 'plan',
  'series.rule.weekday': 'plan',
  'plan.at.agenda-published.time': 'plan',
  'plan.at.agenda-published.workingDaysBefore': 'plan',
  'plan.at.call-for-items.time': 'plan',
  'plan.at.call-for-items.workingDaysBefore': 'plan',
  'plan.at.day-before.time': 'plan',
  'plan.at.day-before.workingDaysBefore': 'plan',
  'plan.at.deadline-near.time': 'plan',
  'plan.at.deadline-near.workingDaysBefore': 'plan',
  'plan.at.deadline-passed.time': 'plan',
  'plan.at.deadline-passed.workingDaysBefore': 'plan',
  'plan.at.same-morning.time': 'plan',
  'plan.at.same-morning.workingDaysBefore': 'plan',
  'plan.deadline.time': 'plan',
  'plan.deadline.workingDaysBefore': 'plan',
  'plan.hours.from': 'plan',
  'plan.hours.to': 'plan',
  'channel.conversationId': 'place',
  'channel.teamId': 'place',
  'channel.tenantId': 'place',
  'channel.serviceUrl': 'place',
  coordinator: 'roles',
  deputy: 'roles',
  'knownGuests[]': 'guests',
  'remindees[]': 'subscribers',
  'untold[].personId': 'undelivered',
  'untold[].row.id': 'undelivered',
  'untold[].row.kind': 'undelivered',
  'untold[].row.subject': 'undelivered',
  revision: 'bookkeeping',
  plannedRevision: 'bookkeeping',
  channelRevision: 'bookkeeping',
  'days.print': 'bookkeeping',
  calendarKey: 'bookkeeping',
  'days.revision': 'bookkeeping',
  keepDays: 'bookkeeping',
  'asked[]': 'bookkeeping',
  'lost.channel.count': 'bookkeeping',
  'lost.channel.since': 'bookkeeping',
  'lost.coordinators.count': 'bookkeeping',
  'lost.coordinators.since': 'bookkeeping',
};

const channels: Classified<ChannelClaim, ClassId> = {
  groupId: 'plan',
  'named[]': 'named',
};

const meetings: Classified<Meeting, ClassId> = {
  groupId: 'meeting',
  occurrence: 'meeting',
  startsAt: 'meeting',
  lengthMinutes: 'meeting',
  place: 'meeting',
  'status.kind': 'meeting',
  'status.at': 'meeting',
  'status.by': 'cancelledBy',
  'posts.meeting.messageId': 'posts',
  'posts.meeting.reminder.kind': 'posts',
  'posts.meeting.reminder.isLate': 'posts',
  'posts.meeting.shown.state': 'posts',
  'posts.meeting.shown.at': 'posts',
  'posts.meeting.outlived[]': 'posts',
  'posts.agenda.messageId': 'posts',
  'posts.agenda.reminder.kind': 'posts',
  'posts.agenda.reminder.isLate': 'posts',
  'posts.agenda.shown.state': 'posts',
  'posts.agenda.shown.at': 'posts',
  'posts.agenda.outlived[]': 'posts',
  'apologies[].functionId': 'apologies',
  'apologies[].substituteId': 'apologies',
  'apologies[].by': 'apologies',
  'apologies[].at': 'apologies',
  'agenda.items[].title': 'agendaWords',
  'agenda.items[].note': 'agendaWords',
  'agenda.items[].outcome.decision': 'agendaWords',
  'agenda.refused[].reason': 'agendaWords',
  'agenda.items[].author': 'agendaPeople',
  'agenda.items[].changed.by': 'agendaPeople',
  'agenda.refused[].author': 'agendaPeople',
  'agenda.refused[].by': 'agendaPeople',
  'agenda.publishedBy': 'agendaPeople',
  'agenda.heldBy': 'agendaPeople',
  'agenda.closesAt': 'agendaFacts',
  'agenda.closedAt': 'agendaFacts',
  'agenda.publishedAt': 'agendaFacts',
  'agenda.heldAt': 'agendaFacts',
  'agenda.items[].id': 'agendaFacts',
  'agenda.items[].kind': 'agendaFacts',
  'agenda.items[].topicKind': 'agendaFacts',
  'agenda.items[].functionId': 'agendaFacts',
  'agenda.items[].minutes': 'agendaFacts',
  'agenda.items[].handedInAt': 'agendaFacts',
  'agenda.items[].changed.at': 'agendaFacts',
  'agenda.items[].late': 'agendaFacts',
  'agenda.items[].carried': 'agendaFacts',
  'agenda.items[].outcome.kind': 'agendaFacts',
  'agenda.refused[].id': 'agendaFacts',
  'agenda.refused[].at': 'agendaFacts',
  'agenda.withdrawn[]': 'agendaFacts',
  'agenda.state': 'erased',
  'agenda.erasedAt': 'erased',
  revision: 'bookkeeping',
  changedAt: 'bookkeeping',
  'told.byPlan.startsAt': 'meeting',
  'told.byPlan.lengthMinutes': 'meeting',
  'told.byPlan.place': 'meeting',
  'told.byPlan.status': 'meeting',
  'told.channel.startsAt': 'meeting',
  'told.channel.lengthMinutes': 'meeting',
  'told.channel.place': 'meeting',
  'told.channel.status': 'meeting',
  'told.people.*.startsAt': 'subscribers',
  'told.people.*.lengthMinutes': 'subscribers',
  'told.people.*.place': 'subscribers',
  'told.people.*.status': 'subscribers',
  followsPlan: 'bookkeeping',
  isByHand: 'bookkeeping',
  areRowsPlanned: 'bookkeeping',
  'handedOn.*.kind': 'bookkeeping',
  'handedOn.*.occurrence': 'bookkeeping',
};

const feeds: Classified<Feed, ClassId> = {
  groupId: 'feed',
  personId: 'feed',
  tenantId: 'feed',
  language: 'feed',
  issuedAt: 'feed',
  salt: 'feed',
};

const links: Classified<FileLink, ClassId> = {
  groupId: 'link',
  personId: 'link',
  tenantId: 'link',
  language: 'link',
  kind: 'link',
  occurrence: 'link',
  expiresAt: 'link',
};

const notices: Classified<PendingNotices, ClassId> = {
  'waiting[].groupId': 'undelivered',
  'waiting[].row.id': 'undelivered',
  'waiting[].row.kind': 'undelivered',
  'waiting[].row.subject': 'undelivered',
};

/** What is in the documents' bodies, by collection. */
export const bodies: Readonly<Record<Collection, Readonly<Record<string, ClassId>>>> = {
  groups,
  channels,
  meetings,
  feeds,
  links,
  notices,
};

/** What stands beside a document's body, where each collection has its own class. */
const beside = (own: ClassId): Readonly<Record<'id' | 'version' | 'groupId' | 'at' | 'wakeAt', ClassId>> => ({
  id: own,
  version: 'bookkeeping',
  groupId: own,
  at: 'bookkeeping',
  wakeAt: 'bookkeeping',
});

const installations: Classified<Installation, ClassId> = {
  conversationId: 'installation',
  teamId: 'installation',
  tenantId: 'installation',
  serviceUrl: 'installation',
};

const weeklyCounts: Classified<WeeklyCount, ClassId> = { week: 'count', route: 'count', count: 'count' };

const entries: Classified<OutboxEntry, ClassId> = {
  id: 'sending',
  kind: 'sending',
  groupId: 'sending',
  subject: 'sending',
  to: 'sending',
  dueAt: 'sending',
  usefulUntil: 'sending',
  state: 'sending',
  attempts: 'sending',
  ambiguous: 'sending',
  changedAt: 'sending',
  fence: 'bookkeeping',
};

/** Every field of every table or collection, by the names that the program has for them. */
export const fields: Readonly<Record<string, Readonly<Record<string, ClassId>>>> = {
  installations,
  weeklyCounts,
  groups: beside('plan'),
  channels: beside('place'),
  meetings: beside('meeting'),
  feeds: beside('feed'),
  links: beside('link'),
  notices: beside('undelivered'),
  outbox: { ...entries, claimableAt: 'bookkeeping', underWay: 'bookkeeping', isWished: 'bookkeeping' },
  takenPlaces: { key: 'rate', at: 'rate', expiresAt: 'rate' },
};
