import fc from 'fast-check';
import { languageIn, parseLanguage } from '../../src/cards/card-data';
import { parseCardState } from '../../src/concern/card-data';
import { questions } from '../../src/municipality/facts';

const choices = fc.record(
  {
    urgency: fc.constantFrom(...questions.urgency),
    subject: fc.constantFrom(...questions.subject),
    age: fc.constantFrom(...questions.age),
    workplace: fc.constantFrom(...questions.workplace),
  },
  { requiredKeys: [] },
);
const ours = fc.record({
  version: fc.constant(1),
  language: fc.constantFrom('da', 'en'),
  answers: choices,
});
/** Data of ours in which one part, wherever, is something else. */
const spoilt = fc
  .tuple(ours, fc.constantFrom('version', 'language', 'answers'), fc.anything())
  .map(([data, key, odd]) => ({ ...data, [key]: odd }));

describe('card data', () => {
  it('of ours > is the state that it was made of, whatever else a client adds beside it', () => {
    fc.assert(
      fc.property(
        ours,
        fc.dictionary(
          fc.string().map((key) => `x${key}`),
          fc.anything(),
        ),
        (data, other) => {
          const { language, answers } = data;
          expect(parseCardState({ ...other, ...data })).toEqual({ language, answers });
        },
      ),
    );
  });

  it('of anything > never throws, and what is read holds only known answers', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything({ withNullPrototype: true, withDate: true }), spoilt), (data) => {
        parseLanguage(data);
        languageIn(data);
        const state = parseCardState(data);
        for (const [question, choice] of Object.entries(state?.answers ?? {})) {
          expect(questions[question as keyof typeof questions]).toContain(choice);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('with an answer to a question that there is not > is none of ours', () => {
    fc.assert(
      fc.property(ours, fc.string({ minLength: 1 }), (data, key) => {
        fc.pre(!Object.hasOwn(questions, key) && key !== '__proto__');
        expect(parseCardState({ ...data, answers: { ...data.answers, [key]: 'yes' } })).toBeUndefined();
      }),
    );
  });
});
