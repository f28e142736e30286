import { loadMunicipality } from '../../src/municipality/load';
import { ownNamesOf } from '../../src/privacy/own-names';
import { findPersonLike } from '../../src/privacy/person-like';
import { known, type Titles, unseen } from './titles';

const municipality = loadMunicipality('src/municipality/ishoj.json');
const own = ownNamesOf(municipality, municipality.ownNames);
const isAsked = (title: string): boolean => findPersonLike(title, own).length > 0;

const all: Titles = {
  somebody: [...known.somebody, ...unseen.somebody],
  nobody: [...known.nobody, ...unseen.nobody],
};

test('the titles > are at least 200, half about somebody, none twice', () => {
  const every = [...all.somebody, ...all.nobody];
  expect(new Set(every).size).toBe(every.length);
  expect(every.length).toBeGreaterThanOrEqual(200);
  expect(all.somebody.length).toBe(all.nobody.length);
});

afterAll(() => {
  const share = (titles: readonly string[]): string =>
    `${((100 * titles.filter(isAsked).length) / titles.length).toFixed(1)} %`;
  process.stderr.write(
    `asked about: ${share(all.somebody)} of ${all.somebody.length} titles about somebody, ${share(all.nobody)} of ${all.nobody.length} harmless ones\n`,
  );
});

describe.each([
  ['that the patterns were made with', known],
  ['that they were not made with', unseen],
  ['altogether', all],
])('titles %s', (_, { somebody, nobody }) => {
  test('about somebody > at least nine in ten are asked about', () => {
    const missed = somebody.filter((title) => !isAsked(title));
    expect({ missed, share: 1 - missed.length / somebody.length }).toMatchObject({ share: atLeast(0.9) });
  });

  test('about nobody > at most one in ten is asked about', () => {
    const asked = nobody.filter(isAsked);
    expect({ asked, share: 1 - asked.length / nobody.length }).toMatchObject({ share: atLeast(0.9) });
  });
});

/** An asymmetric match, so that a failure lists the titles. */
function atLeast(least: number) {
  return {
    asymmetricMatch: (share: unknown) => typeof share === 'number' && share >= least,
    toString: () => `at least ${least}`,
  };
}
