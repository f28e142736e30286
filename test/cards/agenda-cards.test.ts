import type { Card } from '../../src/cards/card';
import { agendaTexts } from '../../src/text/agenda';
import { texts } from '../../src/text/text';
import { schemaFaults } from '../support/card-schema';
import { everyAgendaCard } from './agenda-gallery';
import { hostile, longest, municipality, ordinary } from './agenda-samples';
import { executesOf, foreignWords, type Node, nodesOf, textsOf, withoutNames, wordsOf } from './crawl';

const languages = ['da', 'en'] as const;
const userTexts = { ordinary, hostile, longest };
const all = languages.flatMap((language) =>
  Object.entries(userTexts).flatMap(([kind, text]) =>
    everyAgendaCard(language, text).map(([name, card]) => ({
      name: `${name} ${kind} ${language}`,
      language,
      card,
    })),
  ),
);
type Drawn = (typeof all)[number];

const faultsOf = (cards: readonly Drawn[], faults: (drawn: Drawn) => readonly string[]): readonly string[] =>
  cards.flatMap((drawn) => faults(drawn).map((fault) => `${drawn.name}: ${fault}`));

const headFaults = ({ card, language }: Drawn): readonly string[] => {
  const { speak, fallbackText, lang, version } = card;
  const bytes = Buffer.byteLength(JSON.stringify(card));
  const headings = nodesOf(card).filter(({ style }) => style === 'heading');
  return [
    ...(version === '1.5' && lang === language ? [] : ['another version or language']),
    ...(typeof speak === 'string' && speak !== '' ? [] : ['nothing to speak']),
    ...(typeof fallbackText === 'string' && fallbackText.startsWith(String(speak))
      ? []
      : ['no text to fall back to']),
    ...(bytes <= 28 * 1_024 ? [] : [`${bytes} bytes`]),
    ...(headings.length > 0 ? [] : ['no heading']),
    ...(/null|undefined|NaN|\[object/.test(JSON.stringify(card)) ? ['an unfilled place'] : []),
  ];
};

const nodeFaults = (node: Node): readonly string[] => {
  if (node.type === 'Action.Execute') {
    const { title, verb, data, fallback } = node;
    const sent = fallback as Node;
    const isSame = sent.type === 'Action.Submit' && sent.title === title && sent.data === data;
    return isSame && (data as Node).verb === verb ? [] : [`${title}: another fallback`];
  }
  if (node.type === 'ActionSet')
    return (node.actions as unknown[]).length === 1 ? [] : ['buttons side by side'];
  if (node.type === 'TextBlock') return node.wrap === true && node.text !== '' ? [] : ['a text'];
  const isInput = String(node.type).startsWith('Input.');
  return isInput && !(node.label && node.errorMessage) ? [`${node.id}: no label or no way to mend it`] : [];
};

const idFaults = ({ card }: Drawn): readonly string[] => {
  const ids = nodesOf(card).flatMap(({ id }) => (id === undefined ? [] : [id]));
  const titles = executesOf(card).map(({ title, tooltip }) => `${title} ${tooltip ?? ''}`);
  return [
    ...(new Set(ids).size === ids.length ? [] : ['an id twice']),
    ...(new Set(titles).size === titles.length ? [] : [`a button twice: ${titles.join(', ')}`]),
  ];
};

/** Where a string stands that somebody typed, but for the text of a run and the value of a field. */
const looseWords = (value: unknown, key = ''): readonly string[] => {
  if (typeof value === 'string') return value.includes('javascript:') ? [`${key}: ${value}`] : [];
  if (typeof value !== 'object' || value === null) return [];
  const { type } = value as Node;
  const own = type === 'TextRun' ? 'text' : String(type).startsWith('Input.') ? 'value' : '';
  return Object.entries(value).flatMap(([name, inner]) => (name === own ? [] : looseWords(inner, name)));
};

describe('every card about agendas', () => {
  test('is the same set in both languages, of every kind', () => {
    const names = languages.map((language) => everyAgendaCard(language, ordinary).map(([name]) => name));
    expect(names[0]).toEqual(names[1]);
    expect(new Set(names[0]).size).toBe(60);
  });

  test('is of the schema of version 1.5, small, and has a head', () => {
    expect(faultsOf(all, ({ card }) => schemaFaults(card))).toEqual([]);
    expect(faultsOf(all, headFaults)).toEqual([]);
  });

  test('has a label on every field, a fallback for every button and a name of its own for each', () => {
    expect(faultsOf(all, ({ card }) => nodesOf(card).flatMap(nodeFaults))).toEqual([]);
    expect(faultsOf(all, idFaults)).toEqual([]);
    expect(
      all.filter(({ card }) => nodesOf(card).some(({ label }) => label !== undefined)).length,
    ).toBeGreaterThan(80);
  });

  test('has at most three buttons at its end, and in the channel at most three in all', () => {
    const atTheEnd = ({ card }: Drawn) =>
      nodesOf((card.body as readonly Node[]).at(-1)).filter(({ type }) => type === 'Action.Execute');
    const inChannel = all.filter(({ name }) => /^agenda-(?!next-page)\S+ ordinary/.test(name));
    expect(faultsOf(all, (drawn) => (atTheEnd(drawn).length <= 3 ? [] : ['more']))).toEqual([]);
    expect(faultsOf(inChannel, ({ card }) => (executesOf(card).length <= 3 ? [] : ['more']))).toEqual([]);
  });

  test('shows what somebody typed as it stands, in runs and fields alone', () => {
    const typed = all.filter(({ name }) => name.includes('hostile'));
    expect(faultsOf(typed, ({ card }) => looseWords(card))).toEqual([]);
    const shown = typed.filter(({ card }) =>
      JSON.stringify(card).includes('[x](javascript:alert(1)) ${x} <b>x</b>'),
    );
    expect(shown.length).toBeGreaterThan(80);
  });

  test('has no word left in the other language', () => {
    const own = all.filter(({ name }) => name.includes('ordinary'));
    expect(
      faultsOf(own, ({ card, language }) =>
        wordsOf({ card }).filter((words) => foreignWords[language].test(withoutNames(words, municipality))),
      ),
    ).toEqual([]);
  });
});

describe.each(languages)('the form for an item, %s', (language) => {
  const cards = new Map(everyAgendaCard(language, ordinary));
  const cardOf = (name: string): Card => cards.get(name) ?? { type: 'AdaptiveCard', version: '1.5' };
  const { form } = agendaTexts[language];
  const day = language === 'da' ? 'tirsdag 12. januar' : 'Tuesday 12 January';
  const forms = [
    'form-topic',
    'form-late',
    'form-case',
    'form-nu',
    'form-edit',
    'form-faults',
    'form-person',
  ];

  test.each([...forms, 'receipt-topic', 'receipt-case'])(
    '%s > is no report, said and spoken, with the way to the signpost',
    (name) => {
      const card = cardOf(name);
      expect(textsOf(card)).toEqual(expect.arrayContaining([form.notReport(day), form.urgent]));
      expect(card.speak).toContain(form.notReport(day));
      expect(executesOf(card)).toContainEqual(
        expect.objectContaining({
          title: texts[language].menu.concern.title,
          verb: 'concern.show',
          associatedInputs: 'none',
        }),
      );
    },
  );

  test.each(['form-topic', 'form-late', 'form-edit', 'form-faults'])(
    '%s > says before the first field that nobody is to be written about',
    (name) => {
      const shown = nodesOf(cardOf(name));
      const never = shown.findIndex(({ text }) => text === form.never);
      expect(never).toBeGreaterThan(0);
      expect(never).toBeLessThan(shown.findIndex(({ type }) => type === 'Input.Text'));
      expect(textsOf(cardOf(name))).toContain(form.law);
    },
  );
});
