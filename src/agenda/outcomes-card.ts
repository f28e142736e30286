import type { Card } from '../cards/card';
import { type Choice, choiceInput, type Element, textInput, words } from '../cards/elements';
import type { HeldItem } from '../meetings/model/agenda';
import { limits, takenItems } from '../meetings/model/item';
import { caseOutcomes, markOf, type Outcome, topicOutcomes } from '../meetings/model/outcomes';
import { canBeNoted, unnotedUntil } from '../meetings/model/unfinished';
import { button, formCard, meetingData, secondaryButton } from '../meetings/view';
import type { PersonLike } from '../privacy/person-like';
import { agendaTexts } from '../text/agenda';
import { documentTexts } from '../text/agenda-document';
import { dayInWords } from '../text/dates';
import { type AgendaView, aboveOf, agendaAt, comingItems, pageButtons } from './agenda-view';
import { personRows } from './item-form-card';
import { itemRows } from './item-rows';
import { pageOf, type Rows } from './pages';

/** The names of an item's two fields. */
export const outcomeField = (itemId: string): string => `outcome-${itemId}`;
export const decisionField = (itemId: string): string => `decision-${itemId}`;

/** What was chosen and typed for an item, and what is wrong with it in words. */
export type Noted = {
  readonly outcome: string;
  readonly decision: string;
  readonly outcomeFault?: string;
  readonly decisionFault?: string;
};

/** The value of "not noted yet"; a choice can't have an empty one on every client. */
export const notNoted = 'not-noted';

const notedOf = ({ outcome }: HeldItem): Noted => ({
  outcome: outcome?.kind ?? notNoted,
  decision: outcome?.kind === 'decided' ? outcome.decision : '',
});

const withCapital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What a choice is called. */
export const outcomeTitle = (kind: Outcome['kind'], language: AgendaView['language']): string =>
  withCapital(documentTexts[language].outcomes[kind]);

const choicesFor = (item: HeldItem, { language }: AgendaView): readonly Choice[] => {
  const kinds = item.kind === 'single-case' ? caseOutcomes : topicOutcomes;
  return [
    { title: agendaTexts[language].outcomes.choose, value: notNoted },
    ...kinds.map((kind) => ({ title: outcomeTitle(kind, language), value: kind })),
  ];
};

/** What is noted of an item, in words. */
export const notedInWords = (outcome: Outcome | undefined, language: AgendaView['language']): string => {
  if (outcome === undefined) return agendaTexts[language].outcomes.nothingNoted;
  const { decision, outcomes } = documentTexts[language];
  return outcome.kind === 'decided' ? decision(outcome.decision) : outcomes[outcome.kind];
};

/** What the next agenda has already is shown and not asked. */
const rowsFor = (item: HeldItem, noted: Noted, view: AgendaView, number: number): Rows => {
  const { outcomes: text } = agendaTexts[view.language];
  if (!canBeNoted(view.meeting, item))
    return [...itemRows(item, view, number), words(text.onNext, { isSmall: true })];
  const { outcome: _, ...plain } = item;
  const choice = {
    id: outcomeField(item.id),
    label: `${number}. ${text.outcome}`,
    value: noted.outcome,
    errorMessage: agendaTexts[view.language].form.choose,
    isRequired: false,
    fault: noted.outcomeFault,
  };
  const decision = {
    id: decisionField(item.id),
    label: `${number}. ${text.decision}`,
    value: noted.decision,
    errorMessage: text.decisionError,
    isRequired: false,
    fault: noted.decisionFault,
  };
  const line: readonly Element[] =
    item.kind === 'single-case' ? [] : textInput(decision, { maxLength: limits.decision });
  return [...itemRows(plain, view, number), ...choiceInput(choice, choicesFor(item, view)), ...line];
};

type Form = {
  /** By item; those that are left out hold what is noted. */
  readonly noted?: ReadonlyMap<string, Noted>;
  readonly found?: readonly PersonLike[];
  readonly page?: number;
  /** What the form before this one showed, where its reader hasn't been shown anything newer. */
  readonly shown?: Readonly<Record<string, string>>;
};

const leadOf = (view: AgendaView): string => {
  const { outcomes: text } = agendaTexts[view.language];
  const until = unnotedUntil(view.meeting);
  if (until === undefined || until <= view.now) return text.lead;
  return `${text.unpublished(dayInWords(new Date(until), view.language))} ${text.lead}`;
};

/** After the meeting: what came of each item. A single case has no words of its own here either. */
export const outcomesCard = (view: AgendaView, form: Form = {}): Card => {
  const { noted, found, page: wanted = 0, shown = {} } = form;
  const { language, meeting, notice } = view;
  const { outcomes: text, buttons, agenda: none } = agendaTexts[language];
  const items = takenItems(comingItems(view));
  const rows = items.map((item, at) => rowsFor(item, noted?.get(item.id) ?? notedOf(item), view, at + 1));
  const page = pageOf(rows, wanted);
  const asked = items.filter(
    (item, at) => canBeNoted(meeting, item) && rows[at]?.some((row) => page.rows.includes(row)),
  );
  const marks = asked.map(({ id, outcome }) => [id, shown[id] ?? markOf(outcome)]);
  const data = { ...meetingData(meeting), page: page.page, shown: Object.fromEntries(marks) };
  const verb = 'agenda.save-outcomes';
  return formCard(
    { language, notice },
    {
      above: aboveOf(view),
      heading: text.heading,
      lead: leadOf(view),
      rows: [
        ...(found ? personRows(language, found, { verb, data }) : []),
        ...(items.length === 0 ? [words(none.none)] : page.rows),
        ...pageButtons(view, page, 'agenda.outcomes'),
      ],
      actions: [
        button(language, { title: buttons.saveOutcomes, verb, data, style: 'positive' }),
        ...(agendaAt(view).state === 'closed'
          ? []
          : [secondaryButton(language, buttons.document, 'agenda.document', meetingData(meeting))]),
        secondaryButton(language, buttons.showAgenda, 'agenda.show', meetingData(meeting)),
      ],
    },
  );
};
