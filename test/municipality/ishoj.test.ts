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
    ['a pupil under 18', {}, ['fill-report-form', 'telephone-welcome', 'centre-in-report', 'staff-unit-too']],
    [
      'a pupil under 18, urgent',
      { urgency: 'urgent' },
      [
        'call-family-centre-now',
        'police-or-no-answer',
        'fill-report-form-after',
        'centre-in-report',
        'staff-unit-too',
      ],
    ],
    [
      'a pupil of unknown age',
      { age: 'unknown' },
      ['fill-report-form', 'clear-up-age', 'centre-in-report', 'staff-unit-too'],
    ],
    ['an adult, seen at a school', { age: 'adult' }, ['contact-staff-unit', 'centre-as-agreed']],
    [
      'an adult, seen at an operating site, urgent',
      { age: 'adult', workplace: 'operating-site', urgency: 'urgent' },
      ['call-staff-unit-now', 'police-or-no-answer', 'centre-as-agreed'],
    ],
    [
      'somebody under 18, seen by another employee',
      { workplace: 'other' },
      ['report-to-family-centre', 'staff-unit-too'],
    ],
    ['the family centre’s own', { workplace: 'family-centre' }, ['own-family-centre', 'staff-unit-too']],
    ['the staff unit’s own adult', { workplace: 'staff-unit', age: 'adult' }, ['own-staff-unit']],
    ['a general concern', { subject: 'general' }, ['general-staff-unit']],
    ['the staff unit’s own tendency', { subject: 'general', workplace: 'staff-unit' }, ['own-general']],
    [
      'the staff unit’s own tendency, urgent: now',
      { subject: 'general', workplace: 'staff-unit', urgency: 'urgent' },
      ['own-staff-unit-now', 'police-or-no-answer'],
    ],
    ['teaching', { subject: 'teaching' }, ['request-teaching']],
    [
      'sparring about somebody under 18',
      { subject: 'sparring', workplace: 'other' },
      ['spar-with-staff-unit', 'report-to-family-centre'],
    ],
    [
      'returned from a conflict zone, adult',
      { subject: 'returned', age: 'adult', workplace: 'other' },
      ['staff-unit-coordinates'],
    ],
    [
      'a wish to travel, called ordinary, is urgent all the same',
      { subject: 'departure', age: 'adult', workplace: 'other' },
      ['call-staff-unit-now', 'police-or-no-answer'],
    ],
    [
      'released with extremist views, under 18',
      { subject: 'released', workplace: 'other' },
      ['staff-unit-after-release', 'report-to-family-centre'],
    ],
    [
      'SSP-NU for a school',
      { subject: 'ssp-nu', age: 'adult' },
      ['ssp-nu-through-staff-unit', 'centre-as-agreed'],
    ],
    ['SSP-NU for the police', { subject: 'ssp-nu', age: 'adult', workplace: 'police' }, ['bring-to-ssp-nu']],
    [
      'an adult with a child at home, seen at a school',
      { age: 'adult-with-children' },
      ['fill-report-form', 'telephone-welcome', 'centre-in-report', 'staff-unit-too'],
    ],
    [
      'danger for a pupil of unknown age: 112 and then the same route',
      { urgency: 'danger', age: 'unknown' },
      [
        'call-112',
        'call-family-centre-now',
        'police-or-no-answer',
        'fill-report-form-after',
        'centre-in-report',
        'staff-unit-too',
      ],
    ],
    [
      'urgent and the unit has closed',
      { urgency: 'urgent', workplace: 'other', hours: 'outside' },
      ['police-first', 'report-in-writing-now', 'staff-unit-too'],
    ],
    [
      'urgent, the unit has closed and the municipality has a duty',
      { urgency: 'urgent', workplace: 'other', hours: 'outside', outOfHoursDuty: 'configured' },
      ['out-of-hours-first', 'report-in-writing-now', 'police-suspicion', 'staff-unit-too'],
    ],
    [
      'urgent at a school and the unit has closed: the form is the report',
      { urgency: 'urgent', hours: 'outside' },
      ['police-first', 'fill-report-form-now', 'centre-in-report', 'staff-unit-too'],
    ],
    [
      'an adult, urgent, and the unit has closed',
      { urgency: 'urgent', age: 'adult', workplace: 'other', hours: 'outside' },
      ['police-first', 'write-staff-unit-now'],
    ],
    [
      'an urgent tendency, with a telephone for the centre',
      { urgency: 'urgent', subject: 'general', workplace: 'other', centreTelephone: 'configured' },
      ['call-staff-unit-now', 'police-or-no-answer', 'call-centre-now'],
    ],
    [
      'urgent, with a telephone for the centre',
      { urgency: 'urgent', age: 'adult', workplace: 'other', centreTelephone: 'configured' },
      ['call-staff-unit-now', 'police-or-no-answer', 'call-centre-now'],
    ],
  ];
  test.each(routes)('%s', (_, facts, steps) => {
    expect(stepsFor(facts)).toEqual(steps);
  });
});

describe('the table for Ishøj, over every situation', () => {
  test('whoever is or may be under 18 brings the duty and a report, and nobody else does', () => {
    for (const facts of situations) {
      const isChildAtHome = facts.age === 'adult-with-children';
      const duty = isChildAtHome ? 'report-about-child' : 'statutory-report';
      const duties = entriesFor(facts).filter((entry) => entry in municipality.duties);
      expect([facts, duties]).toEqual([facts, concernsMinor(facts) ? [duty] : []]);
      if (concernsMinor(facts))
        expect([facts, unitsFor(facts)]).toEqual([facts, expect.arrayContaining(['family-centre'])]);
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
      expect([facts, unitsFor(facts)]).toEqual([
        facts,
        expect.arrayContaining(['staff-unit', 'children-and-prevention']),
      ]);
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

  test('a worry that is not acute may go to a network meeting, an acute one never', () => {
    for (const facts of situations) {
      const entries = entriesFor(facts);
      const isAcute = facts.urgency !== 'ordinary' || facts.subject === 'departure';
      expect([facts, entries.includes('next-network-meeting')]).toEqual([
        facts,
        !isAcute && facts.subject !== 'teaching',
      ]);
    }
  });
});
