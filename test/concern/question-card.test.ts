import { questionCard } from '../../src/concern/question-card';
import { createWizard } from '../../src/concern/wizard';
import type { Answers, Question } from '../../src/municipality/facts';
import { ishojFile, loadMunicipality } from '../../src/municipality/load';
import { texts } from '../../src/text/text';

const municipality = loadMunicipality(ishojFile);
const wizard = createWizard(municipality);
const wordsOf = (question: Question, answers: Answers): string =>
  JSON.stringify(
    questionCard({
      municipality,
      language: 'da',
      answers,
      normalise: wizard.normalise,
      question,
      progress: wizard.progress(answers),
    }),
  );
const { da } = texts;
const back = `"title":"${da.buttons.back}"`;

describe('question card', () => {
  test('on the way > says which question it is, and leads back to the one before', () => {
    const words = wordsOf('age', { urgency: 'ordinary', subject: 'young-person' });
    expect(words).toContain(da.progress(3, 4).slice(0, 11));
    expect(words).toContain(back);
    expect(words).not.toContain(da.changing);
  });

  test('from the result, to change an answer > says so, and offers no way back that takes another answer', () => {
    const words = wordsOf('age', { urgency: 'ordinary', subject: 'young-person', workplace: 'school' });
    expect(words).toContain(da.changing);
    expect(words).toContain(da.changingHint);
    expect(words).not.toContain(back);
    expect(words).toContain('"workplace":"school"');
  });
});
