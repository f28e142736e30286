import type { Card } from '../../src/cards/card';
import { meetingTexts } from '../../src/text/meetings';
import { executesOf, nodesOf } from '../cards/crawl';
import { cardOf } from '../support/connector';
import { channels, everyRoster, type Groups, personIdOf, startGroups } from '../support/groups';
import { groupIds, monday, nameSomebody, plan, previewAs, setUpGroup } from '../support/set-up-group';
import { textOf } from '../support/walking';

jest.setTimeout(60_000);

const {
  refusals,
  faults,
  people,
  done,
  preview,
  meeting,
  apology,
  change,
  groups: overview,
} = meetingTexts.da;
const december = { groupId: groupIds.north, occurrence: '2026-12-08', revision: 0 };
const of = (more: object) => ({ version: 1, language: 'da', ...more });
const valuesOf = (card: Card): readonly string[] =>
  nodesOf(card).flatMap(({ type, value }) => (String(type).startsWith('Input.') ? [String(value)] : []));

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
    expect(textOf(await nameSomebody(groups, 'anna', 'north'))).toContain(people.named());
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

describe('the meetings of a group', () => {
  let groups: Groups;
  beforeAll(async () => {
    groups = await startGroups(monday);
    await setUpGroup(groups, { name: 'anna', channel: 'north' });
  });
  afterAll(() => groups.stop());
  beforeEach(() => groups.connector.clear());

  const posts = () =>
    groups.connector.waitFor(
      1,
      ({ method, conversationId }) => method === 'POST' && conversationId === channels.north,
    );

  /** Lets the call for items go out, which is the card of the December meeting. */
  const postedCard = async (): Promise<string> => {
    groups.clock.set(new Date('2026-11-24T08:00:30Z'));
    const [posted] = await posts();
    expect(posted && textOf(cardOf(posted))).toContain('tirsdag 8. december kl. 9.00-11.00');
    return posted?.createdId ?? '';
  };

  test('moved > its card changes in place, one short message says it, and apologies are asked anew', async () => {
    const id = await postedCard();
    const guest = groups.at('gaest', 'north');
    const form = await guest.click('meeting.apology', of(december));
    const typed = { functionId: 'ppr', substituteId: 'school-management' };
    expect(textOf(await guest.press(form, 'meeting.apologise', typed))).toContain(apology.saved);
    const updates = () => groups.connector.waitFor(1, ({ method }) => method === 'PUT');
    const [withApology] = await updates();
    expect(withApology && textOf(cardOf(withApology))).toContain('PPR');
    await groups.connector.clear();

    const anna = groups.at('anna', 'north');
    const more = await anna.click('meeting.more', of(december));
    const moving = await anna.press(more, 'meeting.change');
    const moved = await anna.press(moving, 'meeting.save-change', {
      date: '2026-12-09',
      time: '13:00',
      place: 'Skolen',
    });
    expect(textOf(moved)).toContain(change.saved);
    const [notice] = await posts();
    expect(notice?.activity.text).toContain('onsdag 9. december kl. 13.00-15.00');
    expect(notice?.activity.attachments).toBeUndefined();
    const changed = await groups.connector.waitFor(
      1,
      (entry) =>
        entry.method === 'PUT' && textOf(cardOf(entry)).includes('onsdag 9. december kl. 13.00-15.00'),
    );
    expect(changed.map(({ messageId }) => messageId)).toEqual([id]);
    expect(changed[0] && textOf(cardOf(changed[0]))).not.toContain('kommer i stedet');
  });

  test('moved meanwhile > the new time, and the question once more', async () => {
    const anna = groups.at('anna', 'north');
    const stale = { ...december, date: '2026-12-10', time: '10:00', lengthMinutes: '60', place: 'Klubben' };
    const card = await anna.click('meeting.save-change', of(stale));
    expect(textOf(card)).toContain(refusals.moved('onsdag 9. december kl. 13.00-15.00'));
    expect(valuesOf(card)).toContain('Klubben');
    const late = await groups
      .at('gaest')
      .click('meeting.apologise', of({ ...december, functionId: 'ppr', substituteId: 'nobody' }));
    expect(textOf(late)).toContain(refusals.moved('onsdag 9. december kl. 13.00-15.00'));
  });

  test.each([
    ['to yesterday', { date: '2026-11-22', time: '09:00' }, faults.past],
    ['to no minutes', { lengthMinutes: '0' }, faults['minutes-out-of-range']],
    ['to 500 minutes', { lengthMinutes: '500' }, faults['minutes-out-of-range']],
  ])('moved %s > a sentence, and the text kept', async (_, typed, sentence) => {
    const of2 = { ...december, revision: 1, date: '2026-12-11', time: '10:00', lengthMinutes: '60' };
    const card = await groups
      .at('anna')
      .click('meeting.save-change', of({ ...of2, place: 'Et andet sted', ...typed }));
    expect(textOf(card)).toContain(sentence);
    expect(valuesOf(card)).toContain('Et andet sted');
  });

  test('noted by one for a function > another can neither change nor take it back; the coordinator can', async () => {
    const january = { ...december, occurrence: '2027-01-12' };
    const apologise = { ...january, functionId: 'local-police', substituteId: 'nobody' };
    const anna = groups.at('anna');
    expect(textOf(await anna.click('meeting.apology', of(january)))).toContain(apology.onBehalf);
    expect(textOf(await anna.click('meeting.apologise', of(apologise)))).toContain(apology.saved);
    const cilla = groups.at('cilla');
    const other = { ...apologise, substituteId: 'ppr' };
    expect(textOf(await cilla.click('meeting.apologise', of(other)))).toContain(refusals['not-yours']);
    expect(textOf(await cilla.click('meeting.withdraw-apology', of(apologise)))).toContain(
      refusals['not-yours'],
    );
    const same = { ...apologise, functionId: 'straxen', substituteId: 'straxen' };
    expect(textOf(await cilla.click('meeting.apologise', of(same)))).toContain(faults['same-function']);
    expect(textOf(await anna.click('meeting.withdraw-apology', of(apologise)))).toContain(apology.withdrawn);
  });

  test('cancelled, skipped and added > each said on the card', async () => {
    const anna = groups.at('anna', 'north');
    const press = async (occurrence: string, verbs: readonly string[]): Promise<Card> => {
      let card = await anna.click('meeting.more', of({ ...december, occurrence }));
      for (const verb of verbs) card = await anna.press(card, verb);
      return card;
    };
    expect(textOf(await press('2027-02-09', ['meeting.ask-cancel', 'meeting.cancel']))).toContain(
      change.cancelled,
    );
    expect(textOf(await press('2027-03-09', ['meeting.ask-skip', 'meeting.skip']))).toContain(change.skipped);
    const extra = await anna.press(await press('2027-01-12', ['meeting.extra']), 'meeting.add-extra', {
      date: '2027-01-20',
    });
    expect(textOf(extra)).toContain('onsdag 20. januar');
    const twice = await press('2027-02-09', []);
    expect(executesOf(twice).map(({ verb }) => verb)).not.toContain('meeting.ask-cancel');
    const forged = await anna.click(
      'meeting.cancel',
      of({ ...december, occurrence: '2027-02-09', revision: 1 }),
    );
    expect(textOf(forged)).toContain(refusals['already-cancelled']);
  });

  test('asked for > in the channel the group’s, in private every group of the reader’s, to others none', async () => {
    const here = textOf(await groups.at('cilla', 'north').ask('møder'));
    expect(here).toContain('onsdag 9. december kl. 13.00-15.00');
    expect(textOf(await groups.at('gaest').ask('næste møder'))).toContain('tirsdag 12. januar');
    const mine = textOf(await groups.at('anna').ask('mine grupper'));
    expect(mine).toContain(overview.coordinator);
    expect(textOf(await groups.at('ukendt').ask('mine grupper'))).toContain(overview.none);
    const outsider = await groups.at('ukendt').click('meeting.show', of(december));
    expect(textOf(outsider)).toContain(refusals.outsider);
    expect(textOf(outsider)).not.toContain(meeting.coming);
  });

  test('from a card of last year, or of no meeting > a sentence', async () => {
    const anna = groups.at('anna');
    const gone = await anna.click('meeting.show', of({ ...december, occurrence: '2025-12-09' }));
    expect(textOf(gone)).toContain(refusals['no-such-meeting']);
    expect(textOf(await anna.click('meeting.cancel', { ...of(december), version: 0 }))).toContain(
      refusals['odd-card'],
    );
  });
});
