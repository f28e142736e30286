import { meetingTexts } from '../../src/text/meetings';
import { executesOf } from '../cards/crawl';
import { december, of, valuesOf } from '../support/agenda-clicks';
import { channels, everyRoster, type Groups, personIdOf, startGroups } from '../support/groups';
import { groupIds, monday, nameSomebody, plan, previewAs } from '../support/set-up-group';
import { textOf } from '../support/walking';

const { refusals, faults, people, done, preview, change } = meetingTexts.da;

describe('setting a group up in its channel', () => {
  let groups: Groups;
  beforeAll(async () => {
    groups = await startGroups(monday);
  });
  afterAll(() => groups.stop());

  test('by somebody whom nobody has named > a sentence', async () => {
    expect(textOf(await groups.at('bo', 'north').ask('opsæt'))).toContain(refusals['not-named']);
  });

  test('in the private chat > a sentence', async () => {
    expect(textOf(await groups.at('anna').ask('opsæt'))).toContain(refusals['not-in-channel']);
  });

  test('named, previewed and said yes to > the dates, who reads along, and the first meeting', async () => {
    expect(textOf(await nameSomebody(groups, 'anna', 'north'))).toContain(people.named);
    const dates = textOf(await previewAs(groups, { name: 'anna', channel: 'north' }));
    for (const words of [
      'tirsdag 8. december',
      'tirsdag 12. januar 2027',
      preview.readers(5, 1),
      preview.noSchoolHolidays,
      plan.place,
      'SSP i Ishøj',
    ])
      expect(dates).toContain(words);
    const card = await previewAs(groups, { name: 'anna', channel: 'north' });
    const set = await groups.at('anna', 'north').press(card, 'group.confirm');
    expect(textOf(set)).toContain(done.lead('tirsdag 8. december kl. 9.00-11.00'));
    const again = await groups.at('anna', 'north').press(card, 'group.confirm');
    expect(textOf(again)).toContain(done.unchanged);
  });

  test('again > what can be done with the group, and no second one', async () => {
    const card = await groups.at('anna', 'north').ask('opsæt');
    expect(textOf(card)).toContain('Kanalen hører til');
    const taken = await groups
      .at('anna', 'north')
      .click('group.form', of({ groupId: groupIds.south, groupVersion: 0 }));
    expect(textOf(taken)).toContain(refusals['channel-taken']);
  });

  test('that has another channel > isn’t offered, and a forged yes is refused', async () => {
    await nameSomebody(groups, 'bo', 'south');
    const choose = await groups.at('bo', 'south').ask('opsæt');
    const offered = executesOf(choose).flatMap(({ verb, data }) =>
      verb === 'group.form' ? [data.groupId] : [],
    );
    expect(offered).toContain(groupIds.south);
    expect(offered).not.toContain(groupIds.north);
    const data = of({ ...plan, groupId: groupIds.north, groupVersion: 0 });
    expect(textOf(await groups.at('bo', 'south').click('group.confirm', data))).toContain(
      refusals['group-taken'],
    );
    const unknown = of({ ...plan, groupId: 'ssp-network-77', groupVersion: 0 });
    expect(textOf(await groups.at('bo', 'south').click('group.preview', unknown))).toContain(
      refusals['unknown-group'],
    );
  });

  test('taken over by another who was named > the former one coordinates no more', async () => {
    await nameSomebody(groups, 'bo', 'north');
    const bo = groups.at('bo', 'north');
    expect(textOf(await bo.click('meeting.change', of(december)))).toContain(refusals['not-allowed']);
    const already = await bo.ask('opsæt');
    expect(textOf(await bo.press(already, 'group.take-over'))).toContain(people.takenOver);
    expect(textOf(await bo.click('meeting.change', of(december)))).toContain(change.heading);
    const anna = groups.at('anna', 'north');
    expect(textOf(await anna.click('meeting.change', of(december)))).toContain(refusals['not-allowed']);
    await anna.press(await anna.ask('opsæt'), 'group.take-over');
  });

  test('with a deputy > who then coordinates too; a guest can’t be one', async () => {
    const anna = groups.at('anna', 'north');
    const choose = await anna.press(await anna.ask('opsæt'), 'group.deputy');
    expect(JSON.stringify(choose)).not.toContain(personIdOf('gaest'));
    const guest = await anna.press(choose, 'group.save-deputy', { personId: personIdOf('gaest') });
    expect(textOf(guest)).toContain(people.deputyHeading);
    const saved = await anna.press(choose, 'group.save-deputy', { personId: personIdOf('cilla') });
    expect(textOf(saved)).toContain(people.deputySaved);
    expect(textOf(await groups.at('cilla').click('meeting.change', of(december)))).toContain(change.heading);
  });

  test.each([
    ['a day that is past', { startsOn: '2026-11-01' }, faults.past],
    ['an end before the start', { endsOn: '2026-11-30' }, faults['end-before-start']],
    ['no minutes', { lengthMinutes: '0' }, faults['minutes-out-of-range']],
    ['500 minutes', { lengthMinutes: '500' }, faults['minutes-out-of-range']],
    [
      'a deadline after the meeting',
      { deadlineDays: '0', deadlineTime: '10:00' },
      faults['deadline-after-meeting'],
    ],
  ])('with %s > a sentence beside the field, and the text kept', async (_, typed, sentence) => {
    const data = of({ ...plan, groupId: groupIds.south, groupVersion: 0, place: 'Klublokalet', ...typed });
    const card = await groups.at('bo', 'south').click('group.preview', data);
    expect(textOf(card)).toContain(sentence);
    expect(JSON.stringify(card)).toContain('Klublokalet');
    expect(valuesOf(card)).toContain(String(Object.values(typed)[0]));
  });

  test('while Teams doesn’t say who is in the channel > a sentence', async () => {
    await groups.connector.setRosters({ [channels.nu]: null });
    expect(textOf(await groups.at('anna', 'nu').ask('opsæt'))).toContain(refusals['unknown-roster']);
    await groups.connector.setRosters(everyRoster);
  });
});
