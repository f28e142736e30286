import { agendaTexts } from '../../../src/text/agenda';
import { meetingTexts } from '../../../src/text/meetings';
import { nonces, parking } from '../../agenda/steps';
import { filledForm, groupId, inChannel, inPrivate, january, people } from '../../meetings/desk';
import { type MeetingWorld, openWorld } from '../../meetings/world';

const text = agendaTexts.da;
const { asks } = meetingTexts.da.reminders;
const [first, second, last] = ['2027-01-12', '2027-02-09', '2027-03-09'];

let world: MeetingWorld;
beforeEach(async () => {
  world = await openWorld();
  await world.setUp();
});
afterEach(() => world.remove());

const handIn = (occurrence = first) =>
  world.click('agenda.hand-in', inPrivate('member'), { ...january, ...parking, occurrence });
const coordinate = (verb: string, data: object = {}) =>
  world.click(verb, inPrivate('coordinator'), { ...january, ...data });
const titlesOn = async (occurrence: string): Promise<readonly string[]> => {
  const agenda = (await world.meeting(occurrence))?.agenda;
  const items = agenda === undefined || agenda.state === 'erased' ? [] : agenda.items;
  return items.map((item) => (item.kind === 'single-case' ? '' : item.title));
};
/** What the coordinator has been asked under that heading. */
const asked = (heading: string): readonly string[] =>
  world.teams.messages
    .filter(({ to, shown }) => to === people.coordinator && shown.includes(heading))
    .map(({ shown }) => shown);
const note = (outcomes: object) => coordinate('agenda.save-outcomes', { page: 0, shown: {}, ...outcomes });
const carried = { [`outcome-${nonces.parking}`]: 'carried' };

describe('an agenda that nobody publishes', () => {
  test('> its coordinator is asked the day before, and the day after the meeting', async () => {
    await handIn();
    await world.sleepUntil('2027-01-10T12:00:00+01:00');
    expect(asked(asks['ask-publish'].heading)).toEqual([]);
    await world.sleepUntil('2027-01-11T12:00:00+01:00');
    expect(asked(asks['ask-publish'].heading)).toEqual([expect.stringContaining('1 punkt')]);
    await world.sleepUntil('2027-01-13T12:00:00+01:00');
    expect(asked(asks['ask-unpublished'].heading)).toEqual([expect.stringContaining('blev ikke udsendt')]);
  });

  test('and that has no items > is asked about by nobody', async () => {
    for (const day of ['2027-01-11', '2027-01-13', '2027-01-20'])
      await world.sleepUntil(`${day}T12:00:00+01:00`);
    expect(world.teams.messages.filter(({ to }) => to === people.coordinator)).toEqual([]);
  });

  test('> its items stand on the next agenda when nobody has noted anything about them in time', async () => {
    await handIn();
    await world.sleepUntil('2027-01-13T12:00:00+01:00');
    expect(await titlesOn(second)).toEqual([]);
    await world.sleepUntil('2027-01-18T12:00:00+01:00');
    expect(await titlesOn(second)).toEqual([parking.title]);
    await world.sleepUntil('2027-03-01T12:00:00+01:00');
    expect((await world.meeting(first))?.agenda.state).toBe('erased');
  });

  test('> outcomes are noted on it all the same, and what is dealt with goes nowhere', async () => {
    await handIn();
    await world.sleepUntil('2027-01-13T12:00:00+01:00');
    const form = JSON.stringify(await coordinate('agenda.outcomes'));
    expect(form).toContain(`outcome-${nonces.parking}`);
    await note({ [`outcome-${nonces.parking}`]: 'done' });
    await world.sleepUntil('2027-01-25T12:00:00+01:00');
    expect(await titlesOn(second)).toEqual([]);
  });
});

describe('an item that waits for a meeting which isn’t planned yet', () => {
  beforeEach(async () => {
    await world.click('group.confirm', inChannel('coordinator'), {
      ...filledForm,
      endsOn: '2027-03-31',
      groupVersion: 1,
    });
    await world.settle();
    await handIn(last);
    await world.sleepUntil('2027-03-10T12:00:00+01:00');
    await note({ occurrence: last, ...carried });
  });

  test('> is there after a summer, and comes to the next meeting', async () => {
    for (const day of ['2027-04-05', '2027-06-20']) await world.sleepUntil(`${day}T12:00:00+02:00`);
    expect(asked(asks['ask-waiting'].heading)).toEqual([expect.stringContaining('1 punkt')]);
    const extra = { date: '2027-06-29', time: '09:00', lengthMinutes: '60', place: 'Rådhuset' };
    await world.click('meeting.add-extra', inChannel('coordinator'), { groupId, ...extra });
    await world.settle();
    expect(await titlesOn('2027-06-29-x1')).toEqual([parking.title]);
    expect((await world.meeting(last))?.agenda.state).toBe('erased');
  });

  test('> is erased when the coordinator was asked twice and no meeting has come', async () => {
    for (const day of ['2027-04-05', '2027-08-02', '2027-08-12'])
      await world.sleepUntil(`${day}T12:00:00+02:00`);
    expect(asked(asks['ask-waiting'].heading)).toHaveLength(2);
    expect((await world.meeting(last))?.agenda.state).toBe('erased');
  });
});

describe('an outcome noted during the meeting, which is then moved a week', () => {
  test('> is kept, and the agenda takes items again; what was put off is on it alone', async () => {
    await handIn();
    await world.sleepUntil('2027-01-12T09:30:00+01:00');
    expect(JSON.stringify(await note(carried))).toContain(text.outcomes.carriedAtEnd);
    const nextWeek = { date: '2027-01-19', time: '09:00', lengthMinutes: '120', place: 'Skolen' };
    await world.click('meeting.save-change', inChannel('coordinator'), { ...january, ...nextWeek });
    await world.settle();
    expect(await titlesOn(second)).toEqual([]);
    const late = { ...january, ...parking, revision: 1, nonce: 'nonce-new', title: 'Nyt punkt' };
    await world.click('agenda.hand-in', inPrivate('member'), late);
    expect(await titlesOn(first)).toEqual([parking.title, 'Nyt punkt']);
    await world.sleepUntil('2027-01-19T12:00:00+01:00');
    expect(await titlesOn(second)).toEqual(expect.arrayContaining([parking.title]));
  });
});

test('a published agenda of which nobody notes anything > is asked about once, a week later', async () => {
  await handIn();
  await world.sleepUntil('2027-01-07T12:00:00+01:00');
  await coordinate('agenda.publish');
  for (const day of ['2027-01-13', '2027-01-18']) await world.sleepUntil(`${day}T12:00:00+01:00`);
  expect(asked(asks['ask-outcomes'].heading)).toEqual([]);
  for (const day of ['2027-01-19', '2027-01-26']) await world.sleepUntil(`${day}T12:00:00+01:00`);
  expect(asked(asks['ask-outcomes'].heading)).toHaveLength(1);
});
