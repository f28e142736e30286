import { dayMs, hourMs } from '../duration';
import type { Doc, Instant } from '../storage/contract';
import type { MeetingPorts } from './access';
import { endOf, isForgotten, type Meeting } from './model/meeting';

/** Meetings just past, and those that fell away before anybody had heard of them. */
const mostHidden = 60;

/** The meetings that have not ended yet, the nearest first. */
export const comingMeetings = async (
  { meetings }: MeetingPorts,
  { groupId, now, limit }: { readonly groupId: string; readonly now: Instant; readonly limit: number },
): Promise<readonly Meeting[]> =>
  (await meetings.list(groupId, now - 8 * hourMs, limit + mostHidden))
    .map(({ body }) => body)
    .filter((meeting) => endOf(meeting) > now && !isForgotten(meeting))
    .slice(0, limit);

const mostMeetings = 500;

/** The group's meetings that have not begun. */
export const meetingsToCome = async (
  { meetings }: MeetingPorts,
  groupId: string,
  now: Instant,
): Promise<readonly Doc<Meeting>[]> => meetings.list(groupId, now + 1, mostMeetings);

/** The next meeting that is to be held; one that has been called off only where there is no other. */
export const nextToBeHeld = async (
  ports: MeetingPorts,
  { groupId, now }: { readonly groupId: string; readonly now: Instant },
): Promise<Meeting | undefined> => {
  const coming = await comingMeetings(ports, { groupId, now, limit: 10 });
  return coming.find(({ status }) => status.kind === 'planned') ?? coming[0];
};

const monthsMs = 100 * dayMs;

/** The latest meeting that has begun, within the last months; one that wasn't held doesn't count. */
export const latestMeeting = async (
  { meetings }: MeetingPorts,
  groupId: string,
  now: Instant,
): Promise<Meeting | undefined> =>
  (await meetings.list(groupId, now - monthsMs, 60))
    .map(({ body }) => body)
    .findLast(({ startsAt, status }) => startsAt <= now && status.kind === 'planned');
