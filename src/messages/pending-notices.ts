import { receiptKindOf, receiptWords } from '../agenda/receipts';
import type { Card } from '../cards/card';
import { box, words } from '../cards/elements';
import type { PersonId, Router } from '../chat/turn';
import type { MeetingPorts } from '../meetings/access';
import { tellAdministrators } from '../meetings/maintenance/channel-health';
import { kindOf } from '../meetings/model/group-facts';
import { isCoordinatorAsk, isPrivate } from '../meetings/model/row-kinds';
import { addPendingNotice, type PendingNotice, takePendingNotices } from '../meetings/pending-notices';
import type { Instant, OutboxEntry } from '../storage/contract';
import { askWords } from './asks';
import { noticeText } from './notice-words';

/** All that can be said of private reminders is that they don't arrive. */
const pendingOf = ({ id, kind, subject, groupId }: OutboxEntry): PendingNotice => ({
  groupId,
  row: isPrivate(kind)
    ? { id: `${groupId}/private`, kind: 'private-reminder', subject: groupId }
    : { id, kind, subject },
});

/** Remembers what somebody couldn't be told in private. Of a channel that is gone an administrator is told instead. */
export const rememberUndelivered =
  (ports: MeetingPorts) =>
  async (row: OutboxEntry, personId: PersonId): Promise<void> => {
    const group = row.kind === 'channel-gone' ? await ports.groups.find(row.groupId) : undefined;
    if (group !== undefined) await tellAdministrators(ports, group.body, row.changedAt);
    await addPendingNotice(ports, { personId, notice: pendingOf(row), now: row.changedAt });
  };

const sentenceOf = async (
  ports: MeetingPorts,
  { groupId, row }: PendingNotice,
  { personId, now }: { readonly personId: PersonId; readonly now: Instant },
): Promise<readonly string[]> => {
  const { municipality, days, meetings } = ports;
  const { language } = municipality;
  const receipt = receiptKindOf(row.kind);
  const meeting = row.subject === groupId ? undefined : (await meetings.find(row.subject))?.body;
  const textOf = (): string | undefined => {
    if (meeting === undefined)
      return noticeText({ ...row, groupId }, { municipality, days: days(kindOf(municipality, groupId)) });
    if (receipt !== undefined)
      return receiptWords({ id: row.id, kind: receipt, to: personId }, { language, meeting });
    return isCoordinatorAsk(row.kind) ? askWords(row.kind, meeting, { ...ports, now }) : undefined;
  };
  const text = textOf();
  return text === undefined ? [] : [text];
};

/** The words of what is about a unit and no group; `undefined` when they aren't true any more. */
type UnitNotices = (notice: PendingNotice, personId: PersonId) => Promise<string | undefined>;

const isUnits = ({ municipality }: MeetingPorts, { groupId }: PendingNotice): boolean =>
  groupId in municipality.units;

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
export const withPendingNotices = (
  ports: MeetingPorts,
  router: Router,
  ofUnits: UnitNotices = async () => undefined,
): Router => ({
  takes: router.takes,
  answer: async (incoming, actor, now) => {
    const answer = await router.answer(incoming, actor, now);
    const isForOne = actor.scope === 'personal' || incoming.kind === 'click';
    if (answer.kind !== 'card' || !isForOne) return answer;
    const waiting = await takePendingNotices(ports, actor.personId, now.getTime());
    const sentences = (
      await Promise.all(
        waiting.map(async (each) =>
          isUnits(ports, each)
            ? ((await ofUnits(each, actor.personId)) ?? [])
            : sentenceOf(ports, each, { personId: actor.personId, now: now.getTime() }),
        ),
      )
    ).flat();
    return sentences.length === 0 ? answer : { ...answer, card: withNotices(answer.card, sentences) };
  },
});
