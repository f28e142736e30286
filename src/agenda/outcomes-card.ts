import type { Card } from '../cards/card';
import { type Choice, choiceInput, type Element, textInput, words } from '../cards/elements';
import type { HeldItem } from '../meetings/model/agenda';
import { limits, takenItems } from '../meetings/model/item';
import { caseOutcomes, topicOutcomes } from '../meetings/model/outcomes';
import { button, formCard, meetingData, secondaryButton } from '../meetings/view';
import type { PersonLike } from '../privacy/person-like';
import { agendaTexts } from '../text/agenda';
import { documentTexts } from '../text/agenda-document';
import { type AgendaView, aboveOf, comingItems, pageButtons } from './agenda-view';
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

const isCarried = ({ outcome }: HeldItem): boolean =>
  outcome?.kind === 'carried' || outcome?.kind === 'continues';

const notedOf = ({ outcome }: HeldItem): Noted => ({
  outcome: outcome?.kind ?? notNoted,
  decision: outcome?.kind === 'decided' ? outcome.decision : '',
});

const withCapital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const choicesFor = (item: HeldItem, { language }: AgendaView): readonly Choice[] => {
  const { outcomes } = documentTexts[language];
  const kinds = item.kind === 'single-case' ? caseOutcomes : topicOutcomes;
  return [
    { title: agendaTexts[language].outcomes.choose, value: notNoted },
    ...kinds.map((kind) => ({ title: withCapital(outcomes[kind]), value: kind })),
  ];
};

/** What was carried stands on the next agenda already, so it is shown and not asked. */
const rowsFor = (item: HeldItem, noted: Noted, view: AgendaView, number: number): Rows => {
  if (isCarried(item)) return itemRows(item, view, number);
  const { outcomes: text } = agendaTexts[view.language];
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
};

/** After the meeting: what came of each item. A single case has no words of its own here either. */
export const outcomesCard = (view: AgendaView, { noted, found, page: wanted = 0 }: Form = {}): Card => {
  const { language, meeting, notice } = view;
  const { outcomes: text, buttons, agenda: none } = agendaTexts[language];
  const items = takenItems(comingItems(view));
  const page = pageOf(
    items.map((item, at) => rowsFor(item, noted?.get(item.id) ?? notedOf(item), view, at + 1)),
    wanted,
  );
  const data = { ...meetingData(meeting), page: page.page };
  const verb = 'agenda.save-outcomes';
  return formCard(
    { language, notice },
    {
      above: aboveOf(view),
      heading: text.heading,
      lead: text.lead,
      rows: [
        ...(found ? personRows(language, found, { verb, data }) : []),
        ...(items.length === 0 ? [words(none.none)] : page.rows),
        ...pageButtons(view, page, 'agenda.outcomes'),
      ],
      actions: [
        button(language, { title: buttons.saveOutcomes, verb, data, style: 'positive' }),
        secondaryButton(language, buttons.document, 'agenda.document', meetingData(meeting)),
        secondaryButton(language, buttons.showAgenda, 'agenda.show', meetingData(meeting)),
      ],
    },
  );
};
