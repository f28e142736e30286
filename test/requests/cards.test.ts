import type { Card } from '../../src/cards/card';
import { requestTexts } from '../../src/text/requests';
import { executesOf, nodesOf } from '../cards/crawl';
import { openRenderer, type Renderer, type View } from '../support/render';
import { describeWith, findChromium } from '../support/requires';
import { visibleWords } from '../support/visible';
import { everyRequestCard, longName } from './samples';
import { wordsOn } from './words';

const languages = ['da', 'en'] as const;
const views: readonly View[] = (['light', 'dark'] as const).flatMap((theme) =>
  [320, 800].map((width) => ({ theme, width })),
);

const faultsOf = (card: Card, language: string): readonly string[] => {
  const json = JSON.stringify(card);
  return [
    ...(card.version === '1.5' && card.lang === language && card.speak && card.fallbackText ? [] : ['head']),
    ...(Buffer.byteLength(json) < 28 * 1_024 ? [] : [`${Buffer.byteLength(json)} bytes`]),
    ...(visibleWords(card) <= 250 ? [] : [`${visibleWords(card)} words`]),
    ...(/\$\{|null|undefined|NaN|\[object/.test(json) ? ['an unfilled place'] : []),
    ...nodesOf(card).flatMap((node) => {
      if (node.type === 'Action.Execute')
        return (node.fallback as { type: string }).type === 'Action.Submit' ? [] : ['no fallback'];
      if (node.type === 'TextBlock') return node.wrap === true && node.text !== '' ? [] : ['a text'];
      return String(node.type).startsWith('Input.') && !(node.label && node.errorMessage) ? ['a label'] : [];
    }),
  ];
};

describe.each(languages)('every card about requests, in %s', (language) => {
  const cards = everyRequestCard(language);
  const cardOf = (name: string): Card => {
    const found = cards.find(([each]) => each === name)?.[1];
    if (found === undefined) throw new Error(name);
    return found;
  };

  test('is whole, small and safe on every client', () => {
    const faults = cards.flatMap(([name, card]) =>
      faultsOf(card, language).map((fault) => `${name}: ${fault}`),
    );
    expect(faults).toEqual([]);
    expect(cards.length).toBe(48);
  });

  test('draws a name as it stands, and never as Markdown', () => {
    for (const [, card] of cards)
      for (const { type, text, style, choices } of nodesOf(card)) {
        if (type === 'TextBlock') expect(text).not.toContain(longName.slice(0, 20));
        if (style === 'expanded') expect(JSON.stringify(choices)).not.toMatch(/\*\*|\]\(/);
      }
  });

  test('has no field for a word: one number and choices, and for teaching the place', () => {
    const inputs = cards.flatMap(([, card]) =>
      nodesOf(card).flatMap(({ type, id }) => (String(type).startsWith('Input.') ? [`${type} ${id}`] : [])),
    );
    expect([...new Set(inputs)].toSorted()).toEqual([
      'Input.ChoiceSet deputies',
      'Input.ChoiceSet level',
      'Input.ChoiceSet matter',
      'Input.ChoiceSet month',
      'Input.ChoiceSet personId',
      'Input.ChoiceSet themes',
      'Input.ChoiceSet unitId',
      'Input.ChoiceSet when',
      'Input.Text number',
      'Input.Text place',
    ]);
  });

  test('that the asker or the unit sees of an open request says that it is no report', () => {
    const { notReported, unit } = requestTexts[language];
    for (const name of ['request-choose', 'request-form', 'request-receipt', 'request-asker-taken'])
      expect(wordsOn(cardOf(name))).toContain(notReported.slice(0, 20));
    for (const name of ['request-unit-in-channel', 'request-unit-taken', 'request-number'])
      expect(wordsOn(cardOf(name))).toContain(unit.notReport);
  });

  test('in the channel has neither a number nor more than three buttons', () => {
    for (const [name, card] of cards.filter(([each]) => each.startsWith('request-unit-'))) {
      expect([name, JSON.stringify(card).includes('20 31')]).toEqual([name, false]);
      expect(executesOf(card).length).toBeLessThanOrEqual(3);
    }
  });
});

const executablePath = findChromium();
describeWith('Chromium', executablePath)('every card about requests in the browser', () => {
  let renderer: Renderer;
  beforeAll(async () => {
    renderer = await openRenderer(executablePath ?? '');
  });
  afterAll(() => renderer.close());

  test.each(views)('can be read by everybody, $theme at $width px', async (view) => {
    const faults: string[] = [];
    for (const language of languages)
      for (const [name, card] of everyRequestCard(language)) {
        const own = await renderer.faultsOf(card, view, `${name}-${language}`);
        faults.push(...own.map((fault) => `${name}-${language}: ${fault}`));
      }
    expect(faults).toEqual([]);
  });
});
