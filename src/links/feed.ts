import { dayMs } from '../duration';
import type { AccessRefusal } from '../meetings/access';
import { planOf } from '../meetings/maintenance/maintain';
import type { Group } from '../meetings/model/group';
import type { Meeting } from '../meetings/model/meeting';
import type { Doc, Index, Instant } from '../storage/contract';
import { dateInWords } from '../text/dates';
import { linkTexts } from '../text/links';
import {
  accessOf,
  addressAt,
  type Feed,
  type Fetched,
  type Holder,
  idOf,
  type LinkPorts,
  newToken,
  tokenFor,
} from './addresses';
import { calendarFile, neutralNameOf } from './calendar-file';

const pastDays = 90;
const mostMeetings = 500;
/** More than anybody's clicks at once leave behind. */
const mostFeeds = 100;
const checkedAtOnce = 50;

type Member = Pick<Holder, 'groupId' | 'personId'>;

/** Feeds are listed by member and group, the oldest first. */
const ownerOf = ({ groupId, personId }: Member): string => `${groupId}/${personId}`;

/** A feed's holder is looked for among the members once a day. */
const indexOf = (feed: Feed, now: Instant): Index => ({
  groupId: ownerOf(feed),
  at: feed.issuedAt,
  nextCheckAt: now + dayMs,
});

const feedsOf = ({ feeds }: LinkPorts, member: Member): Promise<readonly Doc<Feed>[]> =>
  feeds.list(ownerOf(member), 0, mostFeeds);

/** The member's feed; `undefined` when there is none. Its address is known to the member alone. */
export const feedOf = async (ports: LinkPorts, member: Member): Promise<Feed | undefined> =>
  (await feedsOf(ports, member)).at(-1)?.body;

type Asked = {
  readonly holder: Holder;
  readonly publicUrl: string;
  /** Made with the card that asks for an address. */
  readonly request: string;
};

/** How long Teams may deliver a request again; afterwards the same card asks for another address. */
const redeliveredMs = 10 * 60_000;

/**
 * A new address in place of what the member had; of two that are given at once the later one stays. A request that Teams
 * delivers again gets the address that it got before.
 */
export const giveFeed = async (ports: LinkPorts, { holder, publicUrl, request }: Asked): Promise<string> => {
  const now = await ports.clock();
  const known = await feedsOf(ports, holder);
  const isOurs = ({ id, body }: Doc<Feed>): boolean =>
    body.salt !== undefined &&
    body.issuedAt > now - redeliveredMs &&
    idOf(tokenFor(request, body.salt)) === id;
  const salt = newToken();
  const issuedAt = Math.max(now, (known.at(-1)?.body.issuedAt ?? 0) + 1);
  const { groupId, personId, tenantId, language } = holder;
  const feed: Feed = { groupId, personId, tenantId, language, issuedAt, salt };
  if (!known.some(isOurs))
    await ports.feeds.insert(idOf(tokenFor(request, salt)), feed, indexOf(feed, issuedAt));
  const all = await feedsOf(ports, holder);
  const latest = all.at(-1);
  const kept = latest !== undefined && isOurs(latest) ? all.find(isOurs) : latest;
  for (const { id } of all.filter((each) => each !== kept)) await ports.feeds.remove(id);
  return addressAt(publicUrl, `kalender/${tokenFor(request, kept?.body.salt ?? salt)}.ics`);
};

export const stopFeed = async (ports: LinkPorts, member: Member): Promise<void> => {
  for (const { id } of await feedsOf(ports, member)) await ports.feeds.remove(id);
};

/** Whether an address never works again: its holder has left the channel, or the group is dissolved. */
const isForGood = (reason: AccessRefusal): boolean => reason === 'outsider' || reason === 'dissolved';

/**
 * Removes the feeds that are due for a look and whose holders have left the channel, as their next fetch would: some
 * are never fetched. Says how many it looked at. While Teams doesn't say who is a member, they stay for another day.
 */
export const checkFeeds = async (ports: LinkPorts): Promise<number> => {
  const due = await ports.feeds.due(checkedAtOnce);
  for (const feed of due) {
    const access = await accessOf(ports, feed.body, 'take-part');
    if (access.kind === 'refused' && isForGood(access.reason)) await ports.feeds.remove(feed.id);
    else await ports.feeds.replace(feed, feed.body, indexOf(feed.body, await ports.clock()));
  }
  return due.length;
};

type Further = {
  readonly group: Group;
  readonly known: readonly Meeting[];
  readonly feed: Pick<Feed, 'issuedAt'>;
  readonly now: Instant;
};

/** The meetings of the group's plan that have no document yet, which comes some months ahead; under the name that it will have. */
const furtherMeetings = (ports: LinkPorts, { group, known, feed, now }: Further): readonly Meeting[] => {
  const { occurrences, planned } = planOf(ports, group);
  const names = new Set(known.map(({ occurrence }) => occurrence));
  return occurrences.flatMap(({ date }) => {
    // Dated by the feed, so that it reads the same as long as the plan does.
    const meeting = names.has(date) ? undefined : planned(date, feed.issuedAt);
    return meeting !== undefined && meeting.startsAt > now ? [meeting] : [];
  });
};

/** The feed as iCalendar text, as far as the group's plan goes. Whoever has left the group's channel has had it: the address never works again. */
export const readFeed = async (
  ports: LinkPorts,
  token: string,
): Promise<Fetched<{ readonly text: string }>> => {
  const found = await ports.feeds.find(idOf(token));
  if (found === undefined) return { kind: 'void' };
  const { language, groupId } = found.body;
  const access = await accessOf(ports, found.body, 'take-part');
  if (access.kind === 'refused') {
    if (access.reason === 'unknown-roster') return { kind: 'later' };
    if (isForGood(access.reason)) await ports.feeds.remove(found.id);
    return { kind: 'void' };
  }
  const { facts } = access;
  const group = access.group.body;
  const now = await ports.clock();
  const docs = await ports.meetings.list(groupId, now - pastDays * dayMs, mostMeetings);
  const known = docs.map(({ body }) => body);
  const meetings = [...known, ...furtherMeetings(ports, { group, known, feed: found.body, now })];
  const entries = meetings.map((meeting) => ({ meeting, facts, group }));
  const reach = linkTexts[language].feed.reach(dateInWords(group.series.endsOn, language));
  const name = neutralNameOf(facts, language);
  return { kind: 'given', text: calendarFile(entries, { language, name, description: reach }, now) };
};
