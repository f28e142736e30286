import { figuresTexts } from '../../src/text/figures';
import { nodesOf } from '../cards/crawl';
import { schemaFaults } from '../support/card-schema';
import { openRenderer, type Renderer, type View } from '../support/render';
import { describeWith, findChromium } from '../support/requires';
import { visibleText, visibleWords } from '../support/visible';
import { everyFiguresCard, months } from './samples';

const languages = ['da', 'en'] as const;
const views: readonly View[] = (['light', 'dark'] as const).flatMap((theme) =>
  [320, 800].map((width) => ({ theme, width })),
);

describe.each(languages)('every card of figures, in %s', (language) => {
  const cards = everyFiguresCard(language);

  test('is whole, small and safe on every client', () => {
    for (const [name, card] of cards) {
      const json = JSON.stringify(card);
      expect([name, card.lang, card.speak !== '', card.fallbackText !== '']).toEqual([
        name,
        language,
        true,
        true,
      ]);
      expect([name, schemaFaults(card)]).toEqual([name, []]);
      expect(Buffer.byteLength(json)).toBeLessThan(28 * 1_024);
      expect(visibleWords(card)).toBeLessThanOrEqual(250);
      expect(json).not.toMatch(/\$\{|null|undefined|NaN|\[object/);
    }
  });

  test('says each number of a chart in the chart’s table too, and no other', () => {
    const charts = cards.flatMap(([, card]) =>
      nodesOf(card).filter(({ type }) => /^Chart\./.test(String(type))),
    );
    expect(charts.map(({ type }) => type)).toContain('Chart.Line');
    expect(charts.map(({ type }) => type)).toContain('Chart.HorizontalBar');
    for (const { data, fallback } of charts) {
      const drawn = [...JSON.stringify(data).matchAll(/"y":(\d+)/g)].map(([, number]) => number);
      const said = JSON.stringify(fallback);
      expect(drawn.length).toBeGreaterThan(0);
      for (const number of drawn) expect(said).toMatch(new RegExp(`"text":"${number}\\D*"`));
    }
  });
});

test('a month with hidden counts > is a sum of what is shown, and says where it may be more', () => {
  const [, card] = everyFiguresCard('da')[1];
  const text = visibleText(card);
  const { rest, total } = figuresTexts.da;
  for (const line of ['Stabsenheden\n60', 'Familiecenteret / StraXen\n35', 'Politiet\n5', 'SSP-NU\n5'])
    expect(text).toContain(line);
  expect(text).toContain(`${rest}\n10\n${total}\n115\n`);
  expect(text).toContain(`${rest}\n${figuresTexts.da.notShown}\n${total}\n${figuresTexts.da.least(30)}`);
  expect(text).toContain(
    `${figuresTexts.da.tables.waited}\nEnhed\nVentetid\nStabsenheden\n${figuresTexts.da.waiting['4']}`,
  );
});

test('a chart of months > leaves out a month of which nothing can be shown', () => {
  const [, card] = everyFiguresCard('da')[1];
  const [line] = nodesOf(card).filter(({ type }) => type === 'Chart.Line');
  expect(JSON.stringify(line?.data)).not.toContain('2026-07');
  expect(months.map(({ month }) => month)).toContain('2026-07');
});

const executablePath = findChromium();
describeWith('Chromium', executablePath)('every card of figures in the browser', () => {
  let renderer: Renderer;
  beforeAll(async () => {
    renderer = await openRenderer(executablePath ?? '');
  });
  afterAll(() => renderer.close());

  test.each(views)('can be read by everybody without charts, $theme at $width px', async (view) => {
    const faults: string[] = [];
    for (const language of languages)
      for (const [name, card] of everyFiguresCard(language)) {
        const own = await renderer.faultsOf(card, view, `${name}-${language}`);
        faults.push(...own.map((fault) => `${name}-${language}: ${fault}`));
      }
    expect(faults).toEqual([]);
  });
});
