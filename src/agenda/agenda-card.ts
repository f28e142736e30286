import type { Button } from '../cards/action';
import type { Card } from '../cards/card';
import { type Element, heading, words } from '../cards/elements';
import type { MeetingCardModel } from '../cards/models';
import { expand } from '../cards/templates';
import { button, meetingData, whenInWords } from '../meetings/view';
import { agendaTexts } from '../text/agenda';
import { meetingTexts } from '../text/meetings';
import type { Agenda, HeldItem } from './agenda';
import {
  type AgendaView,
  agendaAt,
  canNote,
  deadlineInWords,
  isToCome,
  itemsIn,
  pageButtons,
} from './agenda-view';
import { isTaken, minutesOf, takenItems } from './item';
import { itemRows } from './item-rows';
import { type Page, pageOf } from './pages';

/** Whoever the card is drawn for; absent on the card that stands in the channel for everybody. */
export type Reader = { readonly personId: string; readonly isCoordinator: boolean };

type State = Agenda['state'] | 'cancelled' | 'skipped';

const styles: Readonly<Record<State, MeetingCardModel['stateStyle']>> = {
  open: 'good',
  closed: 'warning',
  published: 'good',
  held: 'emphasis',
  erased: 'emphasis',
  cancelled: 'attention',
  skipped: 'attention',
};

const stateOf = (view: AgendaView): State => {
  const { kind } = view.meeting.status;
  const { state } = agendaAt(view);
  return kind === 'planned' || state === 'erased' ? state : kind;
};

const askedOf = (view: AgendaView, state: State): string => {
  const { asked } = agendaTexts[view.language];
  if (state === 'open') return asked.open(deadlineInWords(view) ?? '');
  return state === 'cancelled' || state === 'skipped' ? '' : asked[state];
};

/** The sum of the minutes against the meeting's length, in words; an agenda that doesn't fit says so. */
const sumRows = ({ meeting, language }: AgendaView, items: readonly HeldItem[]): readonly Element[] => {
  const { agenda: text } = agendaTexts[language];
  const { sum, over } = minutesOf(items, meeting.lengthMinutes);
  return [
    words(text.sum(sum, meeting.lengthMinutes), { isBold: true }),
    ...(over > 0
      ? [{ type: 'Container', style: 'warning', items: [words(text.over(over), { isBold: true })] }]
      : []),
  ];
};

const rowsOf = (view: AgendaView, { rows, page, pages, rest }: Page): readonly Element[] => {
  const { language } = view;
  const { agenda: text } = agendaTexts[language];
  const agenda = agendaAt(view);
  if (agenda.state === 'erased') return [];
  const waiting = agenda.items.filter(({ late }) => late === 'waiting').length;
  return [
    heading(text.items),
    ...(pages > 1 ? [words(text.page(page + 1, pages), { isSmall: true })] : []),
    ...(takenItems(agenda.items).length === 0
      ? [words(text.none)]
      : [...rows, ...sumRows(view, agenda.items)]),
    ...(rest > 0 ? [words(text.rest(rest), { isSmall: true })] : []),
    ...(waiting > 0 && isToCome(view) ? [words(text.waiting(waiting), { isSmall: true })] : []),
  ];
};

const actionsOf = (view: AgendaView, reader: Reader | undefined): readonly Button[] => {
  const { meeting, language } = view;
  const { buttons } = agendaTexts[language];
  const to = (title: string, verb: string) => button(language, { title, verb, data: meetingData(meeting) });
  const handIn = isToCome(view) ? [to(buttons.handIn, 'agenda.item-form')] : [];
  const agenda = agendaAt(view);
  if (reader === undefined) return [...handIn, to(buttons.more, 'agenda.show')];
  const refused = 'refused' in agenda ? agenda.refused : [];
  const isMine = [...itemsIn(agenda), ...refused].some(({ author }) => author === reader.personId);
  const canCoordinate =
    reader.isCoordinator && agenda.state !== 'erased' && (isToCome(view) || canNote(view));
  return [
    ...handIn,
    ...(isMine ? [to(buttons.mine, 'agenda.mine')] : []),
    ...(canCoordinate
      ? [
          canNote(view)
            ? to(buttons.outcomes, 'agenda.outcomes')
            : to(buttons.coordinate, 'agenda.coordinate'),
        ]
      : []),
    ...(handIn.length + Number(isMine) + Number(canCoordinate) < 3
      ? [to(buttons.meeting, 'meeting.show')]
      : []),
  ];
};

/**
 * The agenda: how it stands, the items in their order, and the sum of their minutes. Without a reader it is the card for
 * the channel. What somebody typed is text and never Markdown; a long agenda comes in pages.
 */
export const agendaCard = (
  view: AgendaView,
  { reader, page: wanted = 0 }: { readonly reader?: Reader; readonly page?: number } = {},
): Card => {
  const { facts, meeting, language, notice = '' } = view;
  const text = agendaTexts[language];
  const state = stateOf(view);
  const asked = askedOf(view, state);
  const items = itemsIn(agendaAt(view)).filter(isTaken);
  const page = pageOf(
    items.map((item, at) => itemRows(item, view, at + 1)),
    wanted,
  );
  const when = whenInWords(meeting, language);
  const speak = [
    notice,
    `${text.agenda.above(facts.name[language])}, ${when}.`,
    `${text.states[state]}.`,
    asked,
  ]
    .filter((each) => each !== '')
    .join(' ');
  return expand('meeting', {
    lang: language,
    speak,
    fallbackText: `${speak} ${meetingTexts[language].notDrawn}`,
    notice,
    above: text.agenda.above(facts.name[language]),
    heading: when,
    placeLabel: meetingTexts[language].place,
    place: meeting.place,
    stateStyle: styles[state],
    state: text.states[state],
    asked,
    rows: [...rowsOf(view, page), ...pageButtons(view, page, 'agenda.show')],
    actions: actionsOf(view, reader),
  });
};
