import { meetingTexts } from '../../../src/text/meetings';
import { executesOf, nodesOf } from '../../cards/crawl';
import {
  cardOf,
  channelId,
  filledForm,
  groupId,
  inChannel,
  inPrivate,
  jsonOf,
  openDesk,
  openSetUpDesk,
  people,
} from '../desk';

const text = meetingTexts.da;
const { refusals, faults } = text;

test('the preview > every day has its time and length, and a deadline that has passed is pointed out', async () => {
  const desk = openDesk();
  desk.time.now = new Date('2027-01-07T08:00:00Z');
  await desk.click('group.name', inChannel('administrator'), { personId: people.coordinator });
  const form = { ...filledForm, startsOn: '2027-01-12' };
  const lines = nodesOf(cardOf(await desk.click('group.preview', inChannel('coordinator'), form)))
    .map(({ text: line }) => String(line))
    .filter((line) => /^• \S+ \d+\. \S+ 2027/.test(line));
  expect(lines).toHaveLength(6);
  for (const line of lines) expect(line).toContain(' kl. 9.00-11.00');
  const late = lines.filter((line) => line.includes(text.preview.deadlinePast));
  expect(late).toEqual([expect.stringContaining('tirsdag 12. januar 2027')]);
});

test('the preview of a long plan > names every date that is dropped or moved, and counts only plain ones', async () => {
  const desk = openDesk();
  const coordinator = inChannel('coordinator');
  await desk.click('group.name', inChannel('administrator'), { personId: people.coordinator });
  const weekly = { ...filledForm, ruleKind: 'weekly', startsOn: '2026-12-29', endsOn: '2027-12-28' };
  const days: typeof desk.ports.days = () => ({
    holidayName: (date) => (date === '2027-11-09' ? { da: 'Prøvedag', en: 'Trial day' } : undefined),
    isSchoolHoliday: () => false,
    isClosed: () => false,
  });
  Object.assign(desk.ports, { days });
  const preview = jsonOf(await desk.click('group.preview', coordinator, { ...weekly, onHoliday: 'skip' }));
  expect(preview).toContain('tirsdag 9. november 2027');
  expect(preview).toContain(text.preview.skipped);
  expect(preview).toContain(text.preview.more(28));
});

test('SSP-NU > isn’t offered to skip or to move, and is always asked', async () => {
  const desk = openDesk();
  const coordinator = inChannel('coordinator');
  await desk.click('group.name', inChannel('administrator'), { personId: people.coordinator });
  const nu = desk.ports.municipality.groups.find(({ kind }) => kind === 'ssp-nu')?.id;
  const form = await desk.click('group.form', coordinator, { groupId: nu });
  expect(nodesOf(cardOf(form)).map(({ id }) => id)).not.toContain('onHoliday');
  expect(jsonOf(form)).toContain(text.setUp.alwaysAsked);
  const typed = { ...filledForm, groupId: nu, onHoliday: 'move', deadlineDays: '1' };
  await desk.click('group.confirm', coordinator, { ...typed, groupVersion: 0 });
  expect(desk.groups.all()[0]?.body.series.onHoliday).toBe('ask');
});

describe('setting a group up', () => {
  test('by somebody whom nobody has named > is refused and stores nothing', async () => {
    const desk = openDesk();
    expect(jsonOf(await desk.say('opsæt', inChannel('member')))).toContain(refusals['not-named']);
    const answer = await desk.click('group.confirm', inChannel('member'), { ...filledForm, groupVersion: 0 });
    expect(jsonOf(answer)).toContain(refusals['not-named']);
    expect(desk.stored()).toMatch(/^\[\[\](?:,\[\])*\]$/);
  });

  test('named by an administrator > chooses, sees the dates, confirms and has its meetings', async () => {
    const desk = openDesk();
    const coordinator = inChannel('coordinator');
    await desk.click('group.name', inChannel('administrator'), { personId: people.coordinator });
    const choose = cardOf(await desk.say('opsæt', coordinator));
    expect(executesOf(choose).filter(({ verb }) => verb === 'group.form')).toHaveLength(
      desk.ports.municipality.groups.length,
    );
    const preview = await desk.click('group.preview', coordinator, filledForm);
    for (const words of [
      'SSP i Ishøj',
      '5 medlemmer, heraf 1 gæst udefra',
      'Alle, der er med i kanalen, kan læse dagsordenen',
      'tirsdag 12. januar 2027',
      'fridag (Prøvedag), flyttes til onsdag 10. februar',
      text.preview.noSchoolHolidays,
      'Rådhuset, lokale 2',
    ])
      expect(jsonOf(preview)).toContain(words);
    expect(desk.groups.all()).toEqual([]);
    const yes = executesOf(cardOf(preview)).find(({ verb }) => verb === 'group.confirm');
    const done = await desk.click('group.confirm', coordinator, yes?.data);
    expect(jsonOf(done)).toContain('Første møde er tirsdag 12. januar kl. 9.00-11.00');
    expect(desk.groups.all()[0]?.body.coordinator).toBe(people.coordinator);
    expect(desk.meetings.all().map(({ id }) => id)).toContain(`${groupId}/2027-01-12`);
    expect(desk.outbox.rows().map(({ kind }) => kind)).toContain('call-for-items');
  });

  test('twice > changes nothing', async () => {
    const desk = await openSetUpDesk();
    const before = desk.stored();
    const again = await desk.click('group.confirm', inChannel('coordinator'), {
      ...filledForm,
      groupVersion: 0,
    });
    expect(jsonOf(again)).toContain(text.done.unchanged);
    expect(desk.stored()).toBe(before);
  });

  test('with another plan from a card that is out of date > shows the dates again and asks', async () => {
    const desk = await openSetUpDesk();
    const before = desk.stored();
    const other = { ...filledForm, place: 'Skolen', groupVersion: 0 };
    const asked = await desk.click('group.confirm', inChannel('coordinator'), other);
    expect(jsonOf(asked)).toContain(refusals['changed-meanwhile']);
    expect(desk.stored()).toBe(before);
    const yes = executesOf(cardOf(asked)).find(({ verb }) => verb === 'group.confirm');
    await desk.click('group.confirm', inChannel('coordinator'), yes?.data);
    expect(desk.groups.all()[0]?.body.series.place).toBe('Skolen');
  });

  test('a second group in the channel, or the group in a second channel > is refused', async () => {
    const desk = await openSetUpDesk();
    const second = { ...filledForm, groupId: 'ssp-network-2', groupVersion: 0 };
    expect(jsonOf(await desk.click('group.confirm', inChannel('coordinator'), second))).toContain(
      refusals['channel-taken'],
    );
    const elsewhere = '19:another@thread.tacv2';
    await desk.click('group.name', inChannel('administrator', elsewhere), { personId: people.coordinator });
    const answer = await desk.click('group.confirm', inChannel('coordinator', elsewhere), {
      ...filledForm,
      groupVersion: 0,
    });
    expect(jsonOf(answer)).toContain(refusals['group-taken']);
    expect(desk.groups.all()).toHaveLength(1);
    expect(desk.groups.all()[0]?.body.channel.conversationId).toBe(channelId);
  });

  test.each([
    ['a past date', { startsOn: '2026-11-01' }, faults.past],
    ['an end before the start', { endsOn: '2026-12-31' }, faults['end-before-start']],
    ['zero minutes', { lengthMinutes: '0' }, faults['minutes-out-of-range']],
    ['500 minutes', { lengthMinutes: '500' }, faults['minutes-out-of-range']],
    [
      'a deadline after the meeting',
      { deadlineDays: '0', deadlineTime: '10:00' },
      faults['deadline-after-meeting'],
    ],
    ['a call for items after the deadline', { 'call-for-items': '4' }, faults['call-after-deadline']],
    [
      'a call for items at the deadline',
      { 'deadline-near': '5', remindAt: '12:00' },
      faults['call-after-deadline'],
    ],
    ['a word for the same morning two days before', { 'same-morning': '2' }, faults.unknown],
    ['a word for the morning after the start', { morningAt: '09:00' }, faults['after-the-start']],
    ['no place', { place: '  ' }, faults.missing],
    ['a long place', { place: 'å'.repeat(121) }, faults['too-long']],
    ['a CPR number as place', { place: '010203-1234' }, faults.cpr],
    ['no day in the span', { startsOn: '2027-01-01', endsOn: '2027-01-02' }, faults['no-dates']],
    ['a date that is none', { endsOn: '2027-02-30' }, faults['not-a-date']],
  ])('with %s > says it beside the field and keeps what was typed', async (_, typed, sentence) => {
    const desk = openDesk();
    await desk.click('group.name', inChannel('administrator'), { personId: people.coordinator });
    const before = desk.stored();
    for (const verb of ['group.preview', 'group.confirm']) {
      const answer = await desk.click(verb, inChannel('coordinator'), {
        ...filledForm,
        groupVersion: 0,
        ...typed,
      });
      expect(jsonOf(answer)).toContain(sentence);
      const values = nodesOf(cardOf(answer)).flatMap(({ type, value }) =>
        String(type).startsWith('Input.') ? [String(value)] : [],
      );
      expect(values).toContain(String(Object.values(typed)[0]).trim());
    }
    expect(desk.stored()).toBe(before);
  });

  test('in a group that the municipality hasn’t, or in private > is refused', async () => {
    const desk = await openSetUpDesk();
    const unknown = await desk.click('group.form', inChannel('coordinator'), { groupId: 'ssp-network-99' });
    expect(jsonOf(unknown)).toContain(refusals['unknown-group']);
    expect(jsonOf(await desk.say('opsæt', inPrivate('coordinator')))).toContain(refusals['not-in-channel']);
  });
});
