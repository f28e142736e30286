import { receiptKindOf, receiptWords } from '../agenda/receipts';
import type { Card } from '../cards/card';
import { box, words } from '../cards/elements';
import type { Router } from '../chat/turn';
import type { MeetingPorts } from '../meetings/access';
import { tellAdministrators } from '../meetings/maintenance/channel-health';
import { type Group, indexNow, type PendingNotice } from '../meetings/model/group';
import type { PersonId } from '../meetings/model/meeting';
import type { OutboxEntry } from '../storage/contract';
import { noticeText } from './notice-words';
import { fileWords } from './render';

const mostPending = 50;

/** All that can be said of private reminders is that they don't arrive. */
const pendingOf = ({ id, kind, subject, groupId }: OutboxEntry, personId: PersonId): PendingNotice => ({
  personId,
  row: kind.startsWith('private-')
    ? { id: `${groupId}/private`, kind: 'private-reminder', subject: groupId }
    : { id, kind, subject },
});

const isSame = (one: PendingNotice, other: PendingNotice): boolean =>
  one.personId === other.personId && one.row.id === other.row.id;

/** Remembers what somebody couldn't be told in private. Of a channel that is gone an administrator is told instead. */
export const rememberUndelivered =
  (ports: MeetingPorts) =>
  async (row: OutboxEntry, personId: PersonId): Promise<void> => {
    const untold = pendingOf(row, personId);
    for (;;) {
      const doc = await ports.groups.find(row.groupId);
      if (doc === undefined || doc.body.untold.some((each) => isSame(each, untold))) return;
      if (row.kind === 'channel-gone') await tellAdministrators(ports, doc.body, row.changedAt);
      const body = { ...doc.body, untold: [untold, ...doc.body.untold].slice(0, mostPending) };
      if (await ports.groups.replace(doc, body, indexNow(body))) return;
    }
  };

const sentenceOf = async (
  ports: MeetingPorts,
  { groupId }: Group,
  { row, personId }: PendingNotice,
): Promise<readonly string[]> => {
  const { municipality, days, meetings } = ports;
  const { language } = municipality;
  const receipt = receiptKindOf(row.kind);
  const kind = municipality.groups.find(({ id }) => id === groupId)?.kind ?? 'ssp-network';
  const meeting = row.subject === groupId ? undefined : (await meetings.find(row.subject))?.body;
  const textOf = (): string | undefined => {
    if (meeting === undefined) return noticeText({ ...row, groupId }, { municipality, days: days(kind) });
    if (receipt !== undefined)
      return receiptWords({ id: row.id, kind: receipt, to: personId }, { language, meeting });
    return row.kind === 'ask-coordinator' ? fileWords(meeting, ports) : undefined;
  };
  const text = textOf();
  return text === undefined ? [] : [text];
};

/** What the person hasn't been told yet, of every group; it counts as told from now on. */
const takePending = async (ports: MeetingPorts, personId: PersonId): Promise<readonly string[]> => {
  const sentences = await Promise.all(
    ports.municipality.groups.map(async ({ id }) => {
      const doc = await ports.groups.find(id);
      const own = doc?.body.untold.filter((each) => each.personId === personId) ?? [];
      if (doc === undefined || own.length === 0) return [];
      const body = { ...doc.body, untold: doc.body.untold.filter((each) => each.personId !== personId) };
      const isTaken = await ports.groups.replace(doc, body, indexNow(body));
      return isTaken ? Promise.all(own.map((each) => sentenceOf(ports, doc.body, each))) : [];
    }),
  );
  return sentences.flat(2);
};

const withNotices = (card: Card, sentences: readonly string[]): Card => ({
  ...card,
  speak: [...sentences, card.speak].join(' '),
  fallbackText: [...sentences, card.fallbackText].join(' '),
  body: [
    box(
      'warning',
      sentences.map((sentence) => words(sentence)),
    ),
    ...(card.body as readonly unknown[]),
  ],
});

/**
 * The router, whose cards begin with what their reader couldn't be told in private: once. In a channel only a click's card
 * does, which is answered to the clicker alone; what somebody writes there is answered to everybody.
 */
export const withPendingNotices = (ports: MeetingPorts, router: Router): Router => ({
  takes: router.takes,
  answer: async (incoming, actor, now) => {
    const answer = await router.answer(incoming, actor, now);
    const isForOne = actor.scope === 'personal' || incoming.kind === 'click';
    if (answer.kind !== 'card' || !isForOne) return answer;
    const sentences = await takePending(ports, actor.personId);
    return sentences.length === 0 ? answer : { ...answer, card: withNotices(answer.card, sentences) };
  },
});
