import { createHmac } from 'node:crypto';
import { ICalCalendar, ICalEventStatus } from 'ical-generator';
import type { Group } from '../meetings/model/group';
import type { GroupFacts } from '../meetings/model/group-facts';
import { endOf, type Meeting, meetingId } from '../meetings/model/meeting';
import type { Language } from '../municipality/schema';
import type { Instant } from '../storage/contract';
import { meetingTexts } from '../text/meetings';

export type CalendarEntry = {
  readonly meeting: Meeting;
  readonly facts: Pick<GroupFacts, 'kind' | 'name'>;
  readonly group: Pick<Group, 'calendarKey'>;
};
/** How often a calendar is asked to fetch a feed anew; most decide for themselves. */
const refreshSeconds = 4 * 3_600;

/** Only a feed has a name, and says how far it reaches. */
type Calendar = { readonly language: Language; readonly name?: string; readonly description?: string };

/** What a calendar shows of a group: SSP-NU is only "Møde", for others look into a member's calendar. */
export const neutralNameOf = ({ kind, name }: CalendarEntry['facts'], language: Language): string =>
  kind === 'ssp-nu' ? meetingTexts[language].neutralName : name[language];

/**
 * The same for ever and for every copy of the meeting. It doesn't say whose meeting it is, not even to somebody who tries
 * every group's name, for that takes the group's key.
 */
const calendarUid = ({ meeting, group }: CalendarEntry): string => {
  const { groupId, occurrence } = meeting;
  const code = createHmac('sha256', group.calendarKey ?? '').update(meetingId(groupId, occurrence));
  return `${code.digest('hex').slice(0, 32)}@vejviser`;
};

/**
 * An iCalendar file of one meeting or a feed of many: time, place and the group's neutral name, never an item or a
 * function. Times are instants in UTC; a meeting that isn't held stays, as cancelled, so that calendars take it out.
 */
export const calendarFile = (
  entries: readonly CalendarEntry[],
  { language, name, description }: Calendar,
  now: Instant,
): string => {
  const calendar = new ICalCalendar({
    prodId: { company: 'Vejviser', product: 'Vejviser', language: language.toUpperCase() },
    ...(name === undefined ? {} : { name, ttl: refreshSeconds }),
    ...(description === undefined ? {} : { description }),
  });
  for (const entry of entries) {
    const { meeting, facts } = entry;
    const isHeld = meeting.status.kind === 'planned';
    calendar.createEvent({
      id: calendarUid(entry),
      sequence: meeting.revision,
      stamp: new Date(meeting.changedAt ?? now),
      start: new Date(meeting.startsAt),
      end: new Date(endOf(meeting)),
      summary: neutralNameOf(facts, language),
      location: meeting.place,
      status: isHeld ? ICalEventStatus.CONFIRMED : ICalEventStatus.CANCELLED,
    });
  }
  return `${calendar.toString()}\r\n`;
};
