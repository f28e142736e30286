import { meetingTexts } from '../../src/text/meetings';
import { channelId, inChannel, january } from '../meetings/desk';
import { type MeetingWorld, openWorld } from '../meetings/world';

const { meeting: text, posted } = meetingTexts.da;
const groupName = 'SSP-netværksgruppe 1';

let world: MeetingWorld;
beforeEach(async () => {
  world = await openWorld();
  await world.setUp();
});
afterEach(() => world.remove());

const inTheChannel = () => world.teams.messages.filter(({ to }) => to === channelId);
const live = () =>
  inTheChannel().filter(({ shown }) => shown.includes(`"occurrence":"${january.occurrence}"`));
const school = () => world.ports.municipality.groups[0]?.functions[0]?.id ?? '';
const apologise = () =>
  world.click('meeting.apologise', inChannel('member'), { ...january, functionId: school() });

describe('the card of a meeting', () => {
  test('says by itself that the meeting is today, has begun and is held, and its buttons are those that work', async () => {
    await world.sleepUntil('2027-01-11T12:00:00+01:00');
    const card = () => live().at(-1)?.shown ?? '';
    expect(card()).toContain(text.states.planned);
    expect(card()).toContain('meeting.apology');
    await world.sleepUntil('2027-01-12T00:00:00+01:00');
    expect(card()).toContain(text.states.today);
    await world.sleepUntil('2027-01-12T09:00:00+01:00');
    expect(card()).toContain(text.states.begun);
    expect(card()).not.toContain('meeting.apology');
    await world.sleepUntil('2027-01-12T11:00:00+01:00');
    expect(card()).toContain(text.states.held);
    expect(card()).not.toContain('agenda.item-form');
    expect(live()).toHaveLength(1);
  });

  test('of a meeting whose end is past when Teams is back > says that it is held', async () => {
    await world.sleepUntil('2027-01-11T12:00:00+01:00');
    world.teams.refusing.set(channelId, { status: 503 });
    await world.sleepUntil('2027-01-12T12:00:00+01:00');
    world.teams.refusing.clear();
    await world.sleepUntil('2027-01-12T12:40:00+01:00');
    expect(live().at(-1)?.shown).toContain(text.states.held);
  });

  test('that Teams refused to change for good > is tried again, and shows in the end what is so', async () => {
    await world.sleepUntil('2026-12-29T12:00:00+01:00');
    world.teams.refusing.set(channelId, { status: 400 });
    await apologise();
    await world.settle();
    world.teams.refusing.clear();
    await world.sleepUntil('2026-12-29T12:30:00+01:00');
    expect(live().at(-1)?.shown).toContain(text.notComing);
  });

  test('two reminders in the same minute > one live card', async () => {
    const rows = (await world.rows()).filter(({ subject }) => subject.endsWith(january.occurrence));
    const twin = rows.find(({ kind }) => kind === 'deadline-near');
    if (twin === undefined) throw new Error('no such row');
    await world.ports.outbox.requeue([{ ...twin, dueAt: Date.parse('2026-12-29T09:00:00+01:00') }]);
    await world.sleepUntil('2026-12-29T09:00:00+01:00');
    expect(inTheChannel()).toHaveLength(2);
    expect(live()).toHaveLength(1);
    await apologise();
    await world.settle();
    expect(live().map(({ shown }) => shown.includes(text.notComing))).toEqual([true]);
  });

  test('an apology while its first message is on the wire > is on the card', async () => {
    const { connector } = world.teams;
    const { post } = connector;
    connector.post = async (...given) => {
      const delivery = await post(...given);
      connector.post = post;
      await apologise();
      return delivery;
    };
    await world.sleepUntil('2026-12-29T09:00:00+01:00');
    expect(live().map(({ shown }) => shown.includes(text.notComing))).toEqual([true]);
  });

  test('an apology while an older state of it is on the wire > the newer one is what stands there in the end', async () => {
    await world.sleepUntil('2026-12-29T09:00:00+01:00');
    const { connector } = world.teams;
    const { update } = connector;
    let older = 0;
    connector.update = async (address, shown) => {
      older += 1;
      if (older === 1) await world.click('meeting.cancel', inChannel('coordinator'), january);
      return update(address, shown);
    };
    await apologise();
    await world.settle();
    expect(older).toBeGreaterThan(1);
    expect(live().at(-1)?.shown).toContain(text.states.cancelled);
  });
});

test('a first message of which nothing could be remembered, as after a kill > what is left over has no button and no time', async () => {
  const documents: { replace(...given: unknown[]): Promise<boolean> } = world.ports.meetings;
  const replace = documents.replace.bind(documents);
  // Longer than anybody is patient.
  const backAt = Date.parse('2026-12-29T09:05:30+01:00');
  documents.replace = async (...given) => {
    if (world.now() < backAt) throw new Error('the database is away');
    return replace(...given);
  };
  await world.sleepUntil('2026-12-29T09:00:00+01:00');
  await world.sleepUntil('2026-12-29T09:20:00+01:00');
  expect(live()).toHaveLength(1);
  const others = inTheChannel().filter((message) => !live().includes(message));
  expect(others.length).toBeGreaterThan(0);
  for (const { shown } of others) expect(shown).toBe(posted.placeholder.meeting(groupName));
});
