import { BorderStyle, Document, Footer, HeadingLevel, Packer, Paragraph, TextRun } from 'docx';
import { unzipSync, zipSync } from 'fflate';
import { severalLines } from '../agenda/text-field';
import type { Agenda, HeldItem } from '../meetings/model/agenda';
import { minutesOf, takenItems } from '../meetings/model/item';
import type { Apology } from '../meetings/model/meeting';
import type { Language } from '../municipality/schema';
import type { DocumentTexts } from '../text/agenda-document';

export type DocumentInput = {
  /** Only a published or held agenda has a document. */
  readonly agenda: Extract<Agenda, { state: 'published' | 'held' }>;
  readonly group: string;
  /** The meeting's day, year and time, in words. */
  readonly when: string;
  readonly place: string;
  readonly lengthMinutes: number;
  readonly apologies: readonly Pick<Apology, 'functionId' | 'substituteId'>[];
  readonly language: Language;
  readonly functionName: (functionId: string) => string;
  /** Whether a single case says who brings it; those names have been checked by nobody. */
  readonly namesCaseFunctions: boolean;
};

const locales: Readonly<Record<Language, string>> = { da: 'da-DK', en: 'en-GB' };

const lastChangeOf = (agenda: DocumentInput['agenda']): Date =>
  new Date(agenda.state === 'held' ? agenda.heldAt : agenda.publishedAt);

/**
 * The agenda as a Word document (docx) to print and to file: the items that the meeting takes, and what came of them. It
 * names functions and never persons. The same agenda gives the same bytes.
 */
export const agendaDocument = async (input: DocumentInput, texts: DocumentTexts): Promise<Buffer> => {
  const document = new Document({
    title: texts.heading(input.group),
    creator: 'Vejviser',
    lastModifiedBy: 'Vejviser',
    styles: {
      default: {
        document: { run: { font: 'Calibri', size: 22, language: { value: locales[input.language] } } },
      },
    },
    sections: [
      {
        footers: { default: new Footer({ children: [paragraph(footerOf(input, texts))] }) },
        children: [...headOf(input, texts), ...itemsOf(input, texts)],
      },
    ],
  });
  return sameBytes(await Packer.toBuffer(document), lastChangeOf(input.agenda));
};

const footerOf = ({ namesCaseFunctions }: DocumentInput, texts: DocumentTexts): string =>
  namesCaseFunctions ? `${texts.footer} ${texts.unchecked}` : texts.footer;

/** Text goes in as runs, which hold no markup; a line of its own for each line of the text. */
const runsOf = (text: string, isItalic = false): TextRun[] =>
  severalLines(text)
    .split('\n')
    .map((line, at) => new TextRun({ text: line, italics: isItalic, ...(at > 0 ? { break: 1 } : {}) }));

const paragraph = (text: string): Paragraph =>
  new Paragraph({ children: runsOf(text), spacing: { after: 80 } });

const headOf = (input: DocumentInput, texts: DocumentTexts): readonly Paragraph[] => {
  const { sum, over } = minutesOf(input.agenda.items, input.lengthMinutes);
  return [
    new Paragraph({ heading: HeadingLevel.HEADING_1, children: runsOf(texts.heading(input.group)) }),
    paragraph(texts.when(input.when, input.lengthMinutes)),
    ...(input.place === '' ? [] : [paragraph(texts.place(input.place))]),
    paragraph(apologiesOf(input, texts)),
    paragraph(over > 0 ? `${texts.sum(sum)}. ${texts.over(over)}` : texts.sum(sum)),
  ];
};

const apologiesOf = ({ apologies, functionName }: DocumentInput, texts: DocumentTexts): string =>
  texts.apologies(
    apologies.map(({ functionId, substituteId }) =>
      substituteId === undefined
        ? functionName(functionId)
        : texts.substitute(functionName(functionId), functionName(substituteId)),
    ),
  );

const itemsOf = (input: DocumentInput, texts: DocumentTexts): readonly Paragraph[] => {
  const items = takenItems<HeldItem>(input.agenda.items);
  if (items.length === 0) return [paragraph(texts.noItems)];
  return items.flatMap((item, at) => [
    new Paragraph({
      heading: HeadingLevel.HEADING_2,
      keepNext: true,
      spacing: { before: 240 },
      children: runsOf(`${at + 1}. ${titleOf(item, texts)}`),
    }),
    paragraph(aboutOf(item, input, texts)),
    ...(item.kind === 'topic' && item.note !== '' ? [paragraph(item.note)] : []),
    ...(item.outcome ? [outcomeOf(item.outcome, texts)] : []),
    ...(isToBeNoted(item, input) ? noteRows(texts) : []),
  ]);
};

/** Of a single case nothing is to be written, not by hand either. */
const isToBeNoted = (item: HeldItem, { agenda }: DocumentInput): boolean =>
  agenda.state === 'published' && item.kind !== 'single-case' && item.outcome === undefined;

const line = { style: BorderStyle.SINGLE, size: 4, space: 1, color: '808080' };
const noteLines = 3;

/** Empty lines to write on. Word takes paragraphs with one border for one box, but for the line between them. */
const noteRows = (texts: DocumentTexts): readonly Paragraph[] => [
  paragraph(texts.notes),
  ...Array.from(
    { length: noteLines },
    () => new Paragraph({ border: { between: line, bottom: line }, spacing: { before: 120, after: 120 } }),
  ),
];

const titleOf = (item: HeldItem, texts: DocumentTexts): string =>
  item.kind === 'single-case' ? texts.singleCase : item.title || texts.removed;

const aboutOf = (
  item: HeldItem,
  { functionName, namesCaseFunctions }: DocumentInput,
  texts: DocumentTexts,
): string =>
  [
    texts.minutes(item.minutes),
    ...(item.kind === 'standing' ? [texts.standing] : []),
    ...('functionId' in item && (item.kind === 'topic' || namesCaseFunctions)
      ? [functionName(item.functionId)]
      : []),
    ...(item.kind === 'topic' ? [texts.topicKinds[item.topicKind]] : []),
    ...(item.carried > 0 ? [texts.carried(item.carried)] : []),
  ].join(' · ');

const outcomeOf = (outcome: NonNullable<HeldItem['outcome']>, texts: DocumentTexts): Paragraph => {
  const words =
    outcome.kind === 'decided'
      ? texts.decision(outcome.decision || texts.removed)
      : texts.outcome(texts.outcomes[outcome.kind]);
  return new Paragraph({ children: runsOf(words, true), spacing: { after: 80 } });
};

/** The library writes the clock's time into the file and into every entry of its zip; here it is the agenda's last change. */
const sameBytes = (docx: Buffer, changedAt: Date): Buffer => {
  const files = unzipSync(docx);
  const core = Buffer.from(files['docProps/core.xml'] ?? []).toString();
  const dated = core.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, changedAt.toISOString());
  // A zip's times have no zone and begin in 1980.
  return Buffer.from(
    zipSync({ ...files, 'docProps/core.xml': Buffer.from(dated) }, { mtime: new Date(1980, 0, 1) }),
  );
};
