import { createConcernHandlers } from '../../src/concern/handlers';
import { helpCard } from '../../src/concern/plain-cards';
import { type Answers, everyCombination, type UnitId } from '../../src/municipality/facts';
import type { OpeningStatus } from '../../src/municipality/opening-hours';
import type { Municipality } from '../../src/municipality/schema';
import { requestTexts } from '../../src/text/requests';
import { executesOf } from '../cards/crawl';
import { ishoj, pupil, wizard } from '../cards/results';
import { visibleWords } from '../support/visible';

const now = new Date('2026-12-01T09:00:00Z');
const both: ReadonlySet<UnitId> = new Set(['staff-unit', 'family-centre']);
const openings: readonly OpeningStatus[] = [
  { kind: 'unknown', day: 'working-day' },
  { kind: 'unknown', day: 'weekend' },
  { kind: 'closed' },
];

const shownWith = (opening: OpeningStatus, called: () => ReadonlySet<UnitId>) => {
  const concern = createConcernHandlers({
    municipality: ishoj,
    openingOf: () => opening,
    calledUnits: called,
  });
  return (answers: Answers) => concern.show({ language: 'da', answers: wizard.normalise(answers) }, now).card;
};
const callBacksOf = (card: ReturnType<ReturnType<typeof shownWith>>) =>
  executesOf(card).filter(({ verb }) => verb === 'request.form');

describe('the button to be called back', () => {
  test.each(openings)('is never where it can’t wait, and always beside a number (%j)', (opening) => {
    const show = shownWith(opening, () => both);
    let shown = 0;
    for (const answers of everyCombination) {
      const card = show(answers);
      const buttons = callBacksOf(card);
      shown += buttons.length;
      if (buttons.length === 0) continue;
      expect(answers.urgency).toBe('ordinary');
      expect(['departure', 'teaching']).not.toContain(answers.subject);
      const json = JSON.stringify(card);
      expect(json).not.toMatch(/tel:11[24]/);
      for (const { data } of buttons)
        expect(json).toContain(ishoj.units[data.unitId as 'staff-unit'].telephone);
    }
    expect(shown).toBeGreaterThan(50);
  });

  test('is not where the unit has no channel, and is as soon as it has: the card is made anew', () => {
    let called: ReadonlySet<UnitId> = new Set();
    const show = shownWith({ kind: 'unknown', day: 'working-day' }, () => called);
    expect(callBacksOf(show(pupil))).toEqual([]);
    called = new Set(['staff-unit']);
    expect(callBacksOf(show(pupil)).map(({ data }) => data.unitId)).toEqual(['staff-unit']);
    called = both;
    expect(callBacksOf(show(pupil)).map(({ data }) => data.unitId)).toEqual(['family-centre', 'staff-unit']);
    called = new Set();
    expect(callBacksOf(show(pupil))).toEqual([]);
  });

  test('says what kind of thing it is about, and nothing else of the answers', () => {
    const show = shownWith({ kind: 'unknown', day: 'working-day' }, () => both);
    const dataOf = (answers: Answers) => callBacksOf(show(answers)).map(({ data }) => data);
    const carried = { version: 1, language: 'da', verb: 'request.form' };
    expect(dataOf(pupil)[0]).toEqual({ ...carried, unitId: 'family-centre', matter: 'under-18' });
    expect(dataOf({ ...pupil, age: 'adult', workplace: 'other' })).toEqual([
      { ...carried, unitId: 'staff-unit', matter: 'adult' },
    ]);
    expect(dataOf({ urgency: 'ordinary', subject: 'general', workplace: 'other' })).toEqual([
      { ...carried, unitId: 'staff-unit', matter: 'general' },
    ]);
  });

  test('leaves every card within its 300 words', () => {
    const show = shownWith({ kind: 'unknown', day: 'weekend' }, () => both);
    expect(Math.max(...everyCombination.map((answers) => visibleWords(show(answers))))).toBeLessThanOrEqual(
      300,
    );
  });

  test('on the way to teaching > is about teaching, where the municipality has no themes to choose from', () => {
    const { teaching: _, ...without } = ishoj;
    const taught: Answers = { urgency: 'ordinary', subject: 'teaching', workplace: 'school' };
    const shown = (municipality: Municipality) => {
      const concern = createConcernHandlers({
        municipality,
        openingOf: () => ({ kind: 'unknown', day: 'working-day' }),
        calledUnits: () => both,
      });
      const { card } = concern.show({ language: 'da', answers: wizard.normalise(taught) }, now);
      return executesOf(card)
        .filter(({ verb }) => verb === 'request.form' || verb === 'teaching.form')
        .map(({ verb, data }) => [verb, data.matter]);
    };
    expect(shown(ishoj)).toEqual([['teaching.form', undefined]]);
    expect(shown(without)).toEqual([['request.form', 'teaching']]);
  });
});

test('help > names the request only where a unit takes any', () => {
  const { help } = requestTexts.da;
  const shownWith = (calledUnits: ReadonlySet<UnitId>) =>
    JSON.stringify(helpCard({ municipality: ishoj, language: 'da', calledUnits }));
  for (const line of [help.can, help.words, help.stored]) {
    expect(shownWith(new Set())).not.toContain(line);
    expect(shownWith(both)).toContain(line);
  }
  expect(visibleWords(helpCard({ municipality: ishoj, language: 'da', calledUnits: both }))).toBeLessThan(
    300,
  );
});
