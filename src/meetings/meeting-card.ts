import type { Button } from '../cards/action';
import type { Card } from '../cards/card';
import { type Element, heading, words } from '../cards/elements';
import type { MeetingCardModel } from '../cards/models';
import { expand } from '../cards/templates';
import type { Verb } from '../cards/verbs';
import type { Instant } from '../storage/contract';
import { linkTexts } from '../text/links';
import { meetingTexts } from '../text/meetings';
import { functionName, type GroupFacts } from './model/group-facts';
import type { Apology, Meeting } from './model/meeting';
import { type MeetingPhase, phaseOf } from './model/posted';
import {
  button,
  type CardView,
  formCard,
  instantInWords,
  meetingData,
  secondaryButton,
  whenInWords,
} from './view';

export type MeetingView = CardView & {
  readonly facts: GroupFacts;
  readonly meeting: Meeting;
  readonly now: Instant;
};

const styles: Readonly<Record<MeetingPhase, MeetingCardModel['stateStyle']>> = {
  planned: 'good',
  today: 'warning',
  begun: 'warning',
  held: 'emphasis',
  cancelled: 'attention',
  skipped: 'attention',
};

/** Who has sent apologies, one line a function; of those who have said nothing nothing is said. */
const apologyRows = ({ facts, meeting, language }: MeetingView): readonly Element[] => {
  const text = meetingTexts[language].meeting;
  const { apologies } = meeting;
  const line = ({ functionId, substituteId }: Apology): Element => {
    const said =
      substituteId === undefined
        ? text.notComing
        : text.substitute(functionName(facts, substituteId, language));
    return words(`${functionName(facts, functionId, language)}: **${said}**`);
  };
  return [heading(text.functions), ...(apologies.length === 0 ? [words(text.coming)] : apologies.map(line))];
};

const askedOf = ({ meeting, now, language }: MeetingView): string => {
  const { meeting: text } = meetingTexts[language];
  const { agenda } = meeting;
  if (agenda.state === 'open' && now < agenda.closesAt)
    return text.askItems(instantInWords(agenda.closesAt, language));
  return agenda.state === 'held' || agenda.state === 'erased' ? '' : text.askedClosed;
};

const actionsOf = ({ meeting, language }: MeetingView, isToCome: boolean): readonly Button[] => {
  const { buttons } = meetingTexts[language];
  const data = meetingData(meeting);
  const more = button(language, { title: buttons.more, verb: 'meeting.more', data });
  if (!isToCome) return [more];
  return [
    button(language, { title: buttons.apology, verb: 'meeting.apology', data }),
    button(language, { title: buttons.handIn, verb: 'agenda.item-form', data }),
    more,
  ];
};

/** The card that stands in the channel: when, where, how it stands, who comes, and what is asked of the reader. */
export const meetingCard = (view: MeetingView): Card => {
  const { facts, meeting, language, now, notice = '' } = view;
  const text = meetingTexts[language];
  const state = phaseOf(meeting, now);
  const isToCome = state === 'planned' || state === 'today';
  const when = whenInWords(meeting, language);
  const asked = isToCome ? askedOf(view) : '';
  const spoken = [notice, `${facts.name[language]}, ${when}.`, `${text.meeting.states[state]}.`, asked];
  const speak = spoken.filter((each) => each !== '').join(' ');
  return expand('meeting', {
    lang: language,
    speak,
    fallbackText: `${speak} ${text.notDrawn}`,
    notice,
    above: facts.name[language],
    heading: when,
    placeLabel: text.place,
    place: meeting.place,
    stateStyle: styles[state],
    state: text.meeting.states[state],
    asked,
    rows: isToCome || meeting.apologies.length > 0 ? apologyRows(view) : [],
    actions: actionsOf(view, isToCome),
  });
};

/** What else can be done; the coordinator's things are shown to the coordinator alone. */
export const moreCard = (view: MeetingView, isCoordinator: boolean): Card => {
  const { facts, meeting, language, now } = view;
  const { buttons, meeting: text } = meetingTexts[language];
  const data = meetingData(meeting);
  const to = (title: string, verb: Verb) => button(language, { title, verb, data });
  const row = (one: Button): Element => ({ type: 'ActionSet', actions: [one], spacing: 'small' });
  const isToCome = meeting.status.kind === 'planned' && now < meeting.startsAt;
  const mine = meeting.apologies.length > 0 && isToCome ? [to(buttons.withdraw, 'meeting.withdraw')] : [];
  const coordinators = [
    ...(isToCome ? [to(buttons.change, 'meeting.change'), to(buttons.cancel, 'meeting.ask-cancel')] : []),
    to(buttons.extra, 'meeting.extra'),
    to(buttons.sent, 'group.sent'),
    to(buttons.mail, 'meeting.mail'),
  ];
  return formCard(view, {
    above: `${facts.name[language]}, ${whenInWords(meeting, language)}`,
    heading: text.moreHeading,
    rows: [
      to(buttons.agenda, 'agenda.show'),
      to(buttons.next, 'meeting.next'),
      to(linkTexts[language].buttons.file, 'meeting.file'),
      ...mine,
    ]
      .map(row)
      .concat(isCoordinator ? [heading(text.asCoordinator), ...coordinators.map(row)] : []),
    actions: [secondaryButton(language, buttons.back, 'meeting.show', data)],
  });
};
