import type { AuditRow } from '../audit/row';
import type { MonthFigures } from '../figures/model/month';
import type { Feed, StoredLink } from '../links/addresses';
import type { PendingNotices } from '../meetings/pending-notices';
import type { Collection, Installation, OutboxEntry, WeeklyCount } from '../storage/contract';
import type { ClassId } from './classes';
import { facts } from './facts-fields';
import { channels, groups, meetings } from './meeting-fields';
import type { Classified } from './paths';
import { requests, units } from './request-fields';

const feeds: Classified<Feed, ClassId> = {
  groupId: 'feed',
  personId: 'feed',
  tenantId: 'feed',
  language: 'feed',
  issuedAt: 'feed',
  salt: 'feed',
};

const links: Classified<StoredLink, ClassId> = {
  groupId: 'link',
  personId: 'link',
  tenantId: 'link',
  language: 'link',
  kind: 'link',
  occurrence: 'link',
  month: 'link',
  expiresAt: 'link',
};

const figures: Classified<MonthFigures, ClassId> = {
  state: 'bookkeeping',
  month: 'figures',
  'counts.*': 'monthCounts',
  'shown.cells.emergency': 'figures',
  'shown.cells.police': 'figures',
  'shown.cells.out-of-hours': 'figures',
  'shown.cells.family-centre': 'figures',
  'shown.cells.staff-unit': 'figures',
  'shown.cells.children-and-prevention': 'figures',
  'shown.cells.infohus': 'figures',
  'shown.cells.ssp-nu': 'figures',
  'shown.cells.other': 'figures',
  'shown.rest': 'figures',
  'asked.cells.staff-unit': 'figures',
  'asked.cells.family-centre': 'figures',
  'asked.rest': 'figures',
  'waited.staff-unit': 'figures',
  'waited.family-centre': 'figures',
  'meetings.cells.held': 'figures',
  'meetings.cells.called-off': 'figures',
  'meetings.rest': 'figures',
  'items.cells.orientation': 'figures',
  'items.cells.discussion': 'figures',
  'items.cells.decision': 'figures',
  'items.cells.single-case': 'figures',
  'items.cells.standing': 'figures',
  'items.rest': 'figures',
};

const notices: Classified<PendingNotices, ClassId> = {
  'waiting[].groupId': 'undelivered',
  'waiting[].row.id': 'undelivered',
  'waiting[].row.kind': 'undelivered',
  'waiting[].row.subject': 'undelivered',
};

const audit: Classified<AuditRow, ClassId> = {
  by: 'audit',
  verb: 'audit',
  'thing.kind': 'audit',
  'thing.id': 'audit',
  whom: 'audit',
  at: 'audit',
  outcome: 'audit',
};

/** What is in the documents' bodies, by collection. */
export const bodies: Readonly<Record<Collection, Readonly<Record<string, ClassId>>>> = {
  groups,
  channels,
  meetings,
  feeds,
  links,
  notices,
  units,
  requests,
  facts,
  audit,
  figures,
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
  units: beside('unitPlace'),
  requests: beside('asker'),
  facts: beside('ownFacts'),
  audit: beside('audit'),
  figures: beside('figures'),
  outbox: { ...entries, claimableAt: 'bookkeeping', underWay: 'bookkeeping', isWished: 'bookkeeping' },
  takenPlaces: { key: 'rate', at: 'rate', expiresAt: 'rate' },
};
