import { findGroup, type MeetingPorts } from '../meetings/access';
import { closedIn } from '../meetings/left-channel';
import { factsOf } from '../meetings/model/group-facts';
import type { LeftKind } from '../meetings/model/row-kinds';
import { formCard } from '../meetings/view';
import type { Language } from '../municipality/schema';
import type { OutboxEntry } from '../storage/contract';
import { meetingTexts } from '../text/meetings';
import type { Message } from './messages';
import { noticeText } from './notice-words';
import type { Rendered } from './render';

type Closed = {
  readonly kind: 'close-moved' | 'close-dissolved';
  readonly group: string;
  readonly isBack: boolean;
};

/** What a card says whose group has left the channel; it has no button and nobody's words. */
const closedCard = ({ kind, group, isBack }: Closed, language: Language): Rendered => {
  const { left, posted, summary } = meetingTexts[language];
  const gone =
    kind === 'close-moved'
      ? { heading: left.movedHeading, lead: left.moved }
      : { heading: left.dissolvedHeading, lead: left.dissolvedCard };
  const text = isBack ? { heading: posted.outlivedHeading, lead: left.back } : gone;
  return { kind: 'card', card: formCard({ language }, { above: group, ...text }), summary };
};

/** What is done in a channel that a group has left; `undefined` when the group is there again, and for an unknown one. */
export const leftMessage = async (
  ports: MeetingPorts,
  row: OutboxEntry,
  kind: LeftKind,
): Promise<Message | undefined> => {
  const { municipality, days } = ports;
  const reach = (await ports.channels.find(row.subject))?.body.reach;
  const facts = factsOf(municipality, row.groupId);
  if (reach === undefined || facts === undefined) return undefined;
  const { serviceUrl, tenantId } = reach;
  const { language } = municipality;
  const group = facts.name[language];
  const isBack = (await findGroup(ports, row.groupId))?.body.channel.conversationId === row.subject;
  const inChannel = { serviceUrl, conversationId: row.to };
  const text = noticeText(row, { municipality, days: days(facts.kind) }) ?? '';
  switch (kind) {
    case 'moved-away':
      return isBack ? undefined : { to: inChannel, shown: { kind: 'text', text } };
    case 'dissolved':
      return { to: inChannel, shown: { kind: 'text', text } };
    case 'dissolved-privately':
    case 'items-dropped':
      return { to: { serviceUrl, tenantId, personId: row.to }, shown: { kind: 'text', text } };
    case 'close-moved':
    case 'close-dissolved':
      return {
        to: inChannel,
        shown: closedCard({ kind, group, isBack }, language),
        replaces: closedIn(row) ?? '',
      };
    default:
      return kind satisfies never;
  }
};
