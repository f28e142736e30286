import type { Card } from '../cards/card';
import { buttonRow, typedWords, words } from '../cards/elements';
import type { Agenda, HeldItem, Refusal } from '../meetings/model/agenda';
import { button, formCard, meetingData, secondaryButton } from '../meetings/view';
import { agendaTexts } from '../text/agenda';
import { type AgendaView, aboveOf, agendaAt, itemData, itemsIn, pageButtons } from './agenda-view';
import { itemRows } from './item-rows';
import { pageOf, type Rows } from './pages';

export const refusalsIn = (agenda: Agenda): readonly Refusal[] => ('refused' in agenda ? agenda.refused : []);

/** Whether an item still has words that somebody typed. */
export const hasText = (item: HeldItem): boolean =>
  (item.kind !== 'single-case' && item.title !== '') ||
  (item.outcome?.kind === 'decided' && item.outcome.decision !== '');

/** Whether anything is left that somebody typed, a reason included. */
export const hasTexts = (agenda: Agenda): boolean =>
  itemsIn(agenda).some(hasText) || refusalsIn(agenda).some(({ reason }) => reason !== undefined);

const removing = (
  { meeting, language }: AgendaView,
  { id, title, which }: { readonly id: string; readonly title: string; readonly which: string },
) =>
  buttonRow([
    button(language, {
      title,
      verb: 'agenda.ask-remove',
      data: itemData(meeting, id),
      tooltip: `${title}: ${which}`,
    }),
  ]);

/** The reason why an item was refused, with the way to remove it; nothing when it has none. */
export const reasonRows = (view: AgendaView, { id, reason }: Refusal, label: string, which = label): Rows =>
  reason === undefined
    ? []
    : [
        typedWords(label, reason),
        removing(view, { id, title: agendaTexts[view.language].buttons.removeReason, which }),
      ];

/** Every text on the agenda, before the meeting and after it, for the coordinator to remove. */
export const removalCard = (view: AgendaView, wanted = 0): Card => {
  const { language, meeting, notice } = view;
  const { removal: text, buttons } = agendaTexts[language];
  const agenda = agendaAt(view);
  const items = itemsIn(agenda).filter(hasText);
  const refusals = refusalsIn(agenda).filter(({ reason }) => reason !== undefined);
  const count = items.length + refusals.length;
  const page = pageOf(
    [
      ...items.map((item, at) => [
        ...itemRows(item, view),
        removing(view, { id: item.id, title: buttons.removeText, which: text.which(at + 1, count) }),
      ]),
      ...refusals.map((refusal, at) =>
        reasonRows(view, refusal, text.reason, text.which(items.length + at + 1, count)),
      ),
    ],
    wanted,
  );
  return formCard(
    { language, notice },
    {
      above: aboveOf(view),
      heading: text.heading,
      lead: count === 0 ? '' : text.lead,
      rows: [...(count === 0 ? [words(text.none)] : page.rows), ...pageButtons(view, page, 'agenda.texts')],
      actions: [secondaryButton(language, buttons.showAgenda, 'agenda.show', meetingData(meeting))],
    },
  );
};
