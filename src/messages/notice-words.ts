import { factsOf } from '../meetings/model/group-facts';
import { leftKinds, noticeKinds } from '../meetings/model/row-kinds';
import type { Days } from '../meetings/model/working-days';
import type { Municipality } from '../municipality/schema';
import type { OutboxRow } from '../storage/contract';
import { dateInWords } from '../text/dates';
import { meetingTexts } from '../text/meetings';

type Asked = Pick<OutboxRow, 'id' | 'kind' | 'groupId'>;
type Known = { readonly municipality: Municipality; readonly days: Days };

/** The words of a row about a group rather than a meeting; `undefined` for any other. They name nobody. */
export const noticeText = ({ id, kind, groupId }: Asked, known: Known): string | undefined => {
  const { municipality } = known;
  const { language } = municipality;
  const facts = factsOf(municipality, groupId);
  if (facts === undefined) return undefined;
  const { people, reminders, left } = meetingTexts[language];
  const group = facts.name[language];
  const told = noticeKindIn(kind);
  switch (told) {
    case 'channel-gone':
      return people.channelGone(group);
    case 'coordinators-gone':
      return people.gone(group);
    case 'taken-over':
      return people.takenOverFrom(group);
    case 'new-guest':
      return people.newGuest(group);
    case 'moved-here':
      return left.movedHere(group);
    case 'moved-away':
      return left.movedAway(group);
    case 'dissolved':
    case 'dissolved-privately':
      return left.dissolved(group);
    case 'items-dropped':
      return left.itemsDropped(group);
    case 'private-reminder':
      return people.unreached(group);
    case 'ask-coordinator': {
      const asked = seriesAskIn(id);
      if (asked === undefined) return undefined;
      const day = dateInWords(asked.date, language);
      const name = known.days.holidayName(asked.date)?.[language] ?? '';
      return asked.about === 'ends'
        ? reminders.seriesEnds(group, day)
        : reminders.holidayAsk(group, day, name);
    }
    // A card that is closed is no words.
    case 'close-moved':
    case 'close-dissolved':
    case undefined:
      return undefined;
    default:
      return told satisfies never;
  }
};

/** Also what is said where a group is no more, what waits for somebody's next card, and a question about the series. */
const noticeKindIn = (kind: string) =>
  ([...noticeKinds, ...leftKinds, 'private-reminder', 'ask-coordinator'] as const).find(
    (each) => each === kind,
  );

/** What a question about a series is about, by its row's id. */
export const seriesAskIn = (
  id: string,
): { readonly about: 'ask' | 'ends'; readonly date: string } | undefined => {
  const [, about, date] = /\/series\/(ask|ends)\/(\d{4}-\d{2}-\d{2})$/.exec(id) ?? [];
  return date === undefined ? undefined : { about: about === 'ends' ? 'ends' : 'ask', date };
};
