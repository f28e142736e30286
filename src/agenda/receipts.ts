import type { Card } from '../cards/card';
import type { Agenda } from '../meetings/model/agenda';
import type { Group } from '../meetings/model/group';
import type { GroupFacts } from '../meetings/model/group-facts';
import { type Meeting, meetingId } from '../meetings/model/meeting';
import { type ReceiptKind, receiptKinds } from '../meetings/model/row-kinds';
import { nextSendableAt } from '../meetings/model/sending-times';
import type { Days } from '../meetings/model/working-days';
import { button, formCard, meetingData, whenInWords } from '../meetings/view';
import type { Language } from '../municipality/schema';
import type { Instant, OutboxRow } from '../storage/contract';
import { agendaTexts } from '../text/agenda';
import { itemsIn } from './agenda-view';

export const receiptKindOf = (kind: string): ReceiptKind | undefined =>
  receiptKinds.find((each) => each === kind);

/** Longer than a decision takes: the row stands before it, and finds it made. */
const afterMs = 30_000;

type Decided = {
  readonly kind: ReceiptKind;
  readonly itemId: string;
  readonly author: string;
};

/**
 * The row of a receipt, to be planned before the decision is written: whatever happens in between, it says what is true
 * when it is sent. It comes within the group's hours, and not at all once the meeting has begun.
 */
export const receiptRow = (
  { kind, itemId, author }: Decided,
  {
    meeting,
    group,
    days,
    now,
  }: { readonly meeting: Meeting; readonly group: Group; readonly days: Days; readonly now: Instant },
): OutboxRow => ({
  id: `${meetingId(meeting.groupId, meeting.occurrence)}/${kind}/${itemId}`,
  kind,
  groupId: meeting.groupId,
  subject: meetingId(meeting.groupId, meeting.occurrence),
  to: author,
  dueAt: nextSendableAt(now + afterMs, group.plan, days),
  usefulUntil: meeting.startsAt,
});

/** Whether the agenda is still as the receipt says, to its receiver. */
const isStillSo = (agenda: Agenda, { id, kind, to }: Pick<OutboxRow, 'id' | 'kind' | 'to'>): boolean => {
  const itemId = id.slice(id.lastIndexOf('/') + 1);
  if (kind === 'item-refused')
    return 'refused' in agenda && agenda.refused.some((each) => each.id === itemId && each.author === to);
  const item = itemsIn(agenda).find((each) => each.id === itemId && each.author === to);
  return item?.late === (kind === 'item-taken' ? 'accepted' : 'next');
};

type Receipt = Pick<OutboxRow, 'id' | 'to'> & { readonly kind: ReceiptKind };

/** What the receipt says; `undefined` when it isn't so any more. */
export const receiptWords = (
  row: Receipt,
  { language, meeting }: { readonly language: Language; readonly meeting: Meeting },
): string | undefined =>
  isStillSo(meeting.agenda, row)
    ? agendaTexts[language].toAuthor[row.kind](whenInWords(meeting, language))
    : undefined;

/** The receipt's card; `undefined` when it isn't so any more. */
export const receiptCard = (
  row: Receipt,
  {
    language,
    facts,
    meeting,
  }: { readonly language: Language; readonly facts: GroupFacts; readonly meeting: Meeting },
): Card | undefined => {
  const lead = receiptWords(row, { language, meeting });
  if (lead === undefined) return undefined;
  const { toAuthor, buttons } = agendaTexts[language];
  return formCard(
    { language },
    {
      above: facts.name[language],
      heading: toAuthor.heading,
      lead,
      actions: [button(language, { title: buttons.mine, verb: 'agenda.mine', data: meetingData(meeting) })],
    },
  );
};
