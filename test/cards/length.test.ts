import type { Card } from '../../src/cards/card';
import { availabilityText } from '../../src/concern/availability-text';
import { resultCard } from '../../src/concern/result-card';
import { findRoute } from '../../src/concern/route';
import { type Answers, everyCombination, questionOrder } from '../../src/municipality/facts';
import { hoursOf, type OpeningStatus } from '../../src/municipality/opening-hours';
import type { Language } from '../../src/municipality/schema';
import { openRenderer, type Renderer } from '../support/render';
import { describeWith, findChromium } from '../support/requires';
import { visibleLines, visibleWords } from '../support/visible';
import { ishoj, pupil, viewOf, wizard } from './results';

type Result = { readonly name: string; readonly answers: Answers; readonly card: Card };

/** Every result card there is at a time, each once. */
const resultsAt = (opening: OpeningStatus, language: Language): readonly Result[] => {
  const each = new Map(
    everyCombination.map((answers) => wizard.normalise(answers)).map((one) => [nameOf(one), one]),
  );
  return [...each].map(([name, answers]) => {
    const route = findRoute(ishoj, wizard.complete(answers), () => hoursOf(opening));
    const availability = () => availabilityText(opening, language);
    return { name, answers, card: resultCard({ ...viewOf(answers), language, route, availability }) };
  });
};

const nameOf = (answers: Answers): string => questionOrder.flatMap((each) => answers[each] ?? []).join(' ');

const times: readonly (readonly [string, OpeningStatus])[] = [
  ['on a working day', { kind: 'unknown', day: 'working-day' }],
  ['in a weekend', { kind: 'unknown', day: 'weekend' }],
];
const shown = times.flatMap(([time, opening]) =>
  (['da', 'en'] as const).map((language) => ({ time, language, results: resultsAt(opening, language) })),
);

const figuresOf = (numbers: readonly number[]) => {
  const sorted = numbers.toSorted((a, b) => a - b);
  return {
    cards: sorted.length,
    least: sorted[0],
    median: sorted[Math.floor(sorted.length / 2)] ?? 0,
    most: sorted.at(-1) ?? 0,
  };
};
const print = (line: string): void => void process.stdout.write(`${line}\n`);

describe('result cards, the words that are seen', () => {
  test.each(shown)('$time, in $language > at most 200 in the middle of all, and 300 on any', (one) => {
    const words = figuresOf(one.results.map(({ card }) => visibleWords(card)));
    const { cards, least, median, most } = words;
    print(`words, ${one.time}, ${one.language}: ${cards} cards, ${least} / ${median} / ${most}`);
    expect(median).toBeLessThanOrEqual(200);
    expect(most).toBeLessThanOrEqual(300);
    expect(cards).toBeGreaterThan(450);
  });
});

const executablePath = findChromium();
const telephone = { theme: 'light', width: 320 } as const;

/** Cards that look alike to a ruler are drawn once: what differs in their buttons' data takes no room. */
const unlike = (results: readonly Result[]): readonly Result[] => [
  ...new Map(results.map((one) => [visibleLines(one.card).join('\n'), one])).values(),
];

describeWith('Chromium', executablePath)('result cards, on a telephone of 320 px', () => {
  let renderer: Renderer;
  beforeAll(async () => {
    renderer = await openRenderer(executablePath ?? '');
  }, 60_000);
  afterAll(() => renderer.close());

  test.each(shown)(
    '$time, in $language > a number to tap within 400 px, danger within 1,400 px and a pupil within 1,100 px',
    async (one) => {
      const faults: string[] = [];
      const heights: number[] = [];
      const ends: number[] = [];
      for (const { name, answers, card } of unlike(one.results)) {
        const { height, firstNumberEndsAt } = await renderer.layoutOf(card, telephone);
        heights.push(height);
        if (firstNumberEndsAt !== undefined) ends.push(firstNumberEndsAt);
        if ((firstNumberEndsAt ?? 0) > 400)
          faults.push(`${name}: its number ends at ${firstNumberEndsAt} px`);
        if (answers.urgency === 'danger' && height > 1_400) faults.push(`${name}: ${height} px`);
      }
      const [high, first] = [figuresOf(heights), figuresOf(ends)];
      const pupilsHeight = (await renderer.layoutOf(cardOf(one.results, pupil), telephone)).height;
      print(
        `px, ${one.time}, ${one.language}: ${high.least} / ${high.median} / ${high.most} high, the first`,
      );
      print(`  number ends at ${first.least} / ${first.median} / ${first.most}, a pupil ${pupilsHeight}`);
      expect(faults).toEqual([]);
      expect(pupilsHeight).toBeLessThanOrEqual(1_100);
      expect(heights.length).toBeGreaterThan(60);
    },
    300_000,
  );
});

const cardOf = (results: readonly Result[], answers: Answers): Card => {
  const found = results.find(({ name }) => name === nameOf(answers));
  if (found === undefined) throw new Error('no such card');
  return found.card;
};
