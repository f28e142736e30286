import { countPendingNotices } from '../../src/meetings/pending-notices';
import { meetingTexts } from '../../src/text/meetings';
import { channelId, inChannel, inPrivate, january, people } from '../meetings/desk';
import { type MeetingWorld, openWorld } from '../meetings/world';

let world: MeetingWorld;
beforeEach(async () => {
  world = await openWorld();
  await world.setUp();
});
afterEach(() => world.remove());

const reminderAt = '2026-12-29T09:00:00+01:00';
const inTheChannel = () => world.teams.messages.filter(({ to }) => to === channelId);
const faults = () => world.logged.filter(({ event }) => event === 'row-interrupted').length;

type Writes = {
  insert(...given: unknown[]): Promise<boolean>;
  replace(...given: unknown[]): Promise<boolean>;
};

/** Lets the next write of a document that `isMeant` fail once. */
const failOnce = (
  collection: 'notices' | 'meetings',
  write: 'insert' | 'replace',
  isMeant: (body: object) => boolean,
): void => {
  const documents: Writes = world.ports[collection];
  const plain = documents[write].bind(documents);
  documents[write] = async (doc: unknown, body: unknown, index: unknown) => {
    if (!isMeant(Object(body))) return plain(doc, body, index);
    documents[write] = plain;
    throw new Error('the database is away');
  };
};

test('the database fails just after the first card was posted > one card, and it is kept up to date', async () => {
  failOnce('meetings', 'replace', (body) => JSON.stringify(body).includes('"posts":{"meeting"'));
  await world.sleepUntil(reminderAt);
  expect(faults()).toBe(1);
  await world.click('meeting.cancel', inChannel('coordinator'), january);
  await world.settle();
  expect(inTheChannel().map(({ updates }) => updates)).toEqual([2, 0]);
  expect(inTheChannel()[0]?.shown).toContain(meetingTexts.da.meeting.states.cancelled);
});

test('the database fails just after Teams refused a private message > it is a refusal, and told on the next card', async () => {
  await world.click('group.remind', inPrivate('member'), { groupId: january.groupId });
  world.teams.refusing.set(people.member, { status: 403 });
  failOnce('notices', 'insert', () => true);
  await world.sleepUntil(reminderAt);
  expect(faults()).toBe(1);
  const row = (await world.rows()).find(({ to, state }) => to === people.member && state !== 'planned');
  expect(row?.state).toBe('failed');
  expect(await countPendingNotices(world.ports)).toBe(1);
});

describe('a card that somebody has deleted in Teams', () => {
  const deleteCard = () => {
    const at = world.teams.messages.findIndex(({ to }) => to === channelId);
    world.teams.messages.splice(at, 1, { id: 'deleted', to: 'nobody', shown: '', at: 0, updates: 0 });
  };
  const aMinute = async () => {
    for (let rounds = 0; rounds < 20; rounds += 1) await world.settle();
  };
  const cards = () => inTheChannel().filter(({ shown }) => shown.includes(meetingTexts.da.meeting.functions));

  test('is posted anew with the next change, once, and kept up to date there', async () => {
    await world.sleepUntil(reminderAt);
    deleteCard();
    const school = world.ports.municipality.groups[0]?.functions[0]?.id;
    const apologise = (substituteId = '') =>
      world.click('meeting.apologise', inChannel('member'), { ...january, functionId: school, substituteId });
    await apologise();
    await aMinute();
    expect(cards()).toHaveLength(1);
    expect((await world.meeting(january.occurrence))?.posts.meeting?.messageId).toBe(cards()[0]?.id);
    await world.click('meeting.withdraw-apology', inChannel('member'), { ...january, functionId: school });
    await aMinute();
    expect(cards().map(({ updates }) => updates)).toEqual([2]);
  });

  test('after its meeting > stays deleted', async () => {
    await world.sleepUntil(reminderAt);
    await world.sleepUntil('2027-01-12T12:00:00+01:00');
    expect(inTheChannel()[0]?.shown).toContain(january.occurrence);
    deleteCard();
    await world.sleepUntil('2027-02-11T11:00:00+01:00');
    await aMinute();
    const meeting = await world.meeting(january.occurrence);
    expect(meeting?.agenda.state).toBe('erased');
    expect(meeting?.posts.meeting).toBeUndefined();
    const since = Date.parse('2027-01-12T12:00:00+01:00');
    const later = inTheChannel().filter(({ at, shown }) => at > since && shown.includes(january.occurrence));
    expect(later).toEqual([]);
  });
});
