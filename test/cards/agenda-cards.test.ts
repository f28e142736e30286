import type { Card } from '../../src/cards/card';
import { agendaTexts } from '../../src/text/agenda';
import { texts } from '../../src/text/text';
import { schemaFaults } from '../support/card-schema';
import { visibleWords } from '../support/visible';
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

test('every agenda card, also of 60 items, with the words that people write > has at most 300 words', () => {
  const long = all.filter(({ name, card }) => !name.includes('longest') && visibleWords(card) > 300);
  expect(long.map(({ name, card }) => `${name}: ${visibleWords(card)}`)).toEqual([]);
});

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
    expect(new Set(names[0]).size).toBe(69);
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
    'form-case-late',
    'form-case',
    'form-nu',
    'form-edit',
    'form-faults',
    'form-person',
  ];

  test.each(forms)(
    '%s > says first, in one short box, what not to write, and has the ways out in it',
    (name) => {
      const card = cardOf(name);
      const isAlone = name === 'form-edit' || name === 'form-nu';
      const [short] = nodesOf(card).filter(({ type, style }) => type === 'Container' && style === 'emphasis');
      expect(textsOf({ ...card, body: [short] })).toEqual([form.short]);
      expect(nodesOf(short).flatMap(({ type, verb }) => (type === 'Action.Execute' ? [verb] : []))).toEqual(
        isAlone ? ['concern.show'] : ['concern.show', 'agenda.item-form'],
      );
      const shown = nodesOf(card);
      const field = shown.findIndex(({ type }) => String(type).startsWith('Input.'));
      const before = shown.slice(0, field).flatMap(({ type, text }) => (type === 'TextBlock' ? [text] : []));
      if (name !== 'form-person' && name !== 'form-faults') expect(before.slice(2)).toEqual([form.short]);
    },
  );

  test.each(forms)('%s > has the rest folded, and is spoken with when it will be looked at', (name) => {
    const card = cardOf(name);
    const fold = nodesOf(card).find(({ id }) => id === 'more');
    expect(fold?.isVisible).toBe(false);
    expect(textsOf({ ...card, body: [fold] })).toEqual(
      expect.arrayContaining([form.notReport(day), `${form.urgent} ${form.pressUrgent}`, form.law]),
    );
    expect(card.speak).toContain(form.notReport(day));
  });

  test('as it is first shown > has at most a hundred words', () => {
    const shown = forms.filter((name) => name !== 'form-faults' && name !== 'form-person');
    const long = shown.filter((name) => visibleWords(cardOf(name)) > 100);
    expect(long).toEqual([]);
  });

  test.each(['receipt-topic', 'receipt-case'])('%s > is no report, and leads to the signpost', (name) => {
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
  });

  test.each(['form-late', 'form-case-late'])(
    '%s > says in its heading that it is late, and who decides',
    (name) => {
      expect(textsOf(cardOf(name))).toEqual(
        expect.arrayContaining([name === 'form-late' ? form.headingLate : form.headingCaseLate, form.late]),
      );
    },
  );
});

describe.each(languages)('two ways to take words back, %s', (language) => {
  const cards = new Map(everyAgendaCard(language, ordinary));
  const { mine, coordinator } = agendaTexts[language];
  const saidOn = (name: string) => textsOf(cards.get(name) ?? { type: 'AdaptiveCard', version: '1.5' });

  test('on the author’s own card, where both are offered > say their difference', () => {
    expect(saidOn('mine-open')).toContain(mine.ways);
    expect(saidOn('mine-closed')).not.toContain(mine.ways);
  });

  test('on the coordinator’s card of an item > say their difference, but not where there is one', () => {
    expect(saidOn('item')).toContain(coordinator.offWays);
    expect(saidOn('item-case')).not.toContain(coordinator.offWays);
  });
});
