import path from 'node:path';
import fc from 'fast-check';
import { findRoute, type Route } from '../../src/concern/route';
import { createWizard, offeredChoices } from '../../src/concern/wizard';
import {
  type Answers,
  type Circumstances,
  circumstances,
  type Question,
  questionOrder,
  questions,
} from '../../src/municipality/facts';
import { ishojFile, loadMunicipality } from '../../src/municipality/load';
import type { Municipality } from '../../src/municipality/schema';

const ishoj = loadMunicipality(ishojFile);
const fjordby = loadMunicipality(path.join(__dirname, '../support/fjordby.json'));
const wizard = createWizard(ishoj);

type Walk = { readonly asked: readonly Question[]; readonly answers: Answers };

/** Every way through the wizard, answered question by question. */
const walks = (municipality: Municipality, from: Walk = { asked: [], answers: {} }): readonly Walk[] => {
  const question = (municipality === ishoj ? wizard : createWizard(municipality)).nextQuestion(from.answers);
  if (question === undefined) return [from];
  return offeredChoices(question, from.answers).flatMap((choice) =>
    walks(municipality, {
      asked: [...from.asked, question],
      answers: { ...from.answers, [question]: choice },
    }),
  );
};

const allWalks = walks(ishoj);
const routeOf = (answers: Answers, hours: Circumstances['hours'] = 'inside-or-unknown'): Route =>
  findRoute(ishoj, wizard.complete(answers), () => hours);

describe('wizard, from the first card', () => {
  test('asks urgency, subject, age and workplace about a person', () => {
    expect(wizard.nextQuestion({})).toBe('urgency');
    expect(wizard.nextQuestion({ urgency: 'ordinary' })).toBe('subject');
    expect(wizard.nextQuestion({ urgency: 'ordinary', subject: 'young-person' })).toBe('age');
    expect(wizard.nextQuestion({ urgency: 'ordinary', subject: 'young-person', age: 'adult' })).toBe(
      'workplace',
    );
  });

  test('asks nobody’s age where no person is meant', () => {
    for (const subject of ['general', 'teaching'] as const) {
      expect(wizard.nextQuestion({ urgency: 'urgent', subject })).toBe('workplace');
    }
  });

  test('asks at most four questions, and three where no person is meant', () => {
    for (const { asked, answers } of allWalks) {
      const isPerson = answers.subject !== 'general' && answers.subject !== 'teaching';
      expect([answers, asked.length]).toEqual([answers, isPerson ? 4 : 3]);
    }
    // Danger has five subjects with a person and the general concern, and nothing urgent or not all eight.
    expect(allWalks).toHaveLength((5 * 4 + 1) * 7 + 2 * (6 * 4 + 2) * 7);
  });

  test('asks no question whose answer makes no difference', () => {
    for (const { asked, answers } of allWalks) {
      for (const question of asked) {
        // How urgent it is comes first, before it is known that a lesson is meant.
        if (question === 'urgency' && answers.subject === 'teaching') continue;
        const others = { ...answers, [question]: undefined };
        const routes = new Set(
          allWalks
            .filter((walk) =>
              questionOrder.every(
                (q) => q === question || walk.answers[q] === others[q] || others[q] === undefined,
              ),
            )
            .map((walk) => JSON.stringify(routeOf(walk.answers))),
        );
        expect([answers, question, routes.size > 1]).toEqual([answers, question, true]);
      }
    }
  });

  test('counts on from the first question and never says less than what comes', () => {
    for (const { asked, answers } of allWalks) {
      asked.forEach((question, index) => {
        const before = Object.fromEntries(asked.slice(0, index).map((q) => [q, answers[q]])) as Answers;
        const { number, atMost } = wizard.progress(before);
        expect([question, number]).toEqual([question, index + 1]);
        expect(atMost).toBeGreaterThanOrEqual(asked.length);
      });
    }
    expect(wizard.progress({})).toEqual({ number: 1, atMost: 4 });
    expect(wizard.progress({ urgency: 'ordinary', subject: 'teaching' })).toEqual({ number: 3, atMost: 3 });
  });

  test('reaches every rule of the table that the municipality’s circumstances allow', () => {
    const withAsks = allWalks.flatMap(({ answers }) => [
      answers,
      ...routeOf(answers).asks.map(({ set }) => ({ ...answers, ...set })),
    ]);
    const routes = withAsks.flatMap((answers) => circumstances.hours.map((hours) => routeOf(answers, hours)));
    const steps = new Set(routes.flatMap((route) => route.steps.map(({ id }) => id)));
    const notHere = ['out-of-hours-first', 'out-of-hours-fallback', 'police-suspicion', 'call-centre-now'];
    expect(Object.keys(ishoj.steps).filter((id) => !steps.has(id))).toEqual(notHere);
    const others = new Set<unknown>(
      routes.flatMap(({ duty, top, steps, notices, next, asks }) => [
        duty,
        ...top,
        ...steps.flatMap((step) => step.said),
        ...notices,
        ...next,
        ...asks,
      ]),
    );
    const { duties, notes, asks } = ishoj;
    const all = Object.entries({ ...duties, ...notes, ...asks });
    expect(all.filter(([, entry]) => !others.has(entry)).map(([id]) => id)).toEqual([]);
  });
});

describe('wizard, an answer changed', () => {
  const settled: Answers = { urgency: 'urgent', subject: 'sparring', age: 'adult', workplace: 'police' };

  test('asks that question alone again', () => {
    for (const question of questionOrder) {
      const others: Answers = Object.fromEntries(Object.entries(settled).filter(([key]) => key !== question));
      expect(wizard.nextQuestion(others)).toBe(question);
    }
  });

  test('drops what the new answer makes pointless', () => {
    expect(wizard.normalise({ ...settled, subject: 'general' })).toEqual({
      urgency: 'urgent',
      subject: 'general',
      workplace: 'police',
    });
  });
});

describe('wizard, danger', () => {
  test('offers no lesson and no meeting as a subject, and asks again for one that was given', () => {
    const offered = offeredChoices('subject', { urgency: 'danger' });
    expect(questions.subject.filter((subject) => !offered.includes(subject))).toEqual(['ssp-nu', 'teaching']);
    expect(offeredChoices('subject', { urgency: 'urgent' })).toEqual(questions.subject);
    expect(wizard.normalise({ urgency: 'danger', subject: 'teaching', workplace: 'school' })).toEqual({
      urgency: 'danger',
      workplace: 'school',
    });
    expect(wizard.isConsistent({ urgency: 'danger', subject: 'ssp-nu' })).toBe(false);
  });

  test('stays an answer to change to, whatever the subject', () => {
    expect(offeredChoices('urgency', { subject: 'teaching' })).toContain('danger');
  });
});

describe('wizard, any answers at all', () => {
  const someAnswers = fc.record(
    {
      urgency: fc.constantFrom(...questions.urgency),
      subject: fc.constantFrom(...questions.subject),
      age: fc.constantFrom(...questions.age),
      workplace: fc.constantFrom(...questions.workplace),
    },
    { requiredKeys: [] },
  );

  test('normalising twice is normalising once, and keeps the route', () => {
    fc.assert(
      fc.property(someAnswers, (answers) => {
        const once = wizard.normalise(answers);
        expect(wizard.normalise(once)).toEqual(once);
        if (wizard.nextQuestion(once) === undefined) {
          expect(routeOf(once)).toEqual(routeOf({ ...wizard.complete(once), ...answers }));
        }
      }),
    );
  });
});

describe('wizard, another municipality', () => {
  test('asks only what that table can tell apart', () => {
    const other = createWizard(fjordby);
    expect(
      other.nextQuestion({ urgency: 'ordinary', subject: 'young-person', age: 'under-18' }),
    ).toBeUndefined();
    expect(other.nextQuestion({ urgency: 'ordinary', subject: 'general' })).toBeUndefined();
  });
});

describe('route, the first unit is closed', () => {
  const urgent: Answers = { urgency: 'urgent', subject: 'young-person', age: 'under-18', workplace: 'other' };

  test('begins with whoever answers outside opening hours', () => {
    const stepsAt = (isClosed: boolean) =>
      findRoute(fjordby, createWizard(fjordby).complete(urgent), (unit) =>
        isClosed && unit === 'family-centre' ? 'outside' : 'inside-or-unknown',
      ).steps.map(({ id }) => id);
    expect(stepsAt(false)).toEqual(['form', 'centre', 'staff', 'police']);
    expect(stepsAt(true)).toEqual(['night', 'form', 'centre', 'staff', 'police']);
  });

  test('the reader’s own unit is never closed to its own people', () => {
    for (const [workplace, age] of [
      ['family-centre', 'under-18'],
      ['staff-unit', 'adult'],
    ] as const) {
      const steps = findRoute(ishoj, wizard.complete({ ...urgent, age, workplace }), (unit) =>
        unit === workplace ? 'outside' : 'inside-or-unknown',
      ).steps.map(({ id }) => id);
      expect([steps[0], steps.at(-1)]).toEqual([`own-${workplace}-now`, 'police-or-no-answer']);
    }
  });

  test('another unit being closed changes nothing', () => {
    const route = findRoute(ishoj, wizard.complete(urgent), (unit) =>
      unit === 'staff-unit' ? 'outside' : 'inside-or-unknown',
    );
    expect(route.steps[0].id).toBe('call-family-centre-now');
  });
});
