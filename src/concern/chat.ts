import type { Card } from '../cards/card';
import { cardVersion, languageIn, parseLanguage } from '../cards/card-data';
import type { SignpostVerb } from '../cards/verbs';
import type { Answer, Chat } from '../chat/turn';
import type { UnitId } from '../municipality/facts';
import type { Language, Municipality } from '../municipality/schema';
import { ownNamesOf } from '../privacy/own-names';
import { type NoticeKind, texts } from '../text/text';
import { parseCardState } from './card-data';
import { shortNameOf } from './choice-text';
import type { ConcernHandlers, Shown } from './handlers';
import { type Message, type OtherCommands, parseMessage } from './parse-message';
import { clearedCard, helpCard, type MenuView, menuCard } from './plain-cards';
import type { PlainView } from './plain-view';
import { signsCard } from './signs-card';
import { whoIsWhoCard } from './who-is-who-card';

export type ChatPorts = {
  readonly municipality: Municipality;
  readonly concern: ConcernHandlers;
  /** The units that can be asked by card to call back, known in memory. */
  readonly calledUnits?: () => ReadonlySet<UnitId>;
  /** The address of the private chat with the bot; `undefined` where the bot has none that can be linked to. */
  readonly privateChatUrl: string | undefined;
  /** What else can be written to the bot, with the verbs that the cards then carry. */
  readonly otherCommands?: OtherCommands;
};

/** The card that a click's data asks for; `undefined` when no card of this version carries such data. */
type CardFor = (data: unknown, now: Date) => Shown | undefined;

const cardsByVerb = ({
  municipality,
  concern,
  calledUnits,
}: ChatPorts): Readonly<Record<SignpostVerb, CardFor>> => {
  const plain =
    (card: (view: PlainView) => Card): CardFor =>
    (data) => {
      const language = parseLanguage(data);
      const view = { municipality, language: language ?? municipality.language, ...calledIn(calledUnits) };
      return language && { card: card(view), route: undefined };
    };
  return {
    'concern.show': concern.clicked,
    'concern.text': concern.textClicked,
    'signs.show': plain(signsCard),
    'who-is-who.show': plain(whoIsWhoCard),
    'help.show': plain(helpCard),
    'menu.show': plain(menuCard),
    'card.clear': plain(clearedCard),
  };
};

const calledIn = (calledUnits: ChatPorts['calledUnits']): Pick<PlainView, 'calledUnits'> =>
  calledUnits === undefined ? {} : { calledUnits: calledUnits() };

type CardAnswer = Extract<Answer, { kind: 'card' }>;

const inCard = ({ card, route }: Shown, language: Language): CardAnswer => ({
  kind: 'card',
  card,
  summary: texts[language].summary,
  ...(route === undefined ? {} : { counted: route }),
});

/** Where others read along a click gets one sentence; what can't wait gets its numbers in it. */
const clickedAloud = (data: unknown, { municipality, privateChatUrl: url }: ChatPorts): string => {
  const { language } = municipality;
  const urgency = parseCardState(data)?.answers.urgency ?? 'ordinary';
  if (urgency === 'ordinary') return texts[language].shared(url);
  const numbers = (['family-centre', 'staff-unit'] as const).flatMap((unit) => {
    const { telephone } = municipality.units[unit];
    return telephone === undefined ? [] : [`${telephone} (${shortNameOf(unit, { municipality, language })})`];
  });
  return texts[language].sharedUrgent(numbers, url);
};

/** Where others read along the wizard never opens. */
const saidAloud = (message: Message, { language, url }: { language: Language; url: string | undefined }) => {
  const { sharedCpr, sharedWords, sharedMisspelt, shared } = texts[language];
  switch (message.kind) {
    case 'command':
      return shared(url);
    case 'misspelt':
      return sharedMisspelt(message.word);
    case 'cpr':
      return sharedCpr(url);
    case 'person':
    case 'concern-words':
    case 'unknown':
      return sharedWords(url);
    default:
      return message satisfies never;
  }
};

/** The bot's words: every message and every click gets its answer here, from nothing but what it holds. */
export const createChat = (ports: ChatPorts): Chat => {
  const { municipality, concern, calledUnits, privateChatUrl, otherCommands = {} } = ports;
  const words = { ownNames: ownNamesOf(municipality, municipality.ownNames), others: otherCommands };
  const ownLanguage = municipality.language;
  const cards = new Map<unknown, CardFor>(Object.entries(cardsByVerb(ports)));

  const menu = (language: Language, notice: NoticeKind, meant?: MenuView['meant']): CardAnswer =>
    inCard(
      {
        card: menuCard({ municipality, language, notice, meant, ...calledIn(calledUnits) }),
        route: undefined,
      },
      language,
    );

  const clicked = (verb: unknown, data: unknown, now: Date): Answer => {
    const language = languageIn(data) ?? ownLanguage;
    const shown = cards.get(verb)?.(data, now);
    return shown === undefined ? { ...menu(language, 'stale'), isRefusal: true } : inCard(shown, language);
  };

  const firstQuestion = (language: Language, now: Date, notice?: NoticeKind): Answer =>
    inCard(concern.show({ language, answers: {} }, now, notice), language);

  const said = (text: string, now: Date): Answer => {
    const message = parseMessage(text, words);
    switch (message.kind) {
      case 'command': {
        const language = message.language ?? ownLanguage;
        return clicked(message.verb, { version: cardVersion, language, answers: {} }, now);
      }
      case 'concern-words':
        return firstQuestion(message.language ?? ownLanguage, now, 'nobody-reads');
      case 'person':
        return firstQuestion(message.language ?? ownLanguage, now, 'person');
      case 'cpr':
        return firstQuestion(message.language ?? ownLanguage, now, 'cpr');
      case 'misspelt':
        return menu(ownLanguage, 'misspelt', message);
      case 'unknown':
        return menu(ownLanguage, 'not-understood');
      default:
        return message satisfies never;
    }
  };

  const aloud = { language: ownLanguage, url: privateChatUrl };
  const say = (text: string): Answer => ({ kind: 'text', text });

  return {
    answer: async (incoming, now) => {
      const isPersonal = incoming.scope === 'personal';
      switch (incoming.kind) {
        case 'installed':
          return isPersonal ? firstQuestion(ownLanguage, now) : { kind: 'none' };
        case 'message':
          return isPersonal
            ? said(incoming.text, now)
            : say(saidAloud(parseMessage(incoming.text, words), aloud));
        case 'click':
          return isPersonal
            ? clicked(incoming.verb, incoming.data, now)
            : say(clickedAloud(incoming.data, ports));
        default:
          return incoming satisfies never;
      }
    },
    fault: (reference) => ({ kind: 'text', text: texts[ownLanguage].fault(reference) }),
  };
};
