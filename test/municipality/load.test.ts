import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  ishojFile,
  loadMunicipality,
  MunicipalityError,
  parseMunicipality,
} from '../../src/municipality/load';

const fjordbyFile = path.join(__dirname, '../support/fjordby.json');
type Changes = Readonly<Record<string, unknown>>;
type Rules = { entry: string; order: number }[];

/** Ishøj's file with some values replaced, each named by its path; `undefined` takes one out. */
const ishojWith = (changes: Changes): unknown => {
  const content: unknown = JSON.parse(readFileSync(ishojFile, 'utf8'));
  for (const [at, value] of Object.entries(changes)) {
    const keys = at.split('.');
    const last = keys.pop() ?? '';
    const parent = keys.reduce<unknown>((inside, key) => (inside as Record<string, unknown>)[key], content);
    (parent as Record<string, unknown>)[last] = value;
  }
  return JSON.parse(JSON.stringify(content));
};

const { rules } = ishojWith({}) as { rules: Rules };
const ruleAt = (entry: string): number => rules.findIndex((rule) => rule.entry === entry);

const faultsAfter = (changes: Changes): readonly string[] => {
  try {
    parseMunicipality(ishojWith(changes));
  } catch (error) {
    if (error instanceof MunicipalityError) return error.faults;
    throw error;
  }
  return [];
};

describe('municipality, another one', () => {
  test('is another file and no other code', () => {
    expect(loadMunicipality(fjordbyFile).units['staff-unit'].name.en).toBe('Tryghedsstaben');
  });
});

describe('municipality’s file, complete', () => {
  test('has no fault', () => {
    expect(faultsAfter({})).toEqual([]);
  });

  test('names seven groups with their functions, and no school holidays that nobody has filled in', () => {
    const { groups, schoolHolidays } = loadMunicipality(ishojFile);
    expect(groups.map(({ functions }) => functions.length)).toEqual([10, 10, 10, 10, 10, 10, 3]);
    expect(groups[6]?.functions).toContainEqual({ id: 'police', name: { da: 'Politiet', en: 'The police' } });
    expect(schoolHolidays).toEqual([]);
  });

  test('invents no contact that the plan leaves blank', () => {
    const { units } = loadMunicipality(ishojFile);
    const blank = { mail: undefined, telephone: undefined };
    expect(units.infohus).toMatchObject({ through: expect.anything() });
    expect({ ...blank, ...units.infohus }).toMatchObject(blank);
    expect({ ...blank, ...units['children-and-prevention'] }).toMatchObject(blank);
    expect(units['out-of-hours']).toBeUndefined();
  });
});

describe('municipality’s file, with faults', () => {
  test.each([
    ['hours that end before they begin', { weekdays: { monday: [{ from: '16:00', to: '09:00' }] } }],
    ['a day that no year has', { weekdays: {}, closedOn: ['02-30'] }],
  ])('%s > is one', (_, openingHours) => {
    expect(faultsAfter({ 'units.staff-unit.openingHours': openingHours })).toEqual([
      expect.stringMatching(/^units\.staff-unit\.openingHours\./),
    ]);
  });

  test('says all of them at once, each with its path', () => {
    const faults = faultsAfter({
      'units.staff-unit.telephone': '43577555',
      'steps.call-112.title.en': undefined,
      language: 'sv',
    }).join('\n');
    expect(faults.split('\n')).toHaveLength(3);
    expect(faults).toContain('units.staff-unit.telephone: write it as "43 57 75 78"');
    expect(faults).toContain('steps.call-112.title.en: ');
    expect(faults).toContain('language: ');
  });

  test('says what is wrong between its sound parts beside what is wrong in another', () => {
    const faults = faultsAfter({
      'units.staff-unit.telephone': '43577555',
      [`rules.${ruleAt('request-teaching')}.entry`]: 'nothing',
      'steps.own-teaching.title.section': 'chapter-9',
    });
    expect(faults).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^units\.staff-unit\.telephone: write it as/),
        expect.stringMatching(/^rules\.\d+\.entry: "nothing" is not in steps$/),
        'steps.own-teaching.title.section: "chapter-9" is not a section of the plan',
      ]),
    );
  });

  test('of another kind altogether > has faults and no crash', () => {
    for (const content of [null, 'a text', 7, [], {}]) {
      expect(() => parseMunicipality(content)).toThrow(MunicipalityError);
    }
  });

  const teaching = ruleAt('request-teaching');
  const withoutTeaching = { rules: rules.filter(({ entry }) => entry !== 'request-teaching') };
  const dutyAges = `rules.${ruleAt('statutory-report')}.when.0.age`;
  const unknownAges = `rules.${ruleAt('statutory-report-age-unknown')}.when.0.age`;
  const anywhere = 'inside-or-unknown / configured / configured';
  const own = { da: 'a', en: 'b', notFromPlan: true };
  const cases: [string, Changes, string][] = [
    [
      'a rule that collects what is not there',
      { [`rules.${teaching}.entry`]: 'nothing' },
      `rules.${teaching}.entry: "nothing" is not in steps`,
    ],
    [
      'a dead end',
      withoutTeaching,
      `rules: urgent / teaching / under-18 / operating-site / ${anywhere}: no step: a dead end`,
    ],
    ['a step that no rule collects', withoutTeaching, 'steps.request-teaching: no rule collects it'],
    [
      'a section that is not in the plan',
      { 'steps.own-teaching.title.section': 'chapter-9' },
      'steps.own-teaching.title.section: "chapter-9" is not a section of the plan',
    ],
    [
      'a section on which nothing rests',
      { 'plan.sections.chapter-9': { da: 'Kapitel 9', en: 'Chapter 9' } },
      'plan.sections.chapter-9: no sentence rests on it',
    ],
    [
      'a missing duty',
      { [unknownAges]: ['under-18'] },
      `rules: danger / young-person / unknown / school / ${anywhere}: no duty for a possible minor`,
    ],
    [
      'a duty too many',
      { [dutyAges]: ['under-18', 'adult'] },
      `rules: danger / young-person / adult / school / ${anywhere}: a duty for an adult`,
    ],
    [
      'two steps in no certain order',
      { [`rules.${ruleAt('must-contact-staff-unit-too')}.order`]: 20 },
      `rules: ordinary / young-person / under-18 / school / ${anywhere}: "must-contact-staff-unit-too" has the same order 20 as the step before it`,
    ],
    [
      'a line for a step that is not there',
      { 'notes.centre-too.at': 'infohus' },
      `rules: danger / young-person / under-18 / school / ${anywhere}: "centre-too" has no step to infohus to stand at`,
    ],
    [
      'a sentence that says neither where it stands nor that it is not the plan’s',
      { 'steps.own-teaching.title': { da: 'a', en: 'b' } },
      'steps.own-teaching.title.quote: ',
    ],
    [
      'a step collected twice',
      { rules: [...rules, { ...rules[ruleAt('call-112')], order: 11 }] },
      `rules: danger / young-person / under-18 / school / ${anywhere}: "call-112" is collected twice`,
    ],
    [
      'a condition without effect',
      { [`rules.${teaching}.when`]: [{ subject: ['teaching'] }, { subject: ['teaching'], age: ['adult'] }] },
      `rules.${teaching}.when.1: "request-teaching" is collected by another alternative already`,
    ],
    [
      'a step whose first way leads nowhere',
      { 'units.staff-unit.telephone': undefined, 'units.staff-unit.through': undefined },
      'steps.call-staff-unit-now: units.staff-unit has no telephone',
    ],
    [
      'a step that sends in writing to a unit without a mail',
      { 'units.family-centre.mail': undefined, 'units.family-centre.through': own },
      'steps.report-in-writing-now: units.family-centre has no mail',
    ],
    [
      'no emergency number',
      { 'units.emergency.telephone': undefined, 'units.emergency.through': own },
      'units.emergency.telephone: is missing, and there are answers that say to call',
    ],
    [
      'a rule for an entry that every object has',
      { [`rules.${teaching}.entry`]: 'constructor' },
      `rules.${teaching}.entry: "constructor" is not in steps`,
    ],
    [
      'a unit that cannot be reached',
      { 'units.infohus.through': undefined },
      'units.infohus: give a mail, a telephone or through whom it is reached',
    ],
    [
      'a function that is not there',
      { 'groups.6.functions.1': 'harbour-master' },
      'groups.6.functions: "harbour-master" is not in functions',
    ],
    [
      'a function that is there twice',
      { 'groups.6.functions.1': 'staff-unit' },
      'groups.6.functions: "staff-unit" is there twice',
    ],
    [
      'a function that meets nowhere',
      { 'functions.harbour-master': { da: 'Havnefogeden', en: 'The harbour master' } },
      'functions.harbour-master: it meets in no group',
    ],
    [
      'a group that is there twice',
      { 'groups.2.id': 'ssp-network-5' },
      'groups: "ssp-network-5" is there twice',
    ],
    [
      'school holidays that end before they begin',
      { schoolHolidays: [{ from: '2027-02-20', to: '2027-02-19', name: { da: 'Ferie', en: 'Holiday' } }] },
      'schoolHolidays.0: it ends before it begins',
    ],
    [
      'a day off that no month has',
      { closedDays: [{ on: '13-24', name: { da: 'Dag', en: 'Day' } }] },
      'closedDays.0.on: ',
    ],
    [
      'a contact that nothing uses',
      {
        'units.out-of-hours': { name: { da: 'Vagten', en: 'Duty' }, telephone: '12 00 00 09' },
        'steps.out-of-hours-first.unit': 'police',
        'steps.out-of-hours-fallback.unit': 'police',
      },
      'units.out-of-hours: no step, note or who-is-who entry uses it',
    ],
  ];
  test.each(cases)('%s', (_, changes, fault) => {
    expect(faultsAfter(changes)).toEqual(expect.arrayContaining([expect.stringContaining(fault)]));
  });

  test('one fault of the table in many situations > is named once, with how many more there are', () => {
    const faults = faultsAfter(withoutTeaching).filter((fault) => fault.includes('a dead end'));
    expect(faults).toEqual([
      expect.stringMatching(/^rules: urgent \/ teaching .+: a dead end \(and in \d+ more situation\(s\)\)$/),
    ]);
  });

  test('more faults than anybody reads at once > are printed up to forty, and the rest counted', () => {
    const faults = Array.from({ length: 57 }, (_, at) => `rules.${at}.entry: fault ${at}`);
    const lines = new MunicipalityError(faults).message.split('\n');
    expect(lines[0]).toContain('57 fault(s)');
    expect(lines.slice(-2)).toEqual(['- rules.39.entry: fault 39', '- and 17 more']);
    expect(new MunicipalityError(faults.slice(0, 40)).message).not.toContain('more');
  });

  test('a file that is not there or not JSON is a fault with its name', () => {
    expect(() => loadMunicipality('/nowhere/kommune.json')).toThrow('/nowhere/kommune.json: ');
    expect(() => loadMunicipality(__filename)).toThrow('load.test.ts: ');
  });
});
