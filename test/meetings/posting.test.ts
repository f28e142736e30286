import { channelId, inChannel, inPrivate, january, people } from './desk';
import { type MeetingWorld, openWorld } from './world';

let world: MeetingWorld;
beforeEach(async () => {
  world = await openWorld();
  await world.setUp();
});
afterEach(() => world.remove());

const reminderAt = '2026-12-29T09:00:00+01:00';
const inTheChannel = () => world.teams.messages.filter(({ to }) => to === channelId);
const faults = () => world.logged.filter(({ event }) => event === 'row-interrupted').length;

/** Lets the next change of a document that `isMeant` fail once. */
const failOnce = (collection: 'groups' | 'meetings', isMeant: (body: object) => boolean): void => {
  const documents: { replace(...given: unknown[]): Promise<boolean> } = world.ports[collection];
  const replace = documents.replace.bind(documents);
  documents.replace = async (doc: unknown, body: unknown, index: unknown) => {
    if (!isMeant(Object(body))) return replace(doc, body, index);
    documents.replace = replace;
    throw new Error('the database is away');
  };
};

test('the database fails just after the first card was posted > one card, and it is kept up to date', async () => {
  failOnce('meetings', (body) => JSON.stringify(body).includes('"posts":{"meeting"'));
  await world.sleepUntil(reminderAt);
  expect(faults()).toBe(1);
  await world.click('meeting.cancel', inChannel('coordinator'), january);
  await world.settle();
  expect(inTheChannel().map(({ updates }) => updates)).toEqual([1, 0]);
});

test('the database fails just after Teams refused a private message > it is a refusal, and told on the next card', async () => {
  await world.click('group.remind', inPrivate('member'), { groupId: january.groupId });
  world.teams.refusing.set(people.member, { status: 403 });
  failOnce('groups', (body) => JSON.stringify(body).includes('"untold":[{'));
  await world.sleepUntil(reminderAt);
  expect(faults()).toBe(1);
  const row = (await world.rows()).find(({ to, state }) => to === people.member && state !== 'planned');
  expect(row?.state).toBe('failed');
  expect((await world.group()).untold).toHaveLength(1);
});
