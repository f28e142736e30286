import type { Card } from '../../src/cards/card';
import { openRenderer, type Renderer, type View } from '../support/render';
import { describeWith, findChromium } from '../support/requires';
import { executesOf, nodesOf } from './crawl';
import { everyMeetingCard } from './meeting-set';

const languages = ['da', 'en'] as const;
const views: readonly View[] = (['light', 'dark'] as const).flatMap((theme) =>
  [320, 800].map((width) => ({ theme, width })),
);

describe.each(languages)('every card about meetings, in %s', (language) => {
  test('is whole, small and safe on every client', async () => {
    const cards = await everyMeetingCard(language);
    const faults = cards.flatMap(([name, card]) => {
      const json = JSON.stringify(card);
      const isInChannel = /^(meeting-show|reminder-)/.test(name);
      return [
        ...(card.version === '1.5' && card.lang === language && card.speak && card.fallbackText
          ? []
          : ['head']),
        ...(Buffer.byteLength(json) < 28 * 1_024 ? [] : [`${Buffer.byteLength(json)} bytes`]),
        ...(/\$\{|null|undefined|NaN|\[object/.test(json) ? ['an unfilled place'] : []),
        ...(isInChannel && executesOf(card).length > 3 ? ['more than three buttons'] : []),
        ...nodesOf(card).flatMap((node) => {
          if (node.type === 'Action.Execute')
            return (node.fallback as { type: string }).type === 'Action.Submit' ? [] : ['no fallback'];
          if (node.type === 'TextBlock') return node.wrap === true && node.text !== '' ? [] : ['a text'];
          return String(node.type).startsWith('Input.') && !(node.label && node.errorMessage)
            ? ['a label']
            : [];
        }),
      ].map((fault) => `${name}: ${fault}`);
    });
    expect(faults).toEqual([]);
    expect(cards.length).toBe(57);
  });
});

const executablePath = findChromium();
describeWith('Chromium', executablePath)('every card about meetings in the browser', () => {
  let renderer: Renderer;
  const cards: (readonly [string, Card])[] = [];
  beforeAll(async () => {
    renderer = await openRenderer(executablePath ?? '');
    for (const language of languages)
      for (const [name, card] of await everyMeetingCard(language)) cards.push([`${name}-${language}`, card]);
  });
  afterAll(() => renderer.close());

  test.each(views)('can be read by everybody, $theme at $width px', async (view) => {
    const faults: string[] = [];
    for (const [name, card] of cards)
      faults.push(...(await renderer.faultsOf(card, view, name)).map((fault) => `${name}: ${fault}`));
    expect(faults).toEqual([]);
  });
});
