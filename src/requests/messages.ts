import type { Card } from '../cards/card';
import type { PersonId } from '../chat/turn';
import type { Rendered as Delivered } from '../delivery/transport';
import type { PendingNotice } from '../meetings/pending-notices';
import { instantInWords } from '../meetings/view';
import type { Language } from '../municipality/schema';
import type { OutboxEntry } from '../storage/contract';
import { requestTexts } from '../text/requests';
import { askerCard } from './asker-cards';
import { goneMessage } from './home-health';
import {
  isOpen,
  isStale,
  type PostedRequest,
  type RequestCard,
  type RequestState,
  stateOf,
  type UnitRequest,
  wantedState,
} from './model/request';
import type { OpenHome } from './model/unit-home';
import { mustTell, type RequestRowKind, requestRowKinds, unitGoneKind } from './model/upkeep';
import { findRequest, openHomeOf, type RequestPorts, shownTaker, takerName } from './ports';
import { leftCard, unitCard } from './unit-cards';
import { unitName, unitTelephone } from './view';

/** What must be remembered of the request once that has been sent. */
export type Effect =
  | { readonly kind: 'posts'; readonly card: RequestCard; readonly place: Omit<PostedRequest, 'messageId'> }
  | { readonly kind: 'shows'; readonly card: RequestCard; readonly messageId: string; readonly state: string }
  | { readonly kind: 'tells'; readonly state: RequestState }
  | { readonly kind: 'reminds' };

type Conversation = { readonly serviceUrl: string; readonly conversationId: string };
type Shown =
  | { readonly kind: 'card'; readonly card: Card; readonly summary: string }
  | { readonly kind: 'text'; readonly text: string };

/** What is sent for a row about a request, and where to. */
export type RequestMessage = {
  readonly to:
    | Conversation
    | { readonly serviceUrl: string; readonly personId: string; readonly tenantId: string };
  readonly shown: Shown;
  readonly replaces?: string;
  readonly requestEffect: Effect;
};

/** What of a row says what its message is. */
export type MessageRow = Pick<OutboxEntry, 'id' | 'kind' | 'groupId' | 'subject' | 'to'>;

type Opened = {
  readonly row: MessageRow;
  readonly request: UnitRequest;
  readonly home: OpenHome | undefined;
};

const conversationOf = ({ conversationId, serviceUrl }: Conversation): Conversation => ({
  conversationId,
  serviceUrl,
});
const text = (words: string): Shown => ({ kind: 'text', text: words });

/** What a new message says until its card is put into it: true for ever, for after a crash nobody knows the message. */
const postedText = (
  { municipality }: RequestPorts,
  { request, home }: Opened,
  card: RequestCard,
): RequestMessage | undefined => {
  if (request.cards[card] !== undefined || !isOpen(request)) return undefined;
  const { asker, unitId } = request;
  const place = card === 'unit' ? home?.channel : asker;
  if (place === undefined) return undefined;
  const to = conversationOf(place);
  const words =
    card === 'unit'
      ? requestTexts[municipality.language].unit.posted[request.kind]
      : requestTexts[asker.language].mine.heading['in-channel'](
          unitName({ municipality, language: asker.language, unitId }),
        );
  return { to, shown: text(words), requestEffect: { kind: 'posts', card, place: to } };
};

const drawn = async (
  ports: RequestPorts,
  { request, home }: Opened,
  { card, language }: { readonly card: RequestCard; readonly language: Language },
): Promise<Card> => {
  const view = { municipality: ports.municipality, language };
  switch (card) {
    case 'unit':
      return unitCard(view, request, await takerName(ports, request, home));
    case 'asker': {
      const taker = await shownTaker(ports, request, home);
      return askerCard({ ...view, unitId: request.unitId, taker }, request);
    }
    case 'left':
      return leftCard(view, request);
    default:
      return card satisfies never;
  }
};

const shownCard = async (
  ports: RequestPorts,
  opened: Opened,
  card: RequestCard,
): Promise<RequestMessage | undefined> => {
  const { request } = opened;
  const posted = request.cards[card];
  if (posted === undefined || !isStale(request, card)) return undefined;
  const language = card === 'asker' ? request.asker.language : ports.municipality.language;
  const { messageId } = posted;
  return {
    to: conversationOf(posted),
    shown: {
      kind: 'card',
      card: await drawn(ports, opened, { card, language }),
      summary: requestTexts[language].summary,
    },
    replaces: messageId,
    requestEffect: { kind: 'shows', card, messageId, state: wantedState(request, card) },
  };
};

/** One short message to the asker: a card that changes notifies nobody. */
const toldWords = ({ municipality }: RequestPorts, { request }: Opened): RequestMessage | undefined => {
  const state = stateOf(request);
  if (!mustTell(request) || state === 'in-line' || state === 'withdrawn') return undefined;
  const { asker, unitId } = request;
  const { language } = asker;
  const words = requestTexts[language].told[state](
    unitName({ municipality, language, unitId }),
    unitTelephone({ municipality, unitId }),
  );
  return { to: conversationOf(asker), shown: text(words), requestEffect: { kind: 'tells', state } };
};

/** That a request still waits, in the channel or to a deputy; it names nobody. */
const reminder = (
  { municipality }: RequestPorts,
  { row, request, home }: Opened,
): RequestMessage | undefined => {
  const { progress, unitId, askedAt } = request;
  if (progress.kind !== 'in-channel' || home === undefined) return undefined;
  if (!row.id.split('/').includes(String(progress.since))) return undefined;
  const { language } = municipality;
  const { unit } = requestTexts[language];
  const at = instantInWords(askedAt, language);
  const requestEffect = { kind: 'reminds' } as const;
  if (row.kind === 'request-remind')
    return { to: conversationOf(home.channel), shown: text(unit.remind[request.kind](at)), requestEffect };
  if (!home.state.deputies.includes(row.to)) return undefined;
  const { serviceUrl, tenantId } = home.channel;
  const name = unitName({ municipality, language, unitId });
  return {
    to: { serviceUrl, tenantId, personId: row.to },
    shown: text(unit.alert[request.kind](name, at)),
    requestEffect,
  };
};

const messageFor = async (ports: RequestPorts, opened: Opened): Promise<RequestMessage | undefined> => {
  const kind = requestRowKinds.find((each): each is RequestRowKind => each === opened.row.kind);
  switch (kind) {
    case 'request-post-unit':
      return postedText(ports, opened, 'unit');
    case 'request-post-asker':
      return postedText(ports, opened, 'asker');
    case 'request-show-unit':
      return shownCard(ports, opened, 'unit');
    case 'request-show-asker':
      return shownCard(ports, opened, 'asker');
    case 'request-show-left':
      return shownCard(ports, opened, 'left');
    case 'request-tell':
      return toldWords(ports, opened);
    case 'request-remind':
    case 'request-alert':
      return reminder(ports, opened);
    case undefined:
      return undefined;
    default:
      return kind satisfies never;
  }
};

const ofRequest = async (ports: RequestPorts, row: MessageRow): Promise<RequestMessage | undefined> => {
  const request = (await findRequest(ports, row.groupId, row.subject))?.body;
  if (request === undefined) return undefined;
  const home = await openHomeOf(ports, request.unitId);
  return messageFor(ports, { row, request, home });
};

const messageOf = (ports: RequestPorts, row: MessageRow): Promise<RequestMessage | undefined> =>
  row.kind === unitGoneKind ? goneMessage(ports, row) : ofRequest(ports, row);

/** What somebody couldn't be told in private, for their next card; `undefined` when it isn't so any more. */
export const createRequestNotices =
  (ports: RequestPorts) =>
  async ({ groupId, row }: PendingNotice, personId: PersonId): Promise<string | undefined> => {
    const message = await messageOf(ports, { ...row, groupId, to: personId });
    return message?.shown.kind === 'text' ? message.shown.text : undefined;
  };

/** Makes a row's message of the request as it is now; a row that it has left behind is obsolete. */
export const createRequestMessages =
  (ports: RequestPorts) =>
  async (row: OutboxEntry): Promise<Delivered<RequestMessage>> => {
    const content = await messageOf(ports, row);
    if (content === undefined) return { kind: 'obsolete' };
    return {
      kind: 'content',
      content,
      guarantee: content.replaces === undefined ? 'at-least-once' : 'latest',
    };
  };
