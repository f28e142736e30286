import type { Card } from '../../src/cards/card';
import { createChat } from '../../src/concern/chat';
import { createConcernHandlers } from '../../src/concern/handlers';
import { questionOrder } from '../../src/municipality/facts';
import type { OpeningStatus } from '../../src/municipality/opening-hours';
import type { Municipality } from '../../src/municipality/schema';

const now = new Date('2026-01-09T15:30:00Z');

/** Of meetings and agendas: another part of the bot answers them. */
const othersVerbs = /^(?:meeting|agenda|group|request|unit|teaching)\./;

export type Seen = { readonly verb: string; readonly data: Data; readonly card: Card };
export type Data = Readonly<Record<string, unknown>> & {
  readonly language: 'da' | 'en';
  readonly answers?: Readonly<Record<string, string>>;
  readonly change?: string;
};
export type Node = Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

const gather = (value: unknown, nodes: Node[]): void => {
  if (Array.isArray(value)) for (const each of value) gather(each, nodes);
  else if (isNode(value)) {
    nodes.push(value);
    for (const [key, inner] of Object.entries(value)) if (key !== 'data') gather(inner, nodes);
  }
};
const gathered = new WeakMap<object, readonly Node[]>();

/** Every object in a card, whatever it is. What a button sends is not looked into. A card is gone through once. */
export const nodesOf = (value: unknown): readonly Node[] => {
  if (!isNode(value)) return [];
  const known = gathered.get(value);
  if (known !== undefined) return known;
  const nodes: Node[] = [];
  gather(value, nodes);
  gathered.set(value, nodes);
  return nodes;
};

type Execute = Node & { readonly title: string; readonly verb: string; readonly data: Data };

export const executesOf = (card: Card) =>
  nodesOf(card).flatMap((node) => (node.type === 'Action.Execute' ? [node as Execute] : []));

export const textsOf = (card: Card): readonly string[] =>
  nodesOf(card).flatMap(({ type, text }) => (type === 'TextBlock' ? [String(text)] : []));

/** The bot's words for a municipality in which every unit is known to be as `opening` says. */
export const chatOf = (municipality: Municipality, opening: OpeningStatus) =>
  createChat({
    municipality,
    concern: createConcernHandlers({ municipality, openingOf: () => opening }),
    privateChatUrl: undefined,
  });

const clickOn = async (chat: ReturnType<typeof chatOf>, verb: string, data: unknown): Promise<Card> => {
  const answer = await chat.answer({ kind: 'click', scope: 'personal', verb, data }, now);
  if (answer.kind !== 'card') throw new Error(`${verb} ${JSON.stringify(data)} is answered without a card`);
  return answer.card;
};

/** Every card that can be reached by clicking, each once, from the menu on. */
export const crawl = async (municipality: Municipality, opening: OpeningStatus): Promise<readonly Seen[]> => {
  const chat = chatOf(municipality, opening);
  const seen = new Map<string, Seen>();
  const waiting: { verb: string; data: Data }[] = [
    { verb: 'menu.show', data: { version: 1, language: 'da' } },
  ];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { verb, data } = next;
    const { answers = {}, change, language } = data;
    // Where an answer is asked for again, the card differs only in where its way back leads.
    const others = Object.entries(answers).filter(([question]) => question !== change);
    const key = JSON.stringify([verb, language, change, others.toSorted()]);
    if (seen.has(key)) continue;
    const card = await clickOn(chat, verb, data);
    seen.set(key, { verb, data, card });
    waiting.push(...executesOf(card).filter(({ verb: next }) => !othersVerbs.test(next)));
  }
  return [...seen.values()];
};

/** A name for a card that can be read in a report and used for a file. */
export const nameOf = ({ verb, data }: Seen): string =>
  [
    verb.replace('.', '-'),
    ...questionOrder.flatMap((question) =>
      question === data.change ? [] : (data.answers?.[question] ?? []),
    ),
    ...(data.change === undefined ? [] : [`change-${data.change}`]),
    data.language,
  ].join('_');

/** Words that tell that a text is in the other language. */
export const foreignWords = {
  da: /(?<!\p{L})(the|and|with|you|your|is|are|not|this|what|who|about)(?!\p{L})/iu,
  en: /(?<!\p{L})(og|ikke|det|der|som|til|på|med|eller|hvis|skal|hvem|jeg|din|er|af|kommunen)(?!\p{L})/iu,
};

/** Every text of ours that a card shows or speaks. */
export const wordsOf = ({ card }: Pick<Seen, 'card'>): readonly string[] => [
  String(card.speak),
  String(card.fallbackText),
  ...nodesOf(card).flatMap(({ type, text, title, tooltip, label }) =>
    [type === 'TextRun' ? undefined : text, title, tooltip, label].flatMap((words) =>
      typeof words === 'string' ? [words] : [],
    ),
  ),
];

/** What stays Danish in English: names, and what is quoted or written in brackets as it stands on a page. */
export const withoutNames = (text: string, municipality: Municipality): string =>
  [...Object.values(municipality.units), { name: { da: 'Center for Børn og Undervisning' } }]
    .reduce((rest, unit) => (unit === undefined ? rest : rest.replaceAll(unit.name.da, '')), text)
    .replaceAll(/[“"»][^”"«]*[”"«]/gu, '');
