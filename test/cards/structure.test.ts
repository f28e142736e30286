import path from 'node:path';
import { type Answers, questionOrder, questions } from '../../src/municipality/facts';
import { ishojFile, loadMunicipality } from '../../src/municipality/load';
import { texts } from '../../src/text/text';
import {
  crawl,
  executesOf,
  foreignWords,
  type Node,
  nameOf,
  nodesOf,
  type Seen,
  textsOf,
  withoutNames,
  wordsOf,
} from './crawl';

const fjordbyFile = path.join(__dirname, '../support/fjordby.json');

const elementFaults = (node: Node): readonly string[] => {
  switch (node.type) {
    case 'TextBlock':
      return [
        ...(typeof node.text === 'string' && node.text.trim() !== '' ? [] : ['a text without words']),
        ...(node.wrap === true ? [] : [`"${node.text}" doesn't wrap`]),
      ];
    case 'ColumnSet':
      return (node.columns as unknown[]).length <= 2 ? [] : ['more than two columns'];
    case 'ActionSet': {
      const { length } = node.actions as unknown[];
      return length >= 1 && length <= 6 ? [] : [`${length} buttons in a row`];
    }
    case 'Action.Execute': {
      const { verb, data, title, fallback } = node;
      const expected = { type: 'Action.Submit', title, data };
      return [
        ...(JSON.stringify(fallback) === JSON.stringify(expected) ? [] : [`${title}: another fallback`]),
        ...((data as Node).verb === verb && (data as Node).version === 1 ? [] : [`${title}: odd data`]),
      ];
    }
    case 'Image':
    case 'Input.ChoiceSet':
    case 'Input.Text':
      return [`a ${node.type}`];
    default:
      return [];
  }
};

const cardFaults = ({ card, data }: Seen): readonly string[] => {
  const json = JSON.stringify(card);
  const ids = nodesOf(card).flatMap(({ id }) => (id === undefined ? [] : [id]));
  const { speak, fallbackText, lang, version } = card;
  const lastRow = nodesOf(card).findLast(({ type }) => type === 'ActionSet');
  return [
    ...(version === '1.5' && lang === data.language ? [] : ['another version or language']),
    ...(typeof speak === 'string' && speak !== '' ? [] : ['nothing to speak']),
    ...(typeof fallbackText === 'string' && fallbackText !== '' ? [] : ['no text to fall back to']),
    ...(Buffer.byteLength(json) < 28 * 1024 ? [] : [`${Buffer.byteLength(json)} bytes`]),
    ...(/\$\{|null|undefined|NaN|\[object/.test(json) ? ['an unfilled place'] : []),
    ...(ids.length === new Set(ids).size ? [] : ['an id twice']),
    ...(nodesOf(card).some(({ style }) => style === 'heading') ? [] : ['no heading']),
    ...(((lastRow?.actions ?? []) as unknown[]).length <= 3 ? [] : ['more than three buttons at the end']),
    ...(textsOf(card).includes(texts[data.language].notices.stale) ? ['not a card of ours'] : []),
    ...nodesOf(card).flatMap(elementFaults),
  ];
};

describe.each([
  ['Ishøj at a weekend', ishojFile, { kind: 'unknown', day: 'weekend' }],
  [
    'an invented municipality after hours',
    fjordbyFile,
    { kind: 'closed', opensAt: new Date('2026-01-12T08:00:00Z') },
  ],
] as const)('every card that can be reached by clicking, %s', (_, file, opening) => {
  const municipality = loadMunicipality(file);
  let seen: readonly Seen[] = [];
  beforeAll(async () => {
    seen = await crawl(municipality, opening);
  });

  test('is the same set in both languages', () => {
    const [danish, english] = (['da', 'en'] as const).map((language) =>
      seen.filter(({ data }) => data.language === language).map((one) => nameOf(one).slice(0, -'_da'.length)),
    );
    expect(danish!.toSorted()).toEqual(english!.toSorted());
  });

  test('is every choice of every question that is asked', () => {
    const asked = questionOrder.filter((question) => seen.some(({ data }) => data.answers?.[question]));
    for (const question of asked) {
      const chosen = new Set(seen.flatMap(({ data }) => data.answers?.[question] ?? []));
      expect([...chosen].toSorted()).toEqual([...questions[question]].toSorted());
    }
    expect(asked).toEqual(expect.arrayContaining(['urgency', 'subject', 'age']));
  });

  test('is whole, small and safe on every client', () => {
    const faults = seen.flatMap((one) => cardFaults(one).map((fault) => `${nameOf(one)}: ${fault}`));
    expect(faults).toEqual([]);
  });

  test('has no word left in the other language', () => {
    const switches = Object.values(texts).map(({ buttons }) => buttons.otherLanguage);
    const left = seen.flatMap((one) =>
      wordsOf(one)
        .filter((words) => !switches.includes(words))
        .filter((words) => foreignWords[one.data.language].test(withoutNames(words, municipality)))
        .map((words) => `${nameOf(one)}: ${words}`),
    );
    expect(left).toEqual([]);
  });

  test('leads on: only a cleared card has no way but the start', () => {
    const deadEnds = seen.filter(({ card }) => executesOf(card).length < 2).map(nameOf);
    expect(deadEnds.toSorted()).toEqual(['card-clear_da', 'card-clear_en']);
  });

  test('shows 112 on top of every question after danger', () => {
    const questions = seen.filter(
      ({ verb, data, card }) =>
        verb === 'concern.show' &&
        data.answers?.urgency === 'danger' &&
        Object.values(texts[data.language].questions).some(({ heading }) =>
          textsOf(card).includes(heading),
        ) &&
        !textsOf(card).includes(texts[data.language].result.first),
    );
    expect(questions.length).toBeGreaterThan(20);
    const without = questions.filter(({ card }) => textsOf(card)[1] !== '[112](tel:112)');
    expect(without.map(nameOf)).toEqual([]);
  });

  test('goes back by one question, or from a change by none, to where the reader came from', () => {
    const faults = seen
      .filter(({ verb }) => verb === 'concern.show')
      .flatMap((one) => {
        const back = executesOf(one.card).find(
          ({ title }) => title === texts[one.data.language].buttons.back,
        );
        if (back === undefined) return [];
        const before = one.data.answers as Answers;
        const after = back.data.answers as Answers;
        const removed = questionOrder.filter(
          (question) => before[question] !== undefined && after[question] === undefined,
        );
        const expected = one.data.change === undefined ? 1 : 0;
        return removed.length === expected ? [] : [`${nameOf(one)}: ${removed.join()}`];
      });
    expect(faults).toEqual([]);
  });
});
