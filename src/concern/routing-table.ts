import { type Choice, type Question, questions } from '../municipality/facts';
import type { Condition, Line, Municipality, Rule } from '../municipality/schema';
import { texts } from '../text/text';
import { choiceText } from './choice-text';
import { isFromPlan, lineText } from './line-text';

const circumstanceTexts: Readonly<Record<string, string>> = {
  'inside-or-unknown': 'enheden, du sendes til, har åbent, eller det er en hverdag kl. 8-16',
  'probably-nobody': 'åbningstiden er ukendt, og det er en fridag eller uden for kl. 8-16',
  outside: 'enheden, du sendes til, har lukket',
  'outOfHoursDuty configured': 'kommunen har oplyst en vagt',
  'outOfHoursDuty none': 'kommunen har ikke oplyst en vagt',
  'centreTelephone configured': 'centrets telefon er oplyst',
  'centreTelephone none': 'centrets telefon er ikke oplyst',
};

const kinds: readonly { readonly collect: Rule['collect']; readonly heading: string }[] = [
  { collect: 'duty', heading: 'Pligten' },
  { collect: 'step', heading: 'Trinene' },
  { collect: 'note', heading: 'Godt at vide, og hvad der så sker' },
  { collect: 'ask', heading: 'Spørgsmål til sidst' },
];

const head = (municipality: Municipality): string => `# Vejen fra bekymring til enhed: ${municipality.name.da}

*Skrevet af \`npm run docs\` ud fra kommunens fil; ret filen, ikke denne side.*

Grundlag: »${municipality.plan.title.da}«.

Sådan læses tabellerne: hver linje er en regel. Den gælder, når alle dens felter passer på svarene; »alle« passer altid, og
en prik betyder »eller«. Alle regler, der gælder, giver tilsammen svaret, i rækkefølge efter nummeret.
`;

const cells = (row: readonly string[]): string => `| ${row.join(' | ')} |`;

const linesOf = ({ collect, entry }: Rule, { duties, steps, notes }: Municipality): readonly Line[] => {
  const step = collect === 'step' ? steps[entry] : undefined;
  const note = collect === 'note' ? notes[entry]?.text : undefined;
  const duty = collect === 'duty' ? duties[entry] : undefined;
  return [step, duty]
    .flatMap((part) => (part === undefined ? [] : [part.title, ...part.lines]))
    .concat(note ?? []);
};

/** The decision table as Markdown in Danish, for a caseworker to read; `npm run docs` writes it. */
export const routingTable = (municipality: Municipality): string => {
  const titlesOf = (question: Question, choices: readonly Choice[]): string =>
    choices.map((choice) => choiceText(question, choice, { municipality, language: 'da' }).title).join(' · ');

  const answersIn = (condition: Condition, question: Question): string => {
    const chosen: readonly Choice[] = condition[question] ?? questions[question];
    const others = questions[question].filter((choice) => !chosen.includes(choice));
    if (others.length === 0) return 'alle';
    return chosen.length > 2 * others.length
      ? `alle undtagen: ${titlesOf(question, others)}`
      : titlesOf(question, chosen);
  };

  const circumstancesIn = ({ hours = [], outOfHoursDuty = [], centreTelephone = [] }: Condition): string =>
    [
      ...hours,
      ...outOfHoursDuty.map((value) => `outOfHoursDuty ${value}`),
      ...centreTelephone.map((value) => `centreTelephone ${value}`),
    ]
      .map((key) => circumstanceTexts[key])
      .join('; ');

  /** What is said, and the plan's own words that it rests on. */
  const entryIn = (rule: Rule): readonly [string, string] => {
    const lines = linesOf(rule, municipality);
    if (rule.collect === 'ask') return [municipality.asks[rule.entry]?.question.da ?? '', ''];
    const sources = lines.filter(isFromPlan).map(({ section, quote }) => {
      return `${municipality.plan.sections[section]?.da ?? section}: »${quote}«`;
    });
    return [
      lines.map((line) => lineText(line, 'da')).join(' · '),
      [...new Set(sources)].join(' · ') || texts.da.result.nowhere,
    ];
  };

  const rowsOf = (rule: Rule): string[] =>
    rule.when.map((condition) =>
      cells([
        String(rule.order),
        answersIn(condition, 'urgency'),
        answersIn(condition, 'subject'),
        answersIn(condition, 'age'),
        answersIn(condition, 'workplace'),
        circumstancesIn(condition),
        ...entryIn(rule),
      ]),
    );

  const { urgency, subject, age, workplace } = texts.da.questions;
  const headings = [urgency, subject, age, workplace].map(({ heading }) => heading);
  const titles = ['Nr.', ...headings, 'Og når', 'Så', 'Afsnit og ord i planen'];
  const tables = kinds.map(({ collect, heading }) => {
    const rows = municipality.rules
      .filter((rule) => rule.collect === collect)
      .toSorted((a, b) => a.order - b.order)
      .flatMap(rowsOf);
    return [`\n## ${heading}\n`, cells(titles), cells(titles.map(() => '---')), ...rows].join('\n');
  });
  return `${[head(municipality), ...tables].join('\n')}\n`;
};
