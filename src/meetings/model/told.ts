import type { PersonId } from '../../chat/turn';
import type { Instant } from '../../storage/contract';
import type { Meeting, MeetingStatus } from './meeting';

/** What people must know of a meeting: when, how long, where, and whether it is held. */
export type Announcement = Pick<Meeting, 'startsAt' | 'lengthMinutes' | 'place'> & {
  readonly status: MeetingStatus['kind'];
};

/** What was last said of a meeting. What is so is compared with it: as long as they differ, a telling is due. */
export type Told = {
  /** What everybody knows from the group's plan; absent for an extra meeting. */
  readonly byPlan?: Announcement;
  readonly channel?: Announcement;
  /** Subscribers who have been told something in private. */
  readonly people?: Readonly<Record<PersonId, Announcement>>;
};

/** Who is told: everybody in the channel, or a subscriber in private. */
export type Listener = 'channel' | { readonly personId: PersonId };

export const announcementOf = ({
  startsAt,
  lengthMinutes,
  place,
  status,
}: Pick<Meeting, 'startsAt' | 'lengthMinutes' | 'place' | 'status'>): Announcement => ({
  startsAt,
  lengthMinutes,
  place,
  status: status.kind,
});

const isSame = (one: Announcement, other: Announcement): boolean =>
  one.status === other.status &&
  (one.status !== 'planned' ||
    (one.startsAt === other.startsAt &&
      one.lengthMinutes === other.lengthMinutes &&
      one.place === other.place));

/** What the listener last heard; `undefined` of an extra meeting that is still to be told of. */
export const lastTold = ({ told }: Pick<Meeting, 'told'>, to: Listener): Announcement | undefined =>
  (to === 'channel' ? told.channel : told.people?.[to.personId]) ?? told.byPlan;

/** How what is so differs from what the listener last heard. */
export type News =
  | { readonly kind: 'extra' | 'cancelled' | 'skipped' | 'on-again' }
  | { readonly kind: 'moved'; readonly from: Announcement; readonly hasNewPlace: boolean }
  | { readonly kind: 'changed'; readonly hasNewPlace: boolean; readonly hasNewLength: boolean };

/** What the listener must be told; `undefined` when that is nothing. */
export const newsFor = (meeting: Meeting, to: Listener): News | undefined => {
  const last = lastTold(meeting, to);
  const now = announcementOf(meeting);
  if (last === undefined) {
    if (now.status === 'planned') return { kind: 'extra' };
    // Whoever subscribed after an extra meeting was told has read of it in the channel.
    return to !== 'channel' && meeting.told.channel !== undefined ? { kind: now.status } : undefined;
  }
  if (isSame(last, now)) return undefined;
  if (now.status !== 'planned') return { kind: now.status };
  if (last.status !== 'planned') return { kind: 'on-again' };
  const hasNewPlace = last.place !== now.place;
  return last.startsAt === now.startsAt
    ? { kind: 'changed', hasNewPlace, hasNewLength: last.lengthMinutes !== now.lengthMinutes }
    : { kind: 'moved', from: last, hasNewPlace };
};

/** The meeting once the listener has heard that. */
export const withTold = (meeting: Meeting, to: Listener, heard: Announcement): Meeting => {
  const { told } = meeting;
  return {
    ...meeting,
    told:
      to === 'channel'
        ? { ...told, channel: heard }
        : { ...told, people: { ...told.people, [to.personId]: heard } },
  };
};

/** Whether the channel has heard anything of the meeting but the group's plan. */
export const isKnown = ({ told, posts }: Pick<Meeting, 'told' | 'posts'>): boolean =>
  told.channel !== undefined || posts.meeting !== undefined;

/** The latest instant that either what is so or what was last heard is about. */
export const lastsUntil = (meeting: Meeting): Instant => {
  const ends = [announcementOf(meeting), meeting.told.channel, meeting.told.byPlan].flatMap((each) =>
    each === undefined ? [] : [each.startsAt + each.lengthMinutes * 60_000],
  );
  return Math.max(...ends);
};
