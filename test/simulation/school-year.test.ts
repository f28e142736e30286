import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isOfficeDay, weekdayOf } from './almanac';
import { type Expected, expectedPosts, inOrder } from './expected';
import { story } from './story';
import { runYear } from './year';

jest.setTimeout(600_000);

const golden = path.join(__dirname, 'school-year.txt');
const weekdays = ['man', 'tir', 'ons', 'tor', 'fre', 'lør', 'søn'];

const lineOf = ({ at, to, says }: Expected): string =>
  `${weekdays[weekdayOf(at.slice(0, 10)) - 1]} ${at}  ${to.padEnd(20)}  ${says.slice(0, 110)}`;
const textOf = (posts: readonly Expected[]): string => `${posts.toSorted(inOrder).map(lineOf).join('\n')}\n`;

/** The same messages, told apart by when, where and how they begin. */
const beginningLike = (posts: readonly Expected[], expected: readonly Expected[]): readonly string[] => {
  const sorted = expected.toSorted(inOrder);
  return posts.toSorted(inOrder).map(({ at, to, says }, index) => {
    const wanted = sorted[index]?.says ?? '';
    return `${at} ${to} ${says.startsWith(wanted) ? wanted : says.slice(0, 60)}`;
  });
};
const keysOf = (posts: readonly Expected[]): readonly string[] =>
  posts.toSorted(inOrder).map(({ at, to, says }) => `${at} ${to} ${says}`);

const lateWords = 'Beskeden kommer senere, end den skulle.';

/** What holds in every year: a message is the same as another also when only its hour or its being late differs. */
const expectManners = (posts: readonly Expected[]): void => {
  const isUnmannerly = ({ at }: Expected) =>
    !isOfficeDay(at.slice(0, 10)) || at.slice(11) < '07:00' || at.slice(11) > '17:00';
  expect(posts.filter(isUnmannerly)).toEqual([]);
  const said = posts.map(({ to, says }) => `${to}: ${says.replace(lateWords, '').trim()}`);
  expect(said.filter((each, index) => said.indexOf(each) !== index)).toEqual([]);
};

describe('a school year of seven groups', () => {
  let posts: readonly Expected[];
  beforeAll(async () => {
    ({ posts } = await runYear(story));
  });

  test('every message comes when the plans say, as somebody reckons it by hand', () => {
    const expected = expectedPosts(story);
    expect(beginningLike(posts, expected)).toEqual(keysOf(expected));
  });

  test('none comes twice, on a day off or outside the groups’ hours', () => expectManners(posts));

  test('the list is the one in school-year.txt', () => {
    if (process.env.UPDATE_GOLDEN === '1') writeFileSync(golden, textOf(posts));
    expect(existsSync(golden)).toBe(true);
    expect(textOf(posts)).toBe(readFileSync(golden, 'utf8'));
  });
});

describe('stopped from Tuesday to Friday afternoon in the middle of the year', () => {
  const [from, to] = ['2026-11-10 16:00', '2026-11-13 16:00'];
  let year: Awaited<ReturnType<typeof runYear>>;
  beforeAll(async () => {
    year = await runYear(story, [{ from, to }]);
  });

  test('before and after it everything comes as it would have', () => {
    const isOutside = ({ at }: Expected) => at <= from || at > to;
    const expected = expectedPosts(story).filter(isOutside);
    expect(beginningLike(year.posts.filter(isOutside), expected)).toEqual(keysOf(expected));
  });

  test('what is still of use comes once, and says in the channels that it is late', () => {
    const late = year.posts.filter(({ at }) => at > from && at <= to);
    const expected = [
      { at: to, to: 'SSP-netværksgruppe 2', says: 'Fristen for punkter er udløbet' },
      { at: to, to: 'SSP-netværksgruppe 4', says: 'Har du et punkt til næste møde?' },
      { at: to, to: 'anna', says: 'Hvad blev der aftalt?' },
      { at: to, to: 'anna', says: 'SSP-NU skulle mødes 24. december 2026' },
    ];
    expect(beginningLike(late, expected)).toEqual(keysOf(expected));
    for (const { says } of late.filter((post) => post.to !== 'anna')) expect(says).toContain(lateWords);
  });

  test('none comes twice, on a day off or outside the groups’ hours', () => expectManners(year.posts));

  test('what isn’t is given up, and the log says so', () => {
    const stopped = year.log.findIndex(({ event }) => event === 'killed');
    const given = year.log.slice(stopped).filter(({ event }) => event === 'row-not-sent');
    expect(given).toContainEqual(expect.objectContaining({ kind: 'same-morning', state: 'obsolete' }));
  });
});

describe('stopped over both nights on which the clocks are changed', () => {
  // It is started again in the hour that Sunday has twice, and in the first hour of summer time; both days are off.
  const stops = [
    { from: '2026-10-23 08:00', to: '2026-10-25 02:30', saidAt: '2026-10-26 07:00' },
    { from: '2027-03-24 08:00', to: '2027-03-28 03:30', saidAt: '2027-03-30 07:00' },
  ];
  const stopOf = ({ at }: Expected) => stops.find(({ from, to }) => at > from && at <= to);
  const missed = expectedPosts(story).filter(stopOf);
  let posts: readonly Expected[];
  beforeAll(async () => {
    ({ posts } = await runYear(story, stops));
  });

  test('what fell due meanwhile waits for the next working morning on the new time, all else is as ever', () => {
    expect(missed.map(({ to }) => to)).toEqual(['SSP-netværksgruppe 4', 'SSP-netværksgruppe 6', 'SSP-NU']);
    const expected = expectedPosts(story).map((each) => ({ ...each, at: stopOf(each)?.saidAt ?? each.at }));
    expect(beginningLike(posts, expected)).toEqual(keysOf(expected));
  });

  test('only what waited says that it is late', () => {
    const late = posts.filter(({ says }) => says.includes(lateWords));
    expect(late.map(({ at, to }) => `${at} ${to}`)).toEqual(
      missed.map((each) => `${stopOf(each)?.saidAt} ${each.to}`),
    );
  });

  test('none comes twice, on a day off or outside the groups’ hours', () => expectManners(posts));
});
