import type { Card } from '../../src/cards/card';
import type { Answers } from '../../src/municipality/facts';
import { startTeams, type Teams } from '../support/teams';
import { visibleSteps, visibleText } from '../support/visible';
import { answer, textOf } from '../support/walking';

/** A working day within what is usual, and an evening when probably nobody is there. */
const tuesday = new Date('2026-11-24T09:00:00Z');
const saturday = new Date('2026-11-28T20:00:00Z');

let weekday: Teams;
let weekend: Teams;
beforeAll(async () => {
  [weekday, weekend] = await Promise.all([startTeams({}, tuesday), startTeams({}, saturday)]);
});
afterAll(() => Promise.all([weekday.stop(), weekend.stop()]));

const straxen = '43 57 75 78';
const stabsenheden = '43 57 75 55';
const notReported = 'Du har ikke underrettet endnu';
const form = /underretningsskemaet/i;
const mustTellStaffUnit = /skal (også )?henvende dig til Stabsenheden/;
const mustTellCentre = /skal også underrette Center for Børn og Forebyggelse/;
const police = /114/;
const notTheCentreOfToday = /samme underretning|skal ikke skrive to|går det gennem/;
const promises = /hjælper dig med/;
const closed = /lukket/i;

type Case = {
  readonly answers: Answers;
  readonly on?: 'saturday';
  /** Each step in its order; a step says all of its own. */
  readonly steps: readonly (readonly (string | RegExp)[])[];
  /** Seen anywhere on the card. */
  readonly says?: readonly (string | RegExp)[];
  /** Said in a fold. */
  readonly folds?: readonly (string | RegExp)[];
  readonly never?: readonly (string | RegExp)[];
};

const ordinary = { urgency: 'ordinary' } as const;
const urgent = { urgency: 'urgent' } as const;
const person = { subject: 'young-person' } as const;
const schoolSteps = [
  [form, 'skal', straxen, mustTellCentre],
  [mustTellStaffUnit, stabsenheden],
];

const cases: Readonly<Record<string, Case>> = {
  'a teacher, a pupil of 14': {
    answers: { ...ordinary, ...person, age: 'under-18', workplace: 'school' },
    steps: schoolSteps,
    says: [notReported, 'Socialministeriet'],
    never: [police, '112'],
  },
  'a club, 11 years, the father takes the family to Syria': {
    answers: { ...urgent, subject: 'departure', age: 'under-18', workplace: 'school' },
    steps: [
      [/ring til .*StraXen nu/i, straxen],
      [mustTellStaffUnit, /nu/, stabsenheden],
      [police, 'udrejse'],
      [form, mustTellCentre],
    ],
    says: [notReported],
    never: ['112'],
  },
  'a kindergarten, 4 years': {
    answers: { ...ordinary, ...person, age: 'under-18', workplace: 'school' },
    steps: schoolSteps,
    says: [notReported],
  },
  'a street worker of Stabsenheden, Saturday night, 16, leaving': {
    answers: { ...ordinary, subject: 'departure', age: 'under-18', workplace: 'staff-unit' },
    on: 'saturday',
    steps: [
      [/ring 114 først, hvis ingen tager telefonen, eller ved våben/i, 'weekend'],
      [/ring til .*StraXen nu/i, straxen],
      ['hos jer selv', 'Stabsenheden'],
    ],
    says: [/udrejse.* haster/i, notReported],
    never: [closed, form],
  },
  'a UU adviser, 17 years': {
    answers: { ...ordinary, ...person, age: 'under-18', workplace: 'other' },
    steps: [
      ['Underret', 'StraXen', straxen, 'underretning@ishoj.dk'],
      [/kontakt også Stabsenheden/i, stabsenheden],
    ],
    says: [notReported],
    never: [form],
  },
  'the ungdomsskole, 19 years': {
    answers: { ...ordinary, ...person, age: 'adult', workplace: 'school' },
    steps: [[mustTellStaffUnit, stabsenheden, mustTellCentre]],
    says: [/gælder kun unge under 18/],
    never: [notReported, form, /beder/],
  },
  'the job centre, 24 years, threatens now': {
    answers: { urgency: 'danger', ...person, age: 'adult', workplace: 'other' },
    steps: [['112'], [/Stabsenheden/, /nu/, stabsenheden], [police]],
    never: [notReported, straxen],
  },
  'a home help, 40 years, with three children': {
    answers: { ...ordinary, ...person, age: 'adult-with-children', workplace: 'operating-site' },
    steps: [
      ['Underret', 'barnet', straxen, mustTellCentre],
      [mustTellStaffUnit, stabsenheden],
    ],
    says: [notReported, /barnet i hjemmet/i],
    never: [/unge under 18 har du pligt/, form],
  },
  'CPH-West, 20 years': {
    answers: { ...ordinary, ...person, age: 'adult', workplace: 'school' },
    steps: [[mustTellStaffUnit, stabsenheden, mustTellCentre]],
    never: [notReported],
  },
  'CPH-West, 17 years': {
    answers: { ...ordinary, ...person, age: 'under-18', workplace: 'school' },
    steps: schoolSteps,
    says: [notReported],
  },
  'a school’s head, a tendency': {
    answers: { ...ordinary, subject: 'general', workplace: 'school' },
    steps: [['Kontakt Stabsenheden', 'råd og vejledning', stabsenheden]],
    says: [/Infohuset/, /SSP-netværksmøde/, 'Tænker du på en bestemt person?'],
    never: [notReported, /mentor/],
  },
  'teaching in the seventh form': {
    answers: { ...ordinary, subject: 'teaching', workplace: 'school' },
    steps: [
      ['SSP-læseplanen', /SSP-lærere og -pædagoger/],
      [/Stabsenheden/, stabsenheden],
    ],
    never: [notReported],
  },
  'the family centre receives a report': {
    answers: { ...ordinary, ...person, age: 'under-18', workplace: 'family-centre' },
    steps: [[/tag imod det som en underretning/i], [/kontakt også Stabsenheden/i, stabsenheden]],
    never: [notReported, /underrette kommunens Familiecenter/, straxen],
  },
  'the centre, 16 years, for SSP-NU': {
    answers: { ...ordinary, subject: 'ssp-nu', age: 'under-18', workplace: 'children-and-prevention' },
    steps: [
      ['Underret', straxen],
      ['SSP-NU', /I kan selv/],
    ],
    says: [notReported],
  },
  'the police, 16 years': {
    answers: { ...ordinary, ...person, age: 'under-18', workplace: 'police' },
    steps: [
      ['Underret', straxen],
      ['Stabsenheden', stabsenheden],
    ],
    says: [notReported],
  },
  'released, 22 years': {
    answers: { ...ordinary, subject: 'released', age: 'adult', workplace: 'other' },
    steps: [[mustTellStaffUnit, stabsenheden]],
    folds: [/KSP/, /helhedsorienteret handleplan/],
    never: [notReported, /mentor/],
  },
  'returned, 28 years': {
    answers: { ...ordinary, subject: 'returned', age: 'adult', workplace: 'other' },
    steps: [['Stabsenheden', 'koordinerer', 'politiet', stabsenheden]],
    folds: [/mentor/, /PET/],
    never: [notReported, /bande/],
  },
  'a returned mother with a child of 2': {
    answers: { ...ordinary, subject: 'returned', age: 'adult-with-children', workplace: 'other' },
    steps: [
      ['Underret', 'barnet', straxen],
      ['Stabsenheden', 'koordinerer', stabsenheden],
    ],
    says: [notReported],
  },
  'a teacher, a returned pupil of 16': {
    answers: { ...ordinary, subject: 'returned', age: 'under-18', workplace: 'school' },
    steps: [
      [form, 'skal', straxen, mustTellCentre],
      [mustTellStaffUnit, 'koordinerer', stabsenheden],
    ],
    says: [notReported],
  },
  'a pupil of 17 or 18, nobody is sure': {
    answers: { ...ordinary, ...person, age: 'unknown', workplace: 'school' },
    steps: [
      [/^1 · Ring til .*StraXen/, straxen],
      [form, mustTellCentre],
      [mustTellStaffUnit, stabsenheden],
    ],
    says: [notReported, 'Kender du ikke alderen fra dit arbejde, så brug reglerne for under 18'],
    never: [/slå .* op/i],
  },
  'Stabsenheden, 15 years': {
    answers: { ...ordinary, ...person, age: 'under-18', workplace: 'staff-unit' },
    steps: [
      ['Underret', straxen],
      ['hos jer selv', 'Stabsenheden'],
    ],
    says: [notReported],
    never: [stabsenheden],
  },
  'an SFO, a photo of a weapon “på mandag”, Saturday evening': {
    answers: { ...urgent, ...person, age: 'under-18', workplace: 'school' },
    on: 'saturday',
    steps: [
      [/ring 114 først, hvis ingen tager telefonen, eller ved våben/i, 'weekend'],
      [/ring til .*StraXen nu/i, straxen],
      [mustTellStaffUnit, /nu/, stabsenheden],
      [form, mustTellCentre],
    ],
    says: [notReported],
    never: [closed],
  },
  'a librarian, the age unknown': {
    answers: { ...ordinary, ...person, age: 'unknown', workplace: 'operating-site' },
    steps: [
      [/^1 · Ring til .*StraXen/, straxen, mustTellCentre],
      [mustTellStaffUnit, stabsenheden],
    ],
    says: [notReported],
    never: [form, /slå .* op/i],
  },
  'pregnant, 17 years': {
    answers: { ...ordinary, ...person, age: 'under-18', workplace: 'other' },
    steps: [['Underret', straxen], ['Stabsenheden']],
    says: [notReported, /unge under 18/],
    never: [/barnet i hjemmet/],
  },
  'an SSP teacher, 15 years, who wants the network meeting': {
    answers: { ...ordinary, ...person, age: 'under-18', workplace: 'school' },
    steps: schoolSteps,
    says: [notReported],
    folds: [/kan bekymringen også tages op på et SSP-netværksmøde/],
  },
};

const has = (text: string, said: string | RegExp): boolean =>
  typeof said === 'string' ? text.includes(said) : said.test(text);

const faultsOf = (card: Card, { steps, says = [], folds = [], never = [] }: Case): readonly string[] => {
  const seen = visibleText(card);
  const found = visibleSteps(card);
  const lacking = steps.flatMap((step, index) =>
    step
      .filter((said) => !has(found[index] ?? '', said))
      .map((said) => `step ${index + 1} lacks ${said}: ${found[index]}`),
  );
  return [
    ...(found.length === steps.length ? [] : [`${found.length} steps: ${found.join('')}`]),
    ...lacking,
    ...says.filter((said) => !has(seen, said)).map((said) => `not said: ${said}`),
    ...folds.filter((said) => !has(textOf(card), said)).map((said) => `in no fold: ${said}`),
    ...[...never, notTheCentreOfToday, promises]
      .filter((said) => has(seen, said))
      .map((said) => `said: ${said}`),
  ];
};

describe('a caseworker’s day', () => {
  test.each(Object.entries(cases))('%s', async (_, one) => {
    const teams = one.on === 'saturday' ? weekend : weekday;
    expect(faultsOf(await answer(teams.person(), one.answers), one)).toEqual([]);
  });

  test('has the examples by which everybody finds their own workplace', async () => {
    const question = await answer(weekday.person(), { ...ordinary, ...person, age: 'adult' });
    const places = ['PPR', 'sundhedspleje', 'jobcenter', 'ungdomsskole', 'CPH-West', 'UU', 'bibliotek'];
    const others = ['hjemmepleje', 'SFO', 'klub', 'dagtilbud', 'gadeplan'];
    const seen = visibleText(question).toLowerCase();
    const missing = [...places, ...others].filter((place) => !seen.includes(place.toLowerCase()));
    expect(missing).toEqual([]);
  });

  test('asks of several people for the youngest', async () => {
    const question = await answer(weekday.person(), { ...ordinary, ...person });
    expect(visibleText(question)).toContain('svar for den yngste');
  });
});
