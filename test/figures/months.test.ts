import { createMonthCounter, listMonths } from '../../src/figures/counter';
import type { MonthFigures } from '../../src/figures/model/month';
import { createPublishing } from '../../src/figures/publishing';
import { figuresCsv } from '../../src/figures/tables';
import type { Meeting } from '../../src/meetings/model/meeting';
import { memoryDocuments } from '../support/memory-store';
import { months, municipality } from './samples';

const october = Date.parse('2026-10-20T10:00:00Z');
/** In Denmark it is November already, by the summer's end at +01:00. */
const november = Date.parse('2026-10-31T23:30:00Z');
const anHourLater = Date.parse('2026-11-01T00:00:00Z');

const open = () => {
  const time = { now: october };
  const figures = memoryDocuments<MonthFigures>(() => time.now);
  const meetings = memoryDocuments<Meeting>(() => time.now);
  return {
    figures,
    meetings,
    counter: createMonthCounter(figures),
    publish: createPublishing({ figures, meetings }),
  };
};
const meeting = (startsAt: string, kind: string) =>
  ({
    groupId: 'ssp-nu',
    startsAt: Date.parse(startsAt),
    lengthMinutes: 60,
    place: 'Lokale 2',
    isByHand: true,
    status: { kind },
    told: {},
  }) as unknown as Meeting;

describe('what is counted', () => {
  test('gets the month in which it is stored, by two processes at once', async () => {
    const { figures, counter } = open();
    const other = createMonthCounter(figures);
    for (let count = 0; count < 3; count += 1) counter.count('shown/police');
    other.count('shown/police');
    other.count('item/decision');
    await Promise.all([counter.flush(october), other.flush(october)]);
    // Who came second to make the month's document adds what it had the next time.
    await Promise.all([counter.flush(october), other.flush(october)]);
    expect(figures.all().map(({ body }) => body)).toEqual([
      { state: 'counting', month: '2026-10', counts: { 'shown/police': 4, 'item/decision': 1 } },
    ]);
  });

  test('while the database is away > is kept for the next time', async () => {
    const { figures, counter } = open();
    const away = createMonthCounter({
      ...figures,
      find: async () => Promise.reject(new Error('away')),
    });
    counter.count('shown/police');
    away.count('shown/police');
    await expect(away.flush(october)).rejects.toThrow('away');
    await counter.flush(october);
    await counter.flush(november);
    expect(figures.all().map(({ id, body }) => [id, body])).toEqual([
      ['2026-10', { state: 'counting', month: '2026-10', counts: { 'shown/police': 1 } }],
    ]);
  });
});

describe('a month', () => {
  test('under way > is not published; over for an hour > is, and its raw counts are gone', async () => {
    const { figures, meetings, counter, publish } = open();
    for (let count = 0; count < 8; count += 1) counter.count('shown/police');
    counter.count('shown/infohus');
    await counter.flush(october);
    for (const [at, kind] of ['planned', 'planned', 'planned', 'planned', 'planned', 'cancelled'].entries())
      await meetings.insert(`m${at}`, meeting(`2026-10-0${at + 1}T08:00:00Z`, kind), {
        groupId: 'ssp-nu',
        at: Date.parse(`2026-10-0${at + 1}T08:00:00Z`),
      });
    await publish(october);
    await publish(november);
    expect(figures.all()[0]?.body.state).toBe('counting');
    await publish(anHourLater);
    const [published] = await listMonths(figures);
    expect(published).toMatchObject({
      state: 'published',
      month: '2026-10',
      shown: { cells: { police: 10, infohus: null }, rest: null },
      meetings: { cells: { held: 5, 'called-off': null }, rest: null },
    });
    expect(JSON.stringify(published)).not.toMatch(/counts|:[1-4][,}]|:8[,}]/);
  });

  test('published > never changes: what comes later counts in the month that runs', async () => {
    const { figures, counter, publish } = open();
    await publish(october);
    await publish(anHourLater);
    const before = JSON.stringify(figures.all());
    counter.count('shown/police');
    await counter.flush(october);
    expect(JSON.stringify(figures.all())).toBe(before);
    await counter.flush(anHourLater);
    expect(figures.all().map(({ id, body }) => [id, body.state])).toEqual([
      ['2026-10', 'published'],
      ['2026-11', 'counting'],
    ]);
  });

  test('in which nothing happened, or nobody was there > is published as any other', async () => {
    const { figures, publish } = open();
    await publish(october);
    await createPublishing({ figures, meetings: open().meetings })(Date.parse('2027-01-05T10:00:00Z'));
    expect(figures.all().map(({ id, body }) => [id, body.state])).toEqual([
      ['2026-10', 'published'],
      ['2026-11', 'published'],
      ['2026-12', 'published'],
    ]);
  });
});

test('the spreadsheet > has every count of every month, and says of a hidden one nothing but that', () => {
  const csv = figuresCsv({ language: 'da', municipality, months });
  const rows = csv
    .trim()
    .split('\r\n')
    .map((line) => line.slice(1, -1).split('";"'));
  expect(csv.startsWith('\uFEFF"måned";"tabel";')).toBe(true);
  expect(new Set(rows.map((row) => row.length))).toEqual(new Set([5]));
  expect(rows).toContainEqual([
    '2026-10',
    'Viste svar, efter hvem svaret nævner først',
    'Stabsenheden',
    '60',
    '',
  ]);
  expect(rows).toContainEqual(['2026-10', 'Møder', 'Aflyst', '', 'under 5']);
  for (const [, , , number = ''] of rows.slice(1)) expect(Number(number) % 5).toBe(0);
});
