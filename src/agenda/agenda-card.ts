import type { Button } from '../cards/action';
import type { Card } from '../cards/card';
import { type Element, heading, words } from '../cards/elements';
import type { MeetingCardModel } from '../cards/models';
import { expand } from '../cards/templates';
import type { Verb } from '../cards/verbs';
import type { Agenda } from '../meetings/model/agenda';
import { takesText } from '../meetings/model/group-facts';
import { isTaken, takenItems } from '../meetings/model/item';
import { endOf } from '../meetings/model/meeting';
import { button, meetingData, whenInWords } from '../meetings/view';
import { agendaTexts } from '../text/agenda';
import { meetingTexts } from '../text/meetings';
import {
  type AgendaView,
  agendaAt,
  canNote,
  deadlineInWords,
  isToCome,
  itemsIn,
  pageButtons,
} from './agenda-view';
import { itemRows, sumRow } from './item-rows';
import { type Page, pageOf } from './pages';
import { hasTexts, refusalsIn } from './removal-card';

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
  if (state === 'erased') return state;
  if (kind !== 'planned') return kind;
  // Nobody who opens it after the meeting is to believe that the agenda is still being prepared.
  return state === 'closed' && view.now >= endOf(view.meeting) ? 'held' : state;
};

const askedOf = (view: AgendaView, state: State): string => {
  const { asked } = agendaTexts[view.language];
  if (state === 'open') return asked.open(deadlineInWords(view) ?? '');
  return state === 'cancelled' || state === 'skipped' ? '' : asked[state];
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
    ...(takenItems(agenda.items).length === 0 ? [words(text.none)] : [...rows, sumRow(view)]),
    ...(takesText(view.facts) ? [] : [words(text.unchecked, { isSmall: true })]),
    ...(rest > 0 ? [words(text.rest(rest), { isSmall: true })] : []),
    ...(waiting > 0 && isToCome(view) ? [words(text.waiting(waiting), { isSmall: true })] : []),
  ];
};

/** First what the agenda waits for: the coordinator once the deadline has passed, an item before. */
const actionsOf = (view: AgendaView, reader: Reader | undefined): readonly Button[] => {
  const { meeting, language } = view;
  const { buttons } = agendaTexts[language];
  const agenda = agendaAt(view);
  const to = (title: string, verb: Verb, isMain = false): Button =>
    button(language, { title, verb, data: meetingData(meeting), ...(isMain ? { style: 'positive' } : {}) });
  const handIn = isToCome(view) ? [to(buttons.handIn, 'agenda.item-form', agenda.state === 'open')] : [];
  const showMeeting = to(buttons.meeting, 'meeting.show');
  if (reader === undefined)
    return [...handIn, agenda.state === 'erased' ? showMeeting : to(buttons.more, 'agenda.show')];
  const isMine = [...itemsIn(agenda), ...refusalsIn(agenda)].some(({ author }) => author === reader.personId);
  const mine = isMine ? [to(buttons.mine, 'agenda.mine')] : [];
  const texts = reader.isCoordinator && hasTexts(agenda) ? [to(buttons.texts, 'agenda.texts')] : [];
  if (!reader.isCoordinator || agenda.state === 'erased' || !(isToCome(view) || canNote(view)))
    return [...handIn, ...mine, ...texts, showMeeting];
  const coordinate = canNote(view)
    ? to(buttons.outcomes, 'agenda.outcomes', true)
    : to(buttons.coordinate, 'agenda.coordinate', agenda.state === 'closed');
  return agenda.state === 'open'
    ? [...handIn, coordinate, ...mine]
    : [coordinate, ...handIn, ...(isMine ? mine : [showMeeting]), ...(isToCome(view) ? [] : texts)];
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
  const hidesCaseFunctions = takesText(facts) && reader?.isCoordinator !== true;
  const page = pageOf(
    items.map((item, at) => itemRows(item, { ...view, hidesCaseFunctions }, at + 1)),
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
