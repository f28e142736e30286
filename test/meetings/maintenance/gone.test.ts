import { createMaintenance } from '../../../src/meetings/maintenance/worker';
import { meetingTexts } from '../../../src/text/meetings';
import { parking } from '../../agenda/steps';
import { channelId, inPrivate, january } from '../desk';
import { type MeetingWorld, openWorld } from '../world';

const { posted, meeting: text } = meetingTexts.da;

let world: MeetingWorld;
beforeEach(async () => {
  world = await openWorld();
  await world.setUp();
});
afterEach(() => world.remove());

const handIn = () => world.click('agenda.hand-in', inPrivate('member'), { ...january, ...parking });
const stored = async () => JSON.stringify(await world.meeting(january.occurrence));
/** The program as it begins anew, with the retention that it is given now. */
const restart = async (keepDays: number): Promise<void> => {
  world.keep({ keepDays, askDaysBefore: 7 });
  const maintenance = createMaintenance({
    meetings: () => world.ports,
    clock: async () => world.now(),
    log: () => undefined,
  });
  await maintenance.maintainOnce();
  await world.settle();
};

describe('RETENTION_DAYS', () => {
  test('lowered at a restart > what is older goes at once', async () => {
    await handIn();
    await world.sleepUntil('2027-01-25T12:00:00+01:00');
    expect(await stored()).toContain(parking.title);
    await restart(10);
    expect(await stored()).not.toContain(parking.title);
  });

  test('raised at a restart > the words stay until then, and the coordinator is asked before the new day', async () => {
    await handIn();
    await world.sleepUntil('2027-01-20T12:00:00+01:00');
    await restart(60);
    await world.sleepUntil('2027-02-20T12:00:00+01:00');
    expect(await stored()).toContain(parking.title);
    expect((await world.ports.meetings.due(50)).map(({ id }) => id)).toEqual([]);
    await world.sleepUntil('2027-03-20T12:00:00+01:00');
    expect(await stored()).not.toContain(parking.title);
  });
});

describe('meeting whose words are erased', () => {
  test('has a card that is over: without a button, and without its place', async () => {
    await world.sleepUntil('2027-01-11T12:00:00+01:00');
    const card = () =>
      world.teams.messages.filter(({ to, shown }) => to === channelId && shown.includes('12. januar')).at(-1);
    expect(card()?.shown).toContain('Rådhuset');
    await world.sleepUntil('2027-02-20T12:00:00+01:00');
    expect(card()?.shown).toContain(posted.erased);
    expect(card()?.shown).toContain(text.states.held);
    expect(card()?.shown).not.toMatch(/Rådhuset|Action\.Execute/);
  });

  test('is gone ninety days later, and not before', async () => {
    const erasedOn = '2027-02-11T11:00:00+01:00';
    await world.sleepUntil(erasedOn);
    await world.sleepUntil('2027-05-12T11:00:00+02:00');
    expect(await stored()).toContain('erased');
    await world.sleepUntil('2027-05-12T13:00:00+02:00');
    expect(await world.meeting(january.occurrence)).toBeUndefined();
    await world.lookAtGroup(world.now());
    expect(await world.meeting(january.occurrence)).toBeUndefined();
  });
});

test('agenda’s first message that got no answer > holds no word of an item', async () => {
  await handIn();
  await world.sleepUntil('2027-01-06T10:00:00+01:00');
  const { connector, messages } = world.teams;
  const { post } = connector;
  connector.post = async (...given) => {
    await post(...given);
    connector.post = post;
    return { kind: 'failed', status: 504 };
  };
  await world.click('agenda.publish', inPrivate('coordinator'), january);
  await world.settle();
  await world.sleepUntil('2027-01-06T10:10:00+01:00');
  const inChannel = messages.filter(({ to }) => to === channelId);
  expect(inChannel.filter(({ shown }) => shown.includes(parking.title))).toHaveLength(1);
  await world.click('agenda.remove-text', inPrivate('member'), { ...january, itemId: parking.nonce });
  await world.settle();
  expect(JSON.stringify(inChannel)).not.toContain(parking.title);
  const placeholder = posted.placeholder.agenda('SSP-netværksgruppe 1');
  expect(inChannel.filter(({ shown }) => shown.includes(placeholder))).toHaveLength(1);
});
