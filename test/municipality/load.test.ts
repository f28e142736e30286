import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  ishojFile,
  loadMunicipality,
  MunicipalityError,
  parseMunicipality,
} from '../../src/municipality/load';

const fjordbyFile = path.join(__dirname, '../support/fjordby.json');
type Json = Record<string, never> & { [key: string]: Json };
const contentOf = (file: string): Json => JSON.parse(readFileSync(file, 'utf8'));

const faultsAfter = (spoil: (content: Json) => void): readonly string[] => {
  const content = contentOf(ishojFile);
  spoil(content);
  try {
    parseMunicipality(content);
  } catch (error) {
    if (error instanceof MunicipalityError) return error.faults;
    throw error;
  }
  return [];
};

const ruleIndex = (entry: string): number =>
  (contentOf(ishojFile).rules as unknown as { entry: string }[]).findIndex((rule) => rule.entry === entry);

describe('municipality, another one', () => {
  test('is another file and no other code', () => {
    expect(loadMunicipality(fjordbyFile).units['staff-unit'].name.en).toBe('Tryghedsstaben');
  });
});

describe('municipality’s file, complete', () => {
  test('has no fault', () => {
    expect(faultsAfter(() => undefined)).toEqual([]);
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
  test('says all of them at once, each with its path', () => {
    const faults = faultsAfter((content) => {
      content.units['staff-unit'].telephone = '43577555' as never;
      delete content.steps['call-112'].title.en;
      content.language = 'sv' as never;
    });
    expect(faults).toHaveLength(3);
    expect(faults.join('\n')).toContain('units.staff-unit.telephone: write it as "43 57 75 78"');
    expect(faults.join('\n')).toContain('steps.call-112.title.en: ');
    expect(faults.join('\n')).toContain('language: ');
  });

  const at = ruleIndex('request-teaching');
  const cases: [string, (content: Json) => void, string][] = [
    [
      'a rule that collects what is not there',
      (content) => {
        content.rules[at].entry = 'nothing' as never;
      },
      `rules.${at}.entry: "nothing" is not in steps`,
    ],
    [
      'a dead end',
      (content) => (content.rules as unknown as Json[]).splice(at, 1),
      'rules: ordinary / teaching / under-18 / school / inside-or-unknown / configured / configured: no step: a dead end',
    ],
    [
      'a step that no rule collects',
      (content) => (content.rules as unknown as Json[]).splice(at, 1),
      'steps.request-teaching: no rule collects it',
    ],
    [
      'a section that is not in the plan',
      (content) => {
        content.steps['call-112'].section = 'chapter-9' as never;
      },
      'steps.call-112.section: "chapter-9" is not a section of the plan',
    ],
    [
      'a section on which nothing rests',
      (content) => {
        content.plan.sections['chapter-9'] = content.plan.sections.duty;
      },
      'plan.sections.chapter-9: no sentence rests on it',
    ],
    [
      'a missing duty',
      (content) => {
        content.rules[ruleIndex('statutory-report')].when[0].age = [
          'under-18',
          'adult-with-children',
        ] as never;
      },
      'rules: danger / young-person / unknown / school / inside-or-unknown / configured / configured: no duty for a possible minor',
    ],
    [
      'a duty too many',
      (content) => {
        content.rules[ruleIndex('statutory-report')].when[0].age = [
          'under-18',
          'unknown',
          'adult-with-children',
          'adult',
        ] as never;
      },
      'rules: danger / young-person / adult / school / inside-or-unknown / configured / configured: a duty for an adult',
    ],
    [
      'two steps in no certain order',
      (content) => {
        content.rules[ruleIndex('telephone-welcome')].order = 20 as never;
      },
      'rules: ordinary / young-person / under-18 / school / inside-or-unknown / configured / configured: "telephone-welcome" has the same order 20 as the step before it',
    ],
    [
      'a step collected twice',
      (content) =>
        (content.rules as unknown as Json[]).push({
          ...content.rules[ruleIndex('call-112')],
          order: 11 as never,
        } as never),
      'rules: danger / young-person / under-18 / school / inside-or-unknown / configured / configured: "call-112" is collected twice',
    ],
    [
      'a condition without effect',
      (content) => {
        content.rules[at].when = [
          { subject: ['teaching'] },
          { subject: ['teaching'], age: ['adult'] },
        ] as never;
      },
      `rules.${at}.when.1: "request-teaching" is collected by another alternative already`,
    ],
    [
      'a unit that cannot be reached',
      (content) => {
        delete content.units.infohus.through;
      },
      'units.infohus: give a mail, a telephone or through whom it is reached',
    ],
    [
      'a contact that nothing uses',
      (content) => {
        content.units['out-of-hours'] = {
          name: { da: 'Vagten', en: 'Duty' },
          telephone: '12 00 00 09',
        } as never;
        for (const entry of ['out-of-hours-first', 'out-of-hours-fallback']) {
          content.steps[entry].unit = 'police' as never;
        }
      },
      'units.out-of-hours: no step, note or who-is-who entry uses it',
    ],
  ];
  test.each(cases)('%s', (_, spoil, fault) => {
    expect(faultsAfter(spoil).join('\n')).toContain(fault);
  });

  test('a file that is not there or not JSON is a fault with its name', () => {
    expect(() => loadMunicipality('/nowhere/kommune.json')).toThrow('/nowhere/kommune.json: ');
    expect(() => loadMunicipality(__filename)).toThrow('load.test.ts: ');
  });
});
