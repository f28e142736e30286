import { questionOrder } from '../../municipality/facts';
import type { Municipality } from '../../municipality/schema';
import { choiceText } from '../choice-text';
import {
  type Change,
  type Comparison,
  type Difference,
  type Kind,
  kinds,
  type Situation,
} from './comparison';

export type Format = 'text' | 'markdown';

const headings: Readonly<Record<Kind, string>> = {
  number: 'Begynder med et andet nummer',
  duty: 'En anden pligt',
  steps: 'Andre trin',
  sentences: 'De samme trin med andre sætninger',
};

/** So many situations of a change are named; the others are counted. */
const mostNamed = 3;

const answersWord = (count: number): string => `${count.toLocaleString('da')} svar`;

const situationText = ({ hours, ...answers }: Situation, municipality: Municipality): string =>
  [
    ...questionOrder.map(
      (question) => choiceText(question, answers[question], { municipality, language: 'da' }).title,
    ),
    ...(hours === 'away' ? ['uden for åbningstid'] : []),
  ].join(' · ');

const partsOf = ({ duty, steps, sentences }: Difference): readonly string[] => {
  const parts = [
    ...(duty === '' ? [] : [`Pligt: ${duty}`]),
    ...steps,
    ...sentences.map((sentence) => `»${sentence}«`),
  ];
  return parts.length > 0 ? parts : ['(ikke noget)'];
};

type Style = {
  readonly title: (text: string) => string;
  readonly heading: (text: string) => string;
  readonly item: (text: string) => string;
};

const styles: Readonly<Record<Format, Style>> = {
  markdown: { title: (text) => `# ${text}`, heading: (text) => `## ${text}`, item: (text) => `- ${text}` },
  text: { title: (text) => text.toUpperCase(), heading: (text) => `${text}:`, item: (text) => `  ${text}` },
};

/**
 * A comparison in Danish, for whoever must approve the new file: how many answers lead elsewhere, and for each change
 * what was said, what is said now and to whom. Ends with a line break.
 */
export const comparisonReport = (
  { compared, changes, otherParts }: Comparison,
  municipality: Municipality,
  format: Format,
): string => {
  const { title, heading, item } = styles[format];
  const meets = (some: readonly Change[]): number =>
    some.reduce((sum, { situations }) => sum + situations.length, 0);

  const changeLines = ({ before, after, situations }: Change): readonly string[] => {
    const more = situations.length - mostNamed;
    return [
      `${answersWord(situations.length)}, for eksempel:`,
      '',
      ...situations.slice(0, mostNamed).map((situation) => item(situationText(situation, municipality))),
      ...(more > 0 ? [item(`og ${more} andre`)] : []),
      '',
      'Før:',
      '',
      ...partsOf(before).map(item),
      '',
      'Nu:',
      '',
      ...partsOf(after).map(item),
      '',
    ];
  };
  const ofKind = (kind: Kind): readonly Change[] => changes.filter((change) => change.kind === kind);
  return [
    title(`Hvad den nye fil ændrer: ${municipality.name.da}`),
    '',
    `${answersWord(meets(changes))} af ${compared.toLocaleString('da')} bliver anderledes.`,
    ...kinds
      .filter((kind) => ofKind(kind).length > 0)
      .flatMap((kind) => [
        '',
        heading(`${headings[kind]} (${meets(ofKind(kind))})`),
        '',
        ...ofKind(kind).flatMap(changeLines),
      ]),
    ...(otherParts.length === 0
      ? []
      : ['', `Også ændret i filen, uden at et svar ændres: ${otherParts.join(', ')}.`]),
  ]
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trimEnd()
    .concat('\n');
};
