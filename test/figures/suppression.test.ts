import fc from 'fast-check';
import { type Line, medianClass, publishLine, totalOf } from '../../src/figures/model/suppression';

const named = (counts: readonly number[]) => Object.fromEntries(counts.map((count, at) => [`c${at}`, count]));
const publish = (counts: readonly number[]): Line => publishLine(named(counts));

/** Every list of so many whole numbers from 0 to the most. */
const everyList = (length: number, most: number): readonly (readonly number[])[] =>
  length === 0
    ? [[]]
    : everyList(length - 1, most).flatMap((list) =>
        Array.from({ length: most + 1 }, (_, count) => [...list, count]),
      );

describe('a line of counts', () => {
  test('from 5 on > is rounded to 5; under 5 is hidden, zero included', () => {
    expect(publish([0, 4, 5, 7, 8, 12, 13, 100]).cells).toEqual({
      c0: null,
      c1: null,
      c2: 5,
      c3: 5,
      c4: 10,
      c5: 10,
      c6: 15,
      c7: 100,
    });
  });

  test('one or two of them hidden > have no sum, for it would be themselves', () => {
    expect(publish([4, 50, 60]).rest).toBeNull();
    expect(publish([4, 4, 60]).rest).toBeNull();
    expect(publish([4, 4, 3, 60]).rest).toBe(10);
  });

  test('all but nothing of it hidden at 4 > is told lower, so that none of them must be 4', () => {
    expect(publish([4, 4, 4, 4]).rest).toBe(10);
  });

  test('its total > is the sum of what is shown, and that or more where something isn’t counted in it', () => {
    expect(totalOf(publish([6, 13]))).toEqual({ sum: 20, isLeast: false });
    expect(totalOf(publish([6, 13, 4]))).toEqual({ sum: 20, isLeast: true });
    expect(totalOf(publish([6, 13, 4, 1, 2]))).toEqual({ sum: 25, isLeast: false });
    expect(totalOf(publish([4, 4, 4, 4]))).toEqual({ sum: 10, isLeast: true });
  });
});

/*
 * The attack: somebody knows the rule, has every table of the line and tries to work out a hidden count. Everything that
 * they can conclude is what all raw lines with the same publication have in common.
 */
describe('whoever knows the rule and every published number', () => {
  test.each([
    [1, 20],
    [2, 20],
    [3, 11],
    [4, 8],
    [5, 6],
    [6, 4],
  ])(
    'of every line of %i counts up to %i > learns nothing of a hidden one but that it is under 5',
    (length, most) => {
      const possible = new Map<string, Set<number>[]>();
      for (const counts of everyList(length, most)) {
        const published = JSON.stringify(publish(counts));
        const seen = possible.get(published) ?? counts.map(() => new Set<number>());
        counts.forEach((count, at) => {
          seen[at]?.add(count);
        });
        possible.set(published, seen);
      }
      for (const [published, seen] of possible) {
        const { cells } = JSON.parse(published) as Line;
        const hidden = seen.filter((_, at) => cells[`c${at}`] === null);
        for (const counts of hidden)
          expect([published, [...counts].sort()]).toEqual([published, [0, 1, 2, 3, 4]]);
      }
    },
  );

  test('of a line of any length > finds for each hidden count and each number under 5 a line that looks the same', () => {
    const lines = fc.array(fc.oneof(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 400 })), {
      minLength: 1,
      maxLength: 40,
    });
    fc.assert(
      fc.property(lines, fc.nat(), fc.integer({ min: 0, max: 4 }), (counts, pick, other) => {
        const hidden = counts.flatMap((count, at) => (count < 5 ? [at] : []));
        const at = hidden[pick % Math.max(1, hidden.length)];
        if (at === undefined) return;
        const sameAs = JSON.stringify(publish(counts));
        // The others take up or give back what the one has become less or more, one by one.
        let changed = counts.with(at, other);
        const others = hidden.filter((each) => each !== at);
        for (let steps = 0; steps < 200 && JSON.stringify(publish(changed)) !== sameAs; steps += 1) {
          const sum = changed.filter((count) => count < 5).reduce((all, count) => all + count, 0);
          const wanted = counts.filter((count) => count < 5).reduce((all, count) => all + count, 0);
          const step = Math.sign(wanted - sum);
          const giving = others.find((each) => {
            const next = (changed[each] ?? 0) + step;
            return next >= 0 && next <= 4;
          });
          if (giving === undefined || step === 0) break;
          changed = changed.with(giving, (changed[giving] ?? 0) + step);
        }
        expect(JSON.stringify(publish(changed))).toBe(sameAs);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('a median of classes', () => {
  test('of fewer than 5 > is none; of 5 > is the class of the middle one', () => {
    expect(
      medianClass([
        ['1', 2],
        ['2', 2],
      ]),
    ).toBeNull();
    expect(
      medianClass([
        ['1', 2],
        ['2', 1],
        ['more', 2],
      ]),
    ).toBe('2');
    expect(
      medianClass([
        ['1', 0],
        ['2', 0],
        ['more', 40],
      ]),
    ).toBe('more');
  });

  test('told > fits every number in each class: none is worked out from it', () => {
    const classes = ['a', 'b', 'c'] as const;
    const possible = new Map<string | null, Set<number>[]>();
    for (const counts of everyList(3, 9)) {
      const median = medianClass(classes.map((name, at) => [name, counts[at] ?? 0] as const));
      const seen = possible.get(median) ?? counts.map(() => new Set<number>());
      counts.forEach((count, at) => {
        seen[at]?.add(count);
      });
      possible.set(median, seen);
    }
    for (const [median, seen] of possible)
      for (const [at, counts] of seen.entries()) {
        // That most of the middle one's class aren't elsewhere is all that is said.
        const fits = median === classes[at] ? [3, 4, 5, 9] : [0, 1, 2, 3, 4];
        expect([...counts]).toEqual(expect.arrayContaining(fits));
      }
  });
});
