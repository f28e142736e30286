import type { Card } from '../cards/card';
import { languageIn, parseLanguage } from '../concern/card-data';
import type { ConcernHandlers } from '../concern/handlers';
import { signsCard } from '../concern/signs-card';
import { whoIsWhoCard } from '../concern/who-is-who-card';
import type { Language, Municipality } from '../municipality/schema';
import { type NoticeKind, texts } from '../text/text';
import { clearedCard, helpCard, menuCard } from './cards';
import { type Command, parseMessage } from './parse-message';
import type { Answer, Chat } from './turn';

export type ChatPorts = {
  readonly municipality: Municipality;
  readonly concern: ConcernHandlers;
  /** The address of the private chat with the bot; `undefined` where the bot has none that can be linked to. */
  readonly privateChatUrl: string | undefined;
};

/** The bot's words: every message and every click gets its answer here, from nothing but what it holds. */
export const createChat = ({ municipality, concern, privateChatUrl }: ChatPorts): Chat => {
  const fallbackLanguage = municipality.language;

  const inCard = (card: Card, language: Language): Answer => ({ kind: 'card', card, summary: texts[language].summary });

  const menu = (language: Language, notice?: NoticeKind): Answer =>
    inCard(menuCard({ municipality, language, notice }), language);

  const firstQuestion = (language: Language, now: Date, notice?: NoticeKind): Answer =>
    inCard(concern.show({ language, answers: {} }, now, notice), language);

  const obey = (command: Command, language: Language, now: Date): Answer => {
    switch (command) {
      case 'start':
      case 'concern':
        return firstQuestion(language, now);
      case 'signs':
        return inCard(signsCard({ municipality, language }), language);
      case 'who-is-who':
        return inCard(whoIsWhoCard({ municipality, language }), language);
      case 'help':
        return inCard(helpCard({ municipality, language }), language);
      default:
        return command satisfies never;
    }
  };

  const inPrivate = (text: string, now: Date): Answer => {
    const message = parseMessage(text);
    switch (message.kind) {
      case 'command':
        return obey(message.command, message.language ?? fallbackLanguage, now);
      case 'concern-words':
        return firstQuestion(fallbackLanguage, now, 'nobody-reads');
      case 'unknown':
        return menu(fallbackLanguage, 'not-understood');
      case 'cpr':
        return menu(fallbackLanguage, 'cpr');
      default:
        return message satisfies never;
    }
  };

  const inShared = (text: string): Answer => {
    const { sharedCpr, shared } = texts[fallbackLanguage];
    const isCpr = parseMessage(text).kind === 'cpr';
    return { kind: 'text', text: isCpr ? sharedCpr(privateChatUrl) : shared(privateChatUrl) };
  };

  const cardsByVerb: Readonly<Record<string, (data: unknown, now: Date) => Card | undefined>> = {
    'concern.show': concern.clicked,
    'concern.text': concern.textClicked,
    'signs.show': (data) => withLanguage(data, (language) => signsCard({ municipality, language })),
    'who-is-who.show': (data) => withLanguage(data, (language) => whoIsWhoCard({ municipality, language })),
    'help.show': (data) => withLanguage(data, (language) => helpCard({ municipality, language })),
    'menu.show': (data) => withLanguage(data, (language) => menuCard({ municipality, language })),
    'card.clear': (data) => withLanguage(data, (language) => clearedCard({ municipality, language })),
  };

  const clicked = (verb: unknown, data: unknown, now: Date): Answer => {
    const language = languageIn(data) ?? fallbackLanguage;
    const cardFor = typeof verb === 'string' && Object.hasOwn(cardsByVerb, verb) ? cardsByVerb[verb] : undefined;
    const card = cardFor?.(data, now);
    return card === undefined ? menu(language, 'stale') : inCard(card, language);
  };

  return {
    answer: async (incoming, now) => {
      if (incoming.scope === 'shared') {
        return incoming.kind === 'installed' ? { kind: 'none' } : inShared(incoming.kind === 'message' ? incoming.text : '');
      }
      switch (incoming.kind) {
        case 'installed':
          return firstQuestion(fallbackLanguage, now);
        case 'message':
          return inPrivate(incoming.text, now);
        case 'click':
          return clicked(incoming.verb, incoming.data, now);
        default:
          return incoming satisfies never;
      }
    },
    fault: (reference) => ({ kind: 'text', text: texts[fallbackLanguage].fault(reference) }),
  };
};

const withLanguage = (data: unknown, cardIn: (language: Language) => Card): Card | undefined => {
  const language = parseLanguage(data);
  return language && cardIn(language);
};
