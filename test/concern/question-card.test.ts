import type { Card } from '../../src/cards/card';
import { createConcernHandlers } from '../../src/concern/handlers';
import { type Answers, type Question, questionOrder } from '../../src/municipality/facts';
import { ishojFile, loadMunicipality } from '../../src/municipality/load';
import { texts } from '../../src/text/text';
import { executesOf, textsOf } from '../cards/crawl';

const concern = createConcernHandlers({
  municipality: loadMunicipality(ishojFile),
  openingOf: () => ({ kind: 'unknown', day: 'working-day' }),
});
const now = new Date('2026-11-23T09:00:00Z');
const shown = (answers: Answers, change?: Question): Card => {
  const clicked = concern.clicked({ version: 1, language: 'da', answers, change }, now);
  if (clicked === undefined) throw new Error('not a card of ours');
  return clicked.card;
};
const { da } = texts;
const settled: Answers = {
  urgency: 'urgent',
  subject: 'young-person',
  age: 'under-18',
  workplace: 'school',
};

const wayBackOf = (card: Card) => executesOf(card).find(({ title }) => title === da.buttons.back)?.data;

describe('question card', () => {
  test('on the way > says which question it is, and leads back to the one before', () => {
    const card = shown({ urgency: 'ordinary', subject: 'young-person' });
    expect(textsOf(card)).toContain('Spørgsmål 3 af højst 4');
    expect(textsOf(card)).not.toContain(da.changing);
    expect(wayBackOf(card)?.answers).toEqual({ urgency: 'ordinary' });
  });

  test.each(questionOrder)(
    'from the result, to change the answer on %s > leads back to the result',
    (question) => {
      const card = shown(settled, question);
      expect(textsOf(card).slice(0, 3)).toEqual([
        da.changing,
        da.questions[question].heading,
        da.changingHint,
      ]);
      expect(wayBackOf(card)).toMatchObject({ verb: 'concern.show', answers: settled });
      expect(wayBackOf(card)).not.toHaveProperty('change');
    },
  );

  test('in the other language > asks for the same answer again', () => {
    const there = executesOf(shown(settled, 'age')).find(({ title }) => title === da.buttons.otherLanguage);
    expect(there?.data).toMatchObject({ language: 'en', answers: settled, change: 'age' });
  });
});
