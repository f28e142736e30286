import { type Choice, type Question, questions } from '../municipality/facts';
import type { Condition, Municipality, Rule } from '../municipality/schema';
import { texts } from '../text/text';
import { choiceText } from './choice-text';

const circumstanceTexts: Readonly<Record<string, string>> = {
  'inside-or-unknown': 'enheden, du sendes til, har åbent, eller åbningstiden er ukendt',
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

  const entryIn = ({ collect, entry }: Rule): readonly [string, string] => {
    const { duties, steps, notes, asks, plan } = municipality;
    const cited = { duty: duties, step: steps, note: notes, ask: asks }[collect][entry];
    if (cited === undefined) return ['', ''];
    const text = 'question' in cited ? cited.question : 'title' in cited ? cited.title : cited.text;
    return [text.da, plan.sections[cited.section]?.da ?? ''];
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
  const titles = ['Nr.', ...headings, 'Og når', 'Så', 'Afsnit i planen'];
  const tables = kinds.map(({ collect, heading }) => {
    const rows = municipality.rules
      .filter((rule) => rule.collect === collect)
      .toSorted((a, b) => a.order - b.order)
      .flatMap(rowsOf);
    return [`\n## ${heading}\n`, cells(titles), cells(titles.map(() => '---')), ...rows].join('\n');
  });
  return `${[head(municipality), ...tables].join('\n')}\n`;
};
