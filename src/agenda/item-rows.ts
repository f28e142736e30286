import { box, type Element, words } from '../cards/elements';
import type { HeldItem } from '../meetings/model/agenda';
import { functionName, type GroupFacts } from '../meetings/model/group-facts';
import { minutesOf } from '../meetings/model/item';
import type { Outcome } from '../meetings/model/outcomes';
import type { Language } from '../municipality/schema';
import { agendaTexts } from '../text/agenda';
import { documentTexts } from '../text/agenda-document';
import { type AgendaView, comingItems } from './agenda-view';

type View = {
  readonly facts: GroupFacts;
  readonly language: Language;
  /** A function can name the school, and with it whose case it is: that is the coordinator's to see, and the author's. */
  readonly hidesCaseFunctions?: boolean;
};

/** What the item is called; a single case never has a title, and one whose words are gone says so. */
export const titleOf = (item: HeldItem, language: Language): string => {
  const text = documentTexts[language];
  return item.kind === 'single-case' ? text.singleCase : item.title || text.removed;
};

/** Minutes, function, kind and what has happened to the item, in one line of our words and the municipality's. */
export const aboutOf = (item: HeldItem, { facts, language, hidesCaseFunctions = false }: View): string => {
  const text = documentTexts[language];
  const isHidden = item.kind === 'single-case' && hidesCaseFunctions;
  const { agenda } = agendaTexts[language];
  return [
    text.minutes(item.minutes),
    ...(isHidden
      ? []
      : [item.kind === 'standing' ? text.standing : functionName(facts, item.functionId, language)]),
    ...(item.kind === 'topic' ? [text.topicKinds[item.topicKind]] : []),
    ...(item.carried > 0 ? [text.carried(item.carried)] : []),
    ...(item.late === 'waiting' ? [agenda.waitingMark] : []),
    ...(item.late === 'next' ? [agenda.nextMark] : []),
  ].join(' · ');
};

const run = (text: string, isBold = false): object => ({
  type: 'TextRun',
  text,
  ...(isBold ? { weight: 'bolder' } : {}),
});

/** What somebody typed, drawn as it stands, in a paragraph of its own. */
const paragraph = (...inlines: readonly object[]): Element => ({
  type: 'RichTextBlock',
  spacing: 'small',
  inlines,
});

const outcomeRow = (outcome: Outcome, language: Language): Element => {
  const text = documentTexts[language];
  const said =
    outcome.kind === 'decided'
      ? text.decision(outcome.decision || text.removed)
      : text.outcome(text.outcomes[outcome.kind]);
  return paragraph(run(said, true));
};

/** The sum of the minutes against the meeting's length, in words; an agenda that doesn't fit says so. */
export const sumRow = (view: AgendaView): Element => {
  const { agenda: text } = agendaTexts[view.language];
  const { lengthMinutes } = view.meeting;
  const { sum, over } = minutesOf(comingItems(view), lengthMinutes);
  const said = text.sum(sum, lengthMinutes);
  return over > 0
    ? box('warning', [words(`${said} ${text.over(over)}`, { isBold: true })])
    : box('emphasis', [words(said, { isBold: true })]);
};

/** What the item is called, after its number where it has one. */
export const titleRow = (item: HeldItem, language: Language, number?: number): Element => {
  const title = titleOf(item, language);
  return paragraph(run(number === undefined ? title : `${number}. ${title}`, true));
};

/** An item as everybody sees it; `number` is its place in the order, absent where it has none. */
export const itemRows = (item: HeldItem, view: View, number?: number): readonly Element[] => {
  const { language } = view;
  return [
    {
      type: 'Container',
      separator: true,
      spacing: 'medium',
      items: [
        titleRow(item, language, number),
        words(aboutOf(item, view), { isSmall: true }),
        ...(item.kind === 'topic' && item.note !== '' ? [paragraph(run(item.note))] : []),
        ...(item.outcome ? [outcomeRow(item.outcome, language)] : []),
      ],
    },
  ];
};
