import { meetingTexts } from '../../../src/text/meetings';
import { channelId, filledForm, groupId, inChannel, inPrivate } from '../desk';
import { type MeetingWorld, openWorld } from '../world';

const { notice } = meetingTexts.da.reminders;
const groupName = 'SSP-netværksgruppe 1';
const january = '2027-01-12';

const name = { da: 'Prøveferie', en: 'Trial holidays' };
const week = { from: '2027-01-11', to: '2027-01-15', name };

let world: MeetingWorld;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.remove());

const told = () => world.teams.messages.filter(({ to }) => to === channelId).map(({ shown }) => shown);
const fillIn = async (): Promise<void> => {
  world.fillIn([week]);
  await world.sleepUntil('2026-12-03T08:30:00+01:00');
};

test('school holidays filled in later > a meeting that lies in them is moved as the plan says, and the channel is told once', async () => {
  await world.setUp();
  await fillIn();
  expect((await world.meeting(january))?.startsAt).toBe(Date.parse('2027-01-18T09:00:00+01:00'));
  const [before, after] = ['tirsdag 12. januar kl. 9.00-11.00', 'mandag 18. januar kl. 9.00-11.00'];
  expect(told()).toEqual([expect.stringContaining(notice.moved(groupName, before, after))]);
  const { revision } = await world.group();
  await world.sleepUntil('2026-12-04T08:30:00+01:00');
  expect([(await world.group()).revision, told().length]).toEqual([revision, 1]);
});

test('school holidays filled in later, and such meetings are skipped > the channel is told', async () => {
  await world.setUp({ onHoliday: 'skip' });
  await fillIn();
  expect((await world.meeting(january))?.status.kind).toBe('skipped');
  expect(told()).toEqual([notice.skipped(groupName, 'tirsdag 12. januar kl. 9.00-11.00')]);
});

test('a meeting that the coordinator has moved herself > stays where she put it', async () => {
  await world.setUp();
  const to = { date: '2027-01-14', time: '09:00', lengthMinutes: '120', place: filledForm.place };
  const moved = { groupId, occurrence: january, revision: 0, ...to };
  await world.click('meeting.save-change', inPrivate('coordinator'), moved);
  await fillIn();
  expect((await world.meeting(january))?.startsAt).toBe(Date.parse('2027-01-14T09:00:00+01:00'));
});

test('a killed process > the rest follows with the next one, and nothing is told twice', async () => {
  await world.setUp({ ruleKind: 'weekly' });
  world.fillIn([{ from: '2027-01-11', to: '2027-01-22', name }]);
  for (let writes = 0; writes < 12; writes += 3) {
    world.crash.inWrites = writes;
    await world.lookAtGroup(Date.parse('2026-12-03T08:30:00+01:00')).catch(() => undefined);
  }
  world.crash.inWrites = Number.POSITIVE_INFINITY;
  await world.sleepUntil('2026-12-03T08:30:00+01:00');
  await world.sleepUntil('2026-12-04T08:30:00+01:00');
  expect(told()).toHaveLength(2);
  expect(new Set(told()).size).toBe(2);
});

test('the preview of dates > says that holidays which come later are followed', async () => {
  await world.setUp();
  const shown = await world.click('group.preview', inChannel('coordinator'), {
    ...filledForm,
    groupVersion: 1,
  });
  expect(JSON.stringify(shown)).toContain(meetingTexts.da.preview.noSchoolHolidays);
});
