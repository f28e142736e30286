import type { Verb } from '../cards/verbs';
import { atTime } from '../meetings/model/agenda';
import { factsOf } from '../meetings/model/group-facts';
import { takenItems } from '../meetings/model/item';
import type { Meeting } from '../meetings/model/meeting';
import { unnotedOf } from '../meetings/model/outcomes';
import { type RetentionPolicy, retentionOf } from '../meetings/model/retention';
import type { CoordinatorAsk } from '../meetings/model/row-kinds';
import { unnotedUntil, waitingOf } from '../meetings/model/unfinished';
import { button, formCard, instantInWords, meetingData, whenInWords } from '../meetings/view';
import type { Language, Municipality } from '../municipality/schema';
import type { Instant } from '../storage/contract';
import { agendaTexts } from '../text/agenda';
import { meetingTexts } from '../text/meetings';
import type { Rendered } from './render';

type Known = {
  readonly municipality: Municipality;
  readonly retention: RetentionPolicy;
  readonly now: Instant;
};

/** What the coordinator is asked about the meeting as it is now, in words; `undefined` when there is nothing to ask any more. */
export const askWords = (ask: CoordinatorAsk, meeting: Meeting, known: Known): string | undefined => {
  const { municipality, retention, now } = known;
  const facts = factsOf(municipality, meeting.groupId);
  if (facts === undefined) return undefined;
  const { language } = municipality;
  const { asks, file } = meetingTexts[language].reminders;
  const about = [facts.name[language], whenInWords(meeting, language)] as const;
  const day = (at: Instant): string => instantInWords(at, language);
  const isHeld = meeting.status.kind === 'planned';
  const agenda = atTime(meeting.agenda, now);
  const items = agenda.state === 'erased' ? [] : agenda.items;
  const { askAt, eraseAt = 0, eraseWaitingAt = eraseAt } = retentionOf(meeting, retention) ?? {};
  switch (ask) {
    case 'ask-publish': {
      const isAsked = isHeld && agenda.state === 'closed' && items.length > 0 && now < meeting.startsAt;
      return isAsked ? asks[ask].words(...about, items.length) : undefined;
    }
    case 'ask-unpublished': {
      const until = unnotedUntil(meeting) ?? 0;
      return now < until ? asks[ask].words(...about, unnotedOf(agenda).length, day(until)) : undefined;
    }
    case 'ask-outcomes': {
      const isPublished = agenda.state === 'published' || agenda.state === 'held';
      const isNoted = items.some(({ outcome }) => outcome !== undefined);
      const isAsked = isHeld && isPublished && !isNoted && takenItems(items).length > 0;
      return isAsked ? asks[ask].words(...about) : undefined;
    }
    case 'ask-waiting': {
      const { length } = waitingOf(meeting);
      return length > 0 ? asks[ask].words(...about, length, day(eraseWaitingAt)) : undefined;
    }
    case 'ask-coordinator':
      return askAt === undefined ? undefined : file(...about, day(eraseAt));
    default:
      return ask satisfies never;
  }
};

const buttonOf = (
  ask: CoordinatorAsk,
  language: Language,
): { readonly title: string; readonly verb: Verb } => {
  const { buttons } = agendaTexts[language];
  switch (ask) {
    case 'ask-publish':
      return { title: buttons.coordinate, verb: 'agenda.coordinate' };
    case 'ask-unpublished':
    case 'ask-outcomes':
      return { title: buttons.outcomes, verb: 'agenda.outcomes' };
    case 'ask-waiting':
      return { title: meetingTexts[language].buttons.extra, verb: 'meeting.extra' };
    case 'ask-coordinator':
      return { title: meetingTexts[language].buttons.agenda, verb: 'agenda.show' };
    default:
      return ask satisfies never;
  }
};

/** The same as a card, with the way to do what is asked. */
export const askCard = (ask: CoordinatorAsk, meeting: Meeting, known: Known): Rendered | undefined => {
  const lead = askWords(ask, meeting, known);
  const facts = factsOf(known.municipality, meeting.groupId);
  if (lead === undefined || facts === undefined) return undefined;
  const { language } = known.municipality;
  const { summary, reminders } = meetingTexts[language];
  const heading = ask === 'ask-coordinator' ? reminders.fileHeading : reminders.asks[ask].heading;
  const data = meetingData(meeting);
  const actions = [button(language, { ...buttonOf(ask, language), data, style: 'positive' })];
  const card = formCard({ language }, { above: facts.name[language], heading, lead, actions });
  return { kind: 'card', card, summary };
};
