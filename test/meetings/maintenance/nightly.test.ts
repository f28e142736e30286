import { meetingTexts } from '../../../src/text/meetings';
import { channelId, filledForm, groupId, inChannel, people } from '../desk';
import { type MeetingWorld, openWorld } from '../world';

const text = meetingTexts.da;
const groupName = 'SSP-netværksgruppe 1';
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

let world: MeetingWorld;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.remove());

const privately = () =>
  world.teams.messages.filter(({ to }) => to === people.coordinator).map(({ shown }) => shown);

describe('rows that are settled', () => {
  const callAt = Date.parse('2026-12-29T09:00:00+01:00');
  const call = async () =>
    (await world.rows()).find(({ id }) => id.startsWith(`${groupId}/2027-01-12/call-for-items/`));

  test.each([
    ['by default', 30],
    ['when less is kept', 3],
  ])(
    '%s > are forgotten within the hour so many days after their time, and not a second before',
    async (_, keepDays) => {
      world.keep({ keepDays, askDaysBefore: 7 });
      await world.setUp();
      await world.sleepUntil('2026-12-29T09:00:00+01:00');
      expect(await call()).toMatchObject({ state: 'sent' });
      const at = async (instant: number) => {
        await world.sleepUntil(new Date(instant).toISOString());
        return call();
      };
      expect(await at(callAt + keepDays * dayMs - 5_000)).toMatchObject({ state: 'sent' });
      expect(await at(callAt + keepDays * dayMs + hourMs)).toBeUndefined();
      const planned = (await world.rows()).filter(({ state }) => state === 'planned');
      expect(planned.length).toBeGreaterThan(0);
    },
  );
});

describe('the end of a series', () => {
  const asked = (day: string) => text.reminders.seriesEnds(groupName, day);

  test('is asked about six weeks before, once, also when its row is long forgotten', async () => {
    world.keep({ keepDays: 3, askDaysBefore: 1 });
    await world.setUp();
    await world.sleepUntil('2027-05-19T06:59:00+02:00');
    expect(privately()).toEqual([]);
    for (const day of ['19', '21', '23', '25', '27']) await world.sleepUntil(`2027-05-${day}T08:00:00+02:00`);
    expect(privately()).toEqual([asked('30. juni 2027')]);
    expect((await world.rows()).filter(({ id }) => id.includes('/series/'))).toEqual([]);
  });

  test('another end > is asked about anew, and the old one no more', async () => {
    await world.setUp();
    await world.click('group.confirm', inChannel('coordinator'), {
      ...filledForm,
      endsOn: '2027-05-31',
      groupVersion: 1,
    });
    await world.sleepUntil('2027-04-19T08:00:00+02:00');
    expect(privately()).toEqual([asked('31. maj 2027')]);
    await world.sleepUntil('2027-05-19T08:00:00+02:00');
    expect(privately()).toEqual([asked('31. maj 2027')]);
  });

  test('that is over > doesn’t end the nights: rows are still forgotten', async () => {
    await world.setUp();
    await world.sleepUntil('2027-07-01T08:00:00+02:00');
    await world.sleepUntil('2027-09-15T08:00:00+02:00');
    await world.sleepUntil('2027-09-17T08:00:00+02:00');
    expect(await world.rows()).toEqual([]);
  });
});

describe('a meeting’s words', () => {
  test.each([1, 30, 365])('kept for %i days > go with the second in which these end', async (keepDays) => {
    world.keep({ keepDays, askDaysBefore: 7 });
    await world.setUp();
    await world.sleepUntil('2026-12-29T09:00:00+01:00');
    const eraseAt = Date.parse('2027-01-12T11:00:00+01:00') + keepDays * dayMs;
    const stateAt = async (at: number) => {
      await world.sleepUntil(new Date(at).toISOString());
      return (await world.meeting('2027-01-12'))?.agenda.state;
    };
    // The world needs four seconds to come to rest.
    expect(await stateAt(eraseAt - 5_000)).toBe('closed');
    const [card] = world.teams.messages.filter(({ to }) => to === channelId);
    const updates = card?.updates ?? 0;
    expect(await stateAt(eraseAt)).toBe('erased');
    expect(card?.updates).toBe(updates + 1);
  });
});
