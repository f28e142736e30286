import type { Button } from '../cards/action';
import type { Card } from '../cards/card';
import { buttonRow, type Element, typedWords, words } from '../cards/elements';
import type { Verb } from '../cards/verbs';
import type { PersonId } from '../chat/turn';
import type { HeldItem, Refusal } from '../meetings/model/agenda';
import { button, formCard, meetingData, secondaryButton } from '../meetings/view';
import { agendaTexts } from '../text/agenda';
import {
  type AgendaView,
  aboveOf,
  agendaAt,
  deadlineInWords,
  isToCome,
  itemData,
  itemsIn,
  pageButtons,
} from './agenda-view';
import { notReport, urgentRows } from './item-form-notes';
import { itemRows } from './item-rows';
import { pageOf } from './pages';
import { hasText, reasonRows, refusalsIn } from './removal-card';

/** What came of a form: the item as it stands, when it will be looked at, and that it is no report. */
export const handedInCard = (
  view: AgendaView,
  { item, isEdit }: { readonly item: HeldItem; readonly isEdit: boolean },
): Card => {
  const { language, meeting, notice } = view;
  const { receipt, buttons } = agendaTexts[language];
  const deadline = deadlineInWords(view);
  const handedIn = item.kind === 'single-case' ? receipt.handedInCase : receipt.handedIn;
  const isLate = item.late === 'waiting';
  return formCard(
    { language, notice },
    {
      above: aboveOf(view),
      heading: isEdit ? receipt.saved : handedIn,
      lead: notReport(view),
      rows: [
        ...itemRows(item, view),
        ...(isLate ? [words(receipt.late)] : deadline === undefined ? [] : [words(receipt.until(deadline))]),
        ...urgentRows(language),
      ],
      actions: [
        button(language, { title: buttons.mine, verb: 'agenda.mine', data: meetingData(meeting) }),
        button(language, { title: buttons.showAgenda, verb: 'agenda.show', data: meetingData(meeting) }),
      ],
    },
  );
};

const canWithdraw = (view: AgendaView, item: HeldItem): boolean =>
  item.kind !== 'standing' && isToCome(view) && agendaAt(view).state === 'open';

/** The buttons of one of several items; `which` tells a screen reader of which. */
const buttonsFor = (view: AgendaView, item: HeldItem, which: string): readonly Button[] => {
  const { meeting, language } = view;
  const { buttons } = agendaTexts[language];
  const to = (title: string, verb: Verb) =>
    button(language, { title, verb, data: itemData(meeting, item.id), tooltip: `${title}: ${which}` });
  return [
    ...(canWithdraw(view, item)
      ? [to(buttons.edit, 'agenda.edit-form'), to(buttons.withdraw, 'agenda.ask-withdraw')]
      : []),
    ...(hasText(item) ? [to(buttons.removeText, 'agenda.ask-remove')] : []),
  ];
};

const refusedRows = (view: AgendaView, personId: PersonId): readonly Element[] => {
  const { mine } = agendaTexts[view.language];
  const refused = refusalsIn(agendaAt(view)).filter(({ author }) => author === personId);
  if (refused.length === 0) return [];
  const reasons = refused.filter(({ reason }) => reason !== undefined).slice(-5);
  const which = (at: number): string => mine.which(at + 1, reasons.length);
  return [
    words(mine.refused(refused.length)),
    ...reasons.flatMap((refusal, at) => reasonRows(view, refusal, mine.reason, which(at))),
  ];
};

/** What the two ways to take words back do, where both are offered. */
const leadOf = (view: AgendaView, own: readonly HeldItem[]): string => {
  const { mine: text } = agendaTexts[view.language];
  if (own.length === 0) return text.none;
  if (agendaAt(view).state !== 'open') return text.closed;
  return own.some((item) => canWithdraw(view, item) && hasText(item)) ? text.ways : '';
};

/** The reader's own items on this agenda and what can still be done with each. */
export const myItemsCard = (
  view: AgendaView,
  { personId, page: wanted = 0 }: { readonly personId: PersonId; readonly page?: number },
): Card => {
  const { language, meeting, notice } = view;
  const { mine: text, buttons } = agendaTexts[language];
  const own = itemsIn(agendaAt(view)).filter(({ author }) => author === personId);
  const page = pageOf(
    own.map((item, at) => [
      ...itemRows(item, view),
      ...buttonsFor(view, item, text.which(at + 1, own.length)).map((one) => buttonRow([one])),
    ]),
    wanted,
  );
  return formCard(
    { language, notice },
    {
      above: aboveOf(view),
      heading: text.heading,
      lead: leadOf(view, own),
      rows: [...page.rows, ...refusedRows(view, personId), ...pageButtons(view, page, 'agenda.mine')],
      actions: [
        ...(isToCome(view)
          ? [
              button(language, {
                title: buttons.handIn,
                verb: 'agenda.item-form',
                data: meetingData(meeting),
              }),
            ]
          : []),
        secondaryButton(language, buttons.showAgenda, 'agenda.show', meetingData(meeting)),
      ],
    },
  );
};

/** Asks once before words are gone for good. */
export const askRemovalCard = (
  view: AgendaView,
  {
    item,
    step,
    back,
  }: { readonly item: HeldItem | Refusal; readonly step: 'withdraw' | 'remove'; readonly back: Verb },
): Card => {
  const { language, meeting, notice } = view;
  const { sure, mine, buttons } = agendaTexts[language];
  const isRemoval = step === 'remove';
  return formCard(
    { language, notice },
    {
      above: aboveOf(view),
      heading: isRemoval ? sure.removeHeading : sure.withdrawHeading,
      lead: isRemoval ? sure.removeLead : sure.withdrawLead,
      rows: 'minutes' in item ? itemRows(item, view) : [typedWords(mine.reason, item.reason ?? '')],
      actions: [
        button(language, {
          title: isRemoval ? buttons.yesRemove : buttons.yesWithdraw,
          verb: isRemoval ? 'agenda.remove-text' : 'agenda.withdraw',
          data: itemData(meeting, item.id),
          style: 'destructive',
        }),
        secondaryButton(language, buttons.back, back, meetingData(meeting)),
      ],
    },
  );
};
