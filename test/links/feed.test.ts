import { createHash } from 'node:crypto';
import { readFeed } from '../../src/links/feed';
import { maintainGroup } from '../../src/meetings/maintenance/maintain';
import { linkTexts } from '../../src/text/links';
import { meetingTexts } from '../../src/text/meetings';
import { handInAs, parking } from '../agenda/steps';
import { executesOf, nodesOf } from '../cards/crawl';
import {
  cardOf,
  filledForm,
  groupId,
  inChannel,
  inPrivate,
  january,
  jsonOf,
  netUrl,
  type OpenDesk,
  openSetUpDesk,
  type Person,
  people,
} from '../meetings/desk';
import { eventsIn } from './ical';

const text = linkTexts.da.feed;
const ssp = { groupId: 'ssp-nu' };
const nuChannel = '19:nu@thread.tacv2';
const dayMs = 86_400_000;

/** The address that the card shows, in the one field that it has. */
const tokenOn = (answer: Parameters<typeof cardOf>[0]): string => {
  const field = nodesOf(cardOf(answer)).find(({ id }) => id === 'address');
  const [, token = ''] =
    /^https:\/\/vejviser\.example\/kalender\/([\w-]{43})\.ics$/.exec(String(field?.value)) ?? [];
  if (token === '') throw new Error(`no address on ${JSON.stringify(field)}`);
  return token;
};
const issue = (desk: OpenDesk, person: Person, more: object = {}) =>
  desk.click('feed.issue', inPrivate(person), { groupId, ...more });
const withFeed = async () => {
  const desk = await openSetUpDesk();
  return { desk, token: tokenOn(await issue(desk, 'member')) };
};
const read = (desk: OpenDesk, token: string) => readFeed(desk.linkPorts, token);
const textOf = async (desk: OpenDesk, token: string): Promise<string> => {
  const found = await read(desk, token);
  if (found.kind !== 'given') throw new Error(found.kind);
  return found.text;
};
const eventsOf = async (desk: OpenDesk, token: string) => eventsIn(await textOf(desk, token));
const januaryIn = async (desk: OpenDesk, token: string) => {
  const event = (await eventsOf(desk, token)).find(({ startDate }) => startDate.month === 1);
  if (event === undefined) throw new Error('January is not in the feed');
  return { event, status: event.component.getFirstPropertyValue('status') };
};
const without = (desk: OpenDesk, person: Person) => {
  const all = desk.teams.members;
  desk.teams.members = all?.filter(({ personId }) => personId !== people[person]);
  return () => {
    desk.teams.members = all;
  };
};

test('address asked for by a request that Teams delivers twice, at once or later > is one, and works', async () => {
  const { desk, token: before } = await withFeed();
  const asked = () => issue(desk, 'member', { request: 'a-request-of-one-card' });
  const both = (await Promise.all([asked(), asked()])).map(tokenOn);
  const again = tokenOn(await asked());
  expect(new Set([...both, again]).size).toBe(1);
  expect(await read(desk, again)).toMatchObject({ kind: 'given' });
  expect(await read(desk, before)).toEqual({ kind: 'void' });
  desk.time.now = new Date(desk.time.now.getTime() + 11 * 60_000);
  expect(tokenOn(await asked())).not.toBe(again);
  expect(await read(desk, again)).toEqual({ kind: 'void' });
});

describe('feed, given', () => {
  test('in private > is an address of 256 bits, of which only the digest is stored', async () => {
    const { desk, token } = await withFeed();
    expect(desk.feeds.all().map(({ id }) => id)).toEqual([createHash('sha256').update(token).digest('hex')]);
    expect(desk.secrets() + desk.stored()).not.toContain(token);
    expect(JSON.stringify(executesOf(cardOf(await issue(desk, 'guest'))))).not.toMatch(/[\w-]{43}/);
  });

  test('asked for in the channel > is a sentence, and nothing is given', async () => {
    const desk = await openSetUpDesk();
    for (const verb of ['feed.show', 'feed.issue', 'feed.stop'])
      expect(jsonOf(await desk.click(verb, inChannel('member'), { groupId }))).toContain(text.shared);
    expect(desk.feeds.all()).toEqual([]);
  });

  test('without an address on the net > is a sentence, and nothing is given', async () => {
    const desk = await openSetUpDesk({ publicUrl: undefined });
    expect(jsonOf(await issue(desk, 'member'))).toContain(text.none);
    expect(desk.feeds.all()).toEqual([]);
  });

  test('asked for by an outsider > is refused', async () => {
    const desk = await openSetUpDesk();
    expect(jsonOf(await issue(desk, 'outsider'))).toContain(meetingTexts.da.refusals.outsider);
    expect(desk.feeds.all()).toEqual([]);
  });

  test('shown again > says since when, never the address', async () => {
    const { desk, token } = await withFeed();
    const json = jsonOf(await desk.click('feed.show', inPrivate('member'), { groupId }));
    expect(json).toContain(text.has('1. december 2026'));
    expect(json).not.toContain(token);
    expect(json).not.toContain('/kalender/');
  });

  test('by »mine grupper« > has a button for each group', async () => {
    const desk = await openSetUpDesk();
    const buttons = executesOf(cardOf(await desk.say('mine grupper', inPrivate('member'))));
    expect(buttons.filter(({ verb }) => verb === 'feed.show').map(({ data }) => data.groupId)).toEqual([
      groupId,
    ]);
  });
});

test('feed, given by a bot whose address has a path > has it before its own', async () => {
  const desk = await openSetUpDesk({ publicUrl: `${netUrl}/bot/` });
  expect(jsonOf(await issue(desk, 'member'))).toMatch(/vejviser\.example\/bot\/kalender\/[\w-]{43}\.ics"/);
});

describe('feed, over', () => {
  test('because a new one was asked for > is void, and the new one works', async () => {
    const { desk, token } = await withFeed();
    const next = tokenOn(await issue(desk, 'member'));
    expect(await read(desk, token)).toEqual({ kind: 'void' });
    expect((await read(desk, next)).kind).toBe('given');
    expect(desk.feeds.all()).toHaveLength(1);
  });

  test('asked for five times at once > is one address', async () => {
    const desk = await openSetUpDesk();
    const tokens = (await Promise.all(Array.from({ length: 5 }, () => issue(desk, 'member')))).map(tokenOn);
    const kinds = (await Promise.all(tokens.map((token) => read(desk, token)))).map(({ kind }) => kind);
    expect(kinds.toSorted()).toEqual(['given', 'void', 'void', 'void', 'void']);
  });

  test('because the member turned it off > is void, and another’s works', async () => {
    const { desk, token } = await withFeed();
    const other = tokenOn(await issue(desk, 'guest'));
    expect(jsonOf(await desk.click('feed.stop', inPrivate('member'), { groupId }))).toContain(text.stopped);
    expect([(await read(desk, token)).kind, (await read(desk, other)).kind]).toEqual(['void', 'given']);
  });

  test('because the member left the channel > is void for ever, also after a return', async () => {
    const { desk, token } = await withFeed();
    const other = tokenOn(await issue(desk, 'coordinator'));
    const back = without(desk, 'member');
    expect(await read(desk, token)).toEqual({ kind: 'void' });
    back();
    expect([(await read(desk, token)).kind, (await read(desk, other)).kind]).toEqual(['void', 'given']);
  });

  test('never, while Teams doesn’t say who is a member > comes later', async () => {
    const { desk, token } = await withFeed();
    const { members } = desk.teams;
    desk.teams.members = undefined;
    expect(await read(desk, token)).toEqual({ kind: 'later' });
    desk.teams.members = members;
    expect((await read(desk, token)).kind).toBe('given');
  });

  test('because nobody was ever given it > is void', async () => {
    const { desk, token } = await withFeed();
    const wrong = `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`;
    for (const each of [wrong, '', token.toUpperCase(), desk.feeds.all()[0]?.id ?? ''])
      expect(await read(desk, each)).toEqual({ kind: 'void' });
  });
});

/** The plan's meetings; the second has been moved off a holiday. */
const months = ['2027-01-12', '2027-02-10', '2027-03-09', '2027-04-13', '2027-05-11', '2027-06-08'];

describe('feed, as far as the plan', () => {
  test('has the meetings that have no document yet, with the UID that they keep', async () => {
    const { desk, token } = await withFeed();
    expect(desk.meetings.all().length).toBeLessThan(months.length);
    const june = async () => (await eventsOf(desk, token)).find(({ startDate }) => startDate.month === 6);
    const before = await june();
    desk.time.now = new Date('2027-03-15T08:00:00Z');
    for (const doc of await desk.groups.due(9)) await maintainGroup(desk.ports, doc, desk.time.now.getTime());
    expect(desk.meetings.all().map(({ body }) => body.occurrence)).toContain('2027-06-08');
    const after = await june();
    expect([after?.uid, after?.sequence]).toEqual([before?.uid, before?.sequence]);
    expect((await eventsOf(desk, token)).map(({ uid }) => uid)).toHaveLength(
      new Set((await eventsOf(desk, token)).map(({ uid }) => uid)).size,
    );
  });

  test('reads the same an hour later', async () => {
    const { desk, token } = await withFeed();
    const before = await textOf(desk, token);
    desk.time.now = new Date(desk.time.now.getTime() + 3_600_000);
    expect(await textOf(desk, token)).toBe(before);
  });

  test('says how far that is, on the card and in the calendar', async () => {
    const { desk, token } = await withFeed();
    const reach = text.reach('30. juni 2027');
    expect(jsonOf(await desk.click('feed.show', inPrivate('member'), { groupId }))).toContain(reach);
    expect(jsonOf(await issue(desk, 'guest'))).toContain(reach);
    expect((await textOf(desk, token)).replaceAll('\r\n ', '')).toContain(reach);
  });
});

describe('feed, read by another library', () => {
  test('names the group, the places and the times in UTC, one event a meeting', async () => {
    const { desk, token } = await withFeed();
    const events = await eventsOf(desk, token);
    expect(events.map(({ startDate }) => startDate.toJSDate().toISOString().slice(0, 10))).toEqual(months);
    expect(events[0]).toMatchObject({ summary: 'SSP-netværksgruppe 1', location: 'Rådhuset, lokale 2' });
    expect(await textOf(desk, token)).toMatch(
      /REFRESH-INTERVAL;VALUE=DURATION:PT4H[\s\S]*DTSTART:20270112T080000Z/,
    );
  });

  test('after an item and an apology > is the same text', async () => {
    const { desk, token } = await withFeed();
    const before = await textOf(desk, token);
    await handInAs(desk, 'member', parking);
    const apology = { functionId: 'school-management', substituteId: 'nobody' };
    await desk.click('meeting.apologise', inPrivate('member'), { ...january, ...apology });
    expect(JSON.parse(desk.stored())[2][0].body).toMatchObject({
      agenda: { items: [{ title: parking.title }] },
      apologies: [{ functionId: 'school-management' }],
    });
    expect(await textOf(desk, token)).toBe(before);
  });

  test('after the meeting moved > has the UID that it had, a higher SEQUENCE and the new time', async () => {
    const { desk, token } = await withFeed();
    const before = await januaryIn(desk, token);
    const change = { date: '2027-01-13', time: '10:30', lengthMinutes: '90', place: 'Biblioteket' };
    await desk.click('meeting.save-change', inPrivate('coordinator'), { ...january, ...change });
    const after = await januaryIn(desk, token);
    expect(after.event.uid).toBe(before.event.uid);
    expect([before.event.sequence, after.event.sequence]).toEqual([0, 1]);
    expect(after.event.startDate.toJSDate().toISOString()).toBe('2027-01-13T09:30:00.000Z');
  });

  test('after the meeting was cancelled > keeps it, as cancelled', async () => {
    const { desk, token } = await withFeed();
    const before = await januaryIn(desk, token);
    await desk.click('meeting.cancel', inPrivate('coordinator'), january);
    const after = await januaryIn(desk, token);
    expect([before.status, after.status]).toEqual(['CONFIRMED', 'CANCELLED']);
    expect([after.event.uid, after.event.sequence]).toEqual([before.event.uid, 1]);
  });

  test('goes back 90 days and no further', async () => {
    const { desk, token } = await withFeed();
    const startsAt = Date.parse('2027-01-12T09:00:00+01:00');
    desk.time.now = new Date(startsAt + 90 * dayMs);
    expect((await januaryIn(desk, token)).event.startDate.day).toBe(12);
    desk.time.now = new Date(startsAt + 90 * dayMs + 1);
    await expect(januaryIn(desk, token)).rejects.toThrow('not in the feed');
  });
});

describe('feed of SSP-NU', () => {
  const openNu = async (): Promise<OpenDesk> => {
    const desk = await openSetUpDesk();
    const weekly = { ...filledForm, ...ssp, ruleKind: 'weekly', weekday: '4', time: '13:00' };
    await desk.click('group.name', inChannel('administrator', nuChannel), { personId: people.coordinator });
    await desk.click('group.confirm', inChannel('coordinator', nuChannel), { ...weekly, groupVersion: 0 });
    return desk;
  };

  test('is off until the member has read that others look into calendars, and says yes', async () => {
    const desk = await openNu();
    for (const verb of ['feed.show', 'feed.issue']) {
      const answer = await desk.click(verb, inPrivate('member'), ssp);
      expect(jsonOf(answer)).toContain(text.careful);
      expect(executesOf(cardOf(answer))[0]).toMatchObject({ title: linkTexts.da.buttons.sure });
    }
    expect(desk.feeds.all()).toEqual([]);
    const asked = executesOf(cardOf(await desk.click('feed.show', inPrivate('member'), ssp)))[0];
    const given = await desk.click('feed.issue', inPrivate('member'), asked?.data ?? {});
    const events = await eventsOf(desk, tokenOn(given));
    expect(events.length).toBeGreaterThan(5);
    expect(new Set(events.map(({ summary }) => summary))).toEqual(new Set(['Møde']));
    expect(
      (await textOf(desk, tokenOn(await issue(desk, 'member', { ...ssp, isSure: true })))).toLowerCase(),
    ).not.toContain('ssp');
  });

  test('and another group’s > are two, and one ends without the other', async () => {
    const desk = await openNu();
    const nu = tokenOn(await issue(desk, 'member', { ...ssp, isSure: true }));
    const network = tokenOn(await issue(desk, 'member'));
    await desk.click('feed.stop', inPrivate('member'), ssp);
    expect([(await read(desk, nu)).kind, (await read(desk, network)).kind]).toEqual(['void', 'given']);
  });
});
