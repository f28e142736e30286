import { findRoute } from '../../src/concern/route';
import { collect } from '../../src/municipality/decision-table';
import { concernsMinor, everyCircumstance, everyCombination, type Facts } from '../../src/municipality/facts';
import { ishojFile, loadMunicipality } from '../../src/municipality/load';

const municipality = loadMunicipality(ishojFile);

const ordinarySchoolPupil: Facts = {
  urgency: 'ordinary',
  subject: 'young-person',
  age: 'under-18',
  workplace: 'school',
  hours: 'inside-or-unknown',
  outOfHoursDuty: 'none',
  centreTelephone: 'none',
};

const stepsFor = (facts: Partial<Facts>): string[] =>
  collect(municipality.rules, { ...ordinarySchoolPupil, ...facts })
    .filter((rule) => rule.collect === 'step')
    .map(({ entry }) => entry);
const entriesFor = (facts: Partial<Facts>): string[] =>
  collect(municipality.rules, { ...ordinarySchoolPupil, ...facts }).map(({ entry }) => entry);

const situations = everyCircumstance.flatMap((circumstances) =>
  everyCombination.map((answers) => ({ ...answers, ...circumstances })),
);
const unitOf = (step: string) => municipality.steps[step]?.unit;
const unitsFor = (facts: Facts) => stepsFor(facts).map(unitOf);

describe('the table for Ishøj, the routes of the plan', () => {
  const routes: [string, Partial<Facts>, string[]][] = [
    ['a pupil under 18', {}, ['fill-report-form', 'must-contact-staff-unit-too']],
    [
      'a pupil under 18, urgent',
      { urgency: 'urgent' },
      [
        'call-family-centre-now',
        'must-call-staff-unit-too-now',
        'police-or-no-answer',
        'fill-report-form-after',
      ],
    ],
    [
      'a pupil of unknown age: the call that clears it up, then the form',
      { age: 'unknown' },
      ['clear-up-age', 'fill-report-form', 'must-contact-staff-unit-too'],
    ],
    ['an adult, seen at a school', { age: 'adult' }, ['contact-staff-unit']],
    [
      'an adult, seen at an operating site, urgent',
      { age: 'adult', workplace: 'operating-site', urgency: 'urgent' },
      ['must-call-staff-unit-now', 'police-or-no-answer'],
    ],
    [
      'somebody under 18, seen by another employee',
      { workplace: 'other' },
      ['report-to-family-centre', 'staff-unit-too'],
    ],
    ['the family centre’s own', { workplace: 'family-centre' }, ['own-family-centre', 'staff-unit-besides']],
    [
      'the staff unit’s own, under 18',
      { workplace: 'staff-unit' },
      ['report-to-family-centre', 'own-staff-unit'],
    ],
    ['the staff unit’s own adult', { workplace: 'staff-unit', age: 'adult' }, ['own-staff-unit']],
    ['a general concern', { subject: 'general' }, ['general-staff-unit']],
    ['the staff unit’s own tendency', { subject: 'general', workplace: 'staff-unit' }, ['own-general']],
    [
      'the staff unit’s own tendency, urgent: now',
      { subject: 'general', workplace: 'staff-unit', urgency: 'urgent' },
      ['own-staff-unit-now', 'police-or-no-answer'],
    ],
    [
      'teaching at a school: what lies there comes first',
      { subject: 'teaching' },
      ['use-school-material', 'request-teaching'],
    ],
    ['teaching elsewhere', { subject: 'teaching', workplace: 'other' }, ['request-teaching']],
    [
      'sparring about somebody under 18',
      { subject: 'sparring', workplace: 'other' },
      ['report-to-family-centre', 'staff-unit-too'],
    ],
    [
      'returned from a conflict zone, adult',
      { subject: 'returned', age: 'adult', workplace: 'other' },
      ['staff-unit-coordinates'],
    ],
    [
      'returned from a conflict zone, a pupil',
      { subject: 'returned' },
      ['fill-report-form', 'must-contact-staff-unit-too'],
    ],
    [
      'a wish to travel, called ordinary, is urgent all the same',
      { subject: 'departure', age: 'adult', workplace: 'other' },
      ['must-call-staff-unit-now', 'police-or-no-answer'],
    ],
    [
      'released with extremist views, under 18',
      { subject: 'released', workplace: 'other' },
      ['report-to-family-centre', 'staff-unit-too'],
    ],
    ['SSP-NU for a school', { subject: 'ssp-nu', age: 'adult' }, ['contact-staff-unit']],
    [
      'SSP-NU for the police, an adult: Stabsenheden, then the meeting',
      { subject: 'ssp-nu', age: 'adult', workplace: 'police' },
      ['contact-staff-unit', 'bring-to-ssp-nu'],
    ],
    [
      'SSP-NU for the police, under 18: the report, then the meeting',
      { subject: 'ssp-nu', workplace: 'police' },
      ['report-to-family-centre', 'bring-to-ssp-nu'],
    ],
    [
      'an adult with a child at home, seen at a school',
      { age: 'adult-with-children' },
      ['fill-report-form', 'must-contact-staff-unit-too'],
    ],
    [
      'danger for a pupil of unknown age: 112 and then the same route',
      { urgency: 'danger', age: 'unknown' },
      [
        'call-112',
        'call-family-centre-now',
        'must-call-staff-unit-too-now',
        'police-or-no-answer',
        'fill-report-form-after',
      ],
    ],
    [
      'urgent when probably nobody is there: 114 first, and nothing said to be closed',
      { urgency: 'urgent', workplace: 'other', hours: 'probably-nobody' },
      ['police-if-no-answer', 'call-family-centre-now', 'call-staff-unit-too-now'],
    ],
    [
      'urgent when probably nobody is there, for the police themselves: their own duty desk first',
      { urgency: 'urgent', workplace: 'police', hours: 'probably-nobody' },
      ['own-police-now', 'call-family-centre-now', 'call-staff-unit-too-now'],
    ],
    [
      'urgent when probably nobody is there and the municipality has a duty',
      { urgency: 'urgent', workplace: 'other', hours: 'probably-nobody', outOfHoursDuty: 'configured' },
      ['out-of-hours-fallback', 'call-family-centre-now', 'call-staff-unit-too-now', 'police-suspicion'],
    ],
    [
      'urgent and the unit has closed',
      { urgency: 'urgent', workplace: 'other', hours: 'outside' },
      ['police-first', 'report-in-writing-now', 'contact-staff-unit-too-now'],
    ],
    [
      'urgent, the unit has closed and the municipality has a duty',
      { urgency: 'urgent', workplace: 'other', hours: 'outside', outOfHoursDuty: 'configured' },
      ['out-of-hours-first', 'report-in-writing-now', 'contact-staff-unit-too-now', 'police-suspicion'],
    ],
    [
      'urgent at a school and the unit has closed: the form is the report',
      { urgency: 'urgent', hours: 'outside' },
      ['police-first', 'fill-report-form-now', 'must-contact-staff-unit-too-now'],
    ],
    [
      'an adult, urgent, and the unit has closed',
      { urgency: 'urgent', age: 'adult', workplace: 'other', hours: 'outside' },
      ['police-first', 'must-write-staff-unit-now'],
    ],
    [
      'an urgent tendency, with a telephone for the centre',
      { urgency: 'urgent', subject: 'general', workplace: 'other', centreTelephone: 'configured' },
      ['call-staff-unit-now', 'call-centre-now', 'police-or-no-answer'],
    ],
    [
      'under 18, urgent, with a telephone for the centre',
      { urgency: 'urgent', workplace: 'other', centreTelephone: 'configured' },
      ['call-family-centre-now', 'call-staff-unit-too-now', 'call-centre-now', 'police-or-no-answer'],
    ],
  ];
  test.each(routes)('%s', (_, facts, steps) => {
    expect(stepsFor(facts)).toEqual(steps);
  });
});

describe('the table for Ishøj, over every situation', () => {
  test('whoever is or may be under 18 brings the duty and a report, and nobody else does', () => {
    for (const facts of situations) {
      const duty = {
        'under-18': 'statutory-report',
        unknown: 'statutory-report-age-unknown',
        'adult-with-children': 'report-about-child',
        adult: undefined,
      }[facts.age];
      const duties = entriesFor(facts).filter((entry) => entry in municipality.duties);
      const isReceived = facts.workplace === 'family-centre';
      expect([facts, duties]).toEqual([facts, concernsMinor(facts) && !isReceived ? [duty] : []]);
      if (concernsMinor(facts))
        expect([facts, unitsFor(facts)]).toEqual([facts, expect.arrayContaining(['family-centre'])]);
    }
  });

  test('the report, or the call that leads to it, is step 1 for whoever may be under 18', () => {
    const minors = situations.filter(
      (facts) =>
        concernsMinor(facts) && facts.workplace !== 'family-centre' && facts.hours === 'inside-or-unknown',
    );
    for (const facts of minors) {
      const [first] = stepsFor(facts).filter((id) => id !== 'call-112');
      expect([facts, first && unitOf(first)]).toEqual([facts, 'family-centre']);
      expect([facts, municipality.steps[first ?? '']?.by.length]).not.toEqual([facts, 0]);
    }
    expect(minors.length).toBeGreaterThan(1_000);
  });

  test('when nobody answers for sure, only 112, 114 and the duty outside hours stand before the report', () => {
    for (const facts of situations.filter(
      ({ hours, workplace }) => hours !== 'inside-or-unknown' && workplace !== 'family-centre',
    )) {
      if (!concernsMinor(facts)) continue;
      const units = unitsFor(facts);
      const before = units.slice(0, units.indexOf('family-centre'));
      expect([
        facts,
        before.filter((unit) => !['emergency', 'police', 'out-of-hours'].includes(unit ?? '')),
      ]).toEqual([facts, []]);
    }
  });

  test('every "skal" of the plan is a "skal" of the step or line that it is about', () => {
    const saysMust = (ids: readonly string[], about: RegExp): boolean =>
      ids.some((id) => {
        const said = municipality.steps[id]?.title.da ?? municipality.notes[id]?.text.da ?? '';
        return /\bskal\b/.test(said) && about.test(said);
      });
    for (const facts of situations.filter(({ subject }) => subject !== 'general' && subject !== 'teaching')) {
      const entries = entriesFor(facts);
      const isSite = ['school', 'operating-site'].includes(facts.workplace);
      const isOwn = ['staff-unit', 'family-centre'].includes(facts.workplace);
      if (isSite) {
        expect([facts, saysMust(entries, /henvende dig til Stabsenheden/)]).toEqual([facts, true]);
        expect([facts, saysMust(entries, /underrette Center for Børn og Forebyggelse/)]).toEqual([
          facts,
          true,
        ]);
      }
      if (facts.workplace === 'school' && concernsMinor(facts))
        expect([facts, saysMust(entries, /underretningsskemaet/)]).toEqual([facts, true]);
      // The case of who has returned is coordinated: the plan has no "skal" there.
      const isDiscussed = ['young-person', 'departure', 'released', 'sparring', 'ssp-nu'].includes(
        facts.subject,
      );
      if (facts.age === 'adult' && isDiscussed && !isOwn)
        expect([facts, saysMust(entries, /henvende dig til Stabsenheden/)]).toEqual([facts, true]);
    }
  });

  test('schools and operating sites hear of Stabsenheden before everything that is voluntary', () => {
    for (const facts of situations.filter(({ workplace }) =>
      ['school', 'operating-site'].includes(workplace),
    )) {
      if (!concernsMinor(facts) || facts.urgency !== 'ordinary' || facts.subject === 'departure') continue;
      const reports = ['clear-up-age', 'fill-report-form', 'report-to-family-centre'];
      const [next] = stepsFor(facts).filter((id) => !reports.includes(id));
      expect([facts, next]).toEqual([facts, 'must-contact-staff-unit-too']);
    }
  });

  test('schools and operating sites read that the centre must be told, before anything else at Stabsenheden', () => {
    for (const answers of everyCombination) {
      if (answers.age !== 'adult' || !['school', 'operating-site'].includes(answers.workplace)) continue;
      const { steps } = findRoute(municipality, answers, () => 'inside-or-unknown');
      const said = steps.flatMap(({ said: lines }) => lines.map(({ text }) => text.da));
      const must = 'Du skal også underrette Center for Børn og Forebyggelse.';
      if (!said.includes(must)) continue;
      const staffUnit = steps.findLast(({ unit }) => unit === 'staff-unit');
      expect([answers, staffUnit?.said[0]?.text.da]).toEqual([answers, must]);
    }
  });

  test('what is urgent when probably nobody is there begins with 114, after 112, and never says closed', () => {
    const doubtful = situations.filter(
      ({ hours, outOfHoursDuty, workplace }) =>
        hours === 'probably-nobody' && outOfHoursDuty === 'none' && workplace !== 'police',
    );
    for (const facts of doubtful) {
      const isUrgent = facts.urgency !== 'ordinary' && facts.subject !== 'teaching';
      const [first] = stepsFor(facts).filter((id) => id !== 'call-112');
      const isExpected = isUrgent || facts.subject === 'departure';
      expect([facts, first === 'police-if-no-answer']).toEqual([facts, isExpected]);
      const said = stepsFor(facts).flatMap((id) => {
        const step = municipality.steps[id];
        return step === undefined ? [] : [step.title, ...step.lines].flatMap(({ da, en }) => [da, en]);
      });
      expect([facts, said.filter((text) => /lukket|closed/i.test(text))]).toEqual([facts, []]);
    }
  });

  test('danger begins with 112 and never ends there', () => {
    for (const facts of situations.filter(({ urgency }) => urgency === 'danger')) {
      const [first, ...others] = stepsFor(facts);
      expect([facts, first]).toEqual([facts, 'call-112']);
      expect([facts, others.length > 0]).toEqual([facts, true]);
    }
  });

  test('112 is said only in danger', () => {
    for (const facts of situations.filter(({ urgency }) => urgency !== 'danger')) {
      expect([facts, unitsFor(facts).includes('emergency')]).toEqual([facts, false]);
    }
  });

  test('a unit’s own people are never told to telephone, write or report to their own unit', () => {
    for (const facts of situations) {
      const toOwnUnit = stepsFor(facts)
        .map((id) => municipality.steps[id])
        .filter((step) => step?.unit === facts.workplace && step.by.length > 0);
      expect([facts, toOwnUnit]).toEqual([facts, []]);
    }
  });

  test('schools and operating sites go to the staff unit and the centre about every young person', () => {
    const subjects = ['young-person', 'returned', 'departure', 'released', 'sparring', 'ssp-nu'];
    for (const facts of situations) {
      if (!['school', 'operating-site'].includes(facts.workplace) || !subjects.includes(facts.subject))
        continue;
      expect([facts, unitsFor(facts)]).toEqual([facts, expect.arrayContaining(['staff-unit'])]);
      const centre =
        facts.age === 'adult' ? ['centre-too-adult', 'centre-how-adult'] : ['centre-too', 'centre-how'];
      expect([facts, entriesFor(facts)]).toEqual([facts, expect.arrayContaining(centre)]);
    }
  });

  test('what is urgent names the police on 114, but to the police themselves', () => {
    for (const facts of situations) {
      const isUrgent = facts.urgency !== 'ordinary' && facts.subject !== 'teaching';
      const calls114 = stepsFor(facts).some(
        (id) => unitOf(id) === 'police' && municipality.steps[id]?.by.length !== 0,
      );
      const expected = (isUrgent || facts.subject === 'departure') && facts.workplace !== 'police';
      expect([facts, calls114]).toEqual([facts, expected]);
    }
  });

  test('where the first unit has closed, what cannot wait goes in writing and nobody is told to call it now', () => {
    for (const facts of situations.filter(
      ({ hours, subject }) => hours === 'outside' && subject !== 'teaching',
    )) {
      const isUrgent = facts.urgency !== 'ordinary' || facts.subject === 'departure';
      const first = stepsFor(facts)
        .map((id) => municipality.steps[id])
        .find((step) => step !== undefined && !['emergency', 'police', 'out-of-hours'].includes(step.unit));
      if (isUrgent && first?.by.length !== 0) {
        expect([facts, first?.by[0]]).not.toEqual([facts, 'telephone']);
        expect([facts, first?.by]).toEqual([facts, expect.arrayContaining(['mail', 'telephone'])]);
      }
    }
  });

  test('only the three members bring a case to SSP-NU themselves', () => {
    for (const facts of situations.filter(({ subject }) => subject === 'ssp-nu')) {
      const isMember = ['children-and-prevention', 'police', 'staff-unit'].includes(facts.workplace);
      expect([facts, stepsFor(facts).includes('bring-to-ssp-nu')]).toEqual([facts, isMember]);
    }
  });

  test('a network meeting is offered where a young person or a tendency is meant and nothing is acute, else never', () => {
    for (const facts of situations) {
      const isMeant =
        ['young-person', 'sparring', 'ssp-nu'].includes(facts.subject) && facts.age !== 'adult-with-children';
      const offered = entriesFor(facts).filter((entry) => entry.startsWith('next-network-meeting'));
      const expected = facts.urgency === 'ordinary' && (isMeant || facts.subject === 'general') ? 1 : 0;
      expect([facts, offered.length]).toEqual([facts, expected]);
    }
  });

  test('a mentor is named in the aftercare route alone', () => {
    for (const facts of situations) {
      expect([facts, entriesFor(facts).includes('next-mentor')]).toEqual([
        facts,
        facts.subject === 'returned',
      ]);
    }
  });

  test('departure is urgent whatever was answered, and says why where it was called ordinary', () => {
    for (const facts of situations) {
      const isSaid = facts.urgency === 'ordinary' && facts.subject === 'departure';
      expect([facts, entriesFor(facts).includes('departure-is-urgent')]).toEqual([facts, isSaid]);
    }
  });
});
