import type { Card } from '../../src/cards/card';
import { meetingTexts } from '../../src/text/meetings';
import { executesOf } from '../cards/crawl';
import { december, of, valuesOf } from '../support/agenda-clicks';
import { cardOf } from '../support/connector';
import { channels, type Groups, personIdOf, startGroups } from '../support/groups';
import { monday, setUpGroup } from '../support/set-up-group';
import { textOf } from '../support/walking';

const { refusals, faults, meeting, apology, change, groups: overview } = meetingTexts.da;

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
    const id = posted?.createdId ?? '';
    const [filled] = await groups.connector.waitFor(
      1,
      ({ method, messageId }) => method === 'PUT' && messageId === id,
    );
    expect(filled && textOf(cardOf(filled))).toContain('tirsdag 8. december kl. 9.00-11.00');
    await groups.connector.clear();
    return id;
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
    const march = of({ ...december, occurrence: '2027-03-09' });
    expect(textOf(await anna.click('meeting.skip', march))).toContain(change.skipped);
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

  test('on a client that is too old to be answered in place > the card comes in the private chat', async () => {
    const data = of({ ...december, verb: 'meeting.apology', revision: 1 });
    await groups.at('cilla', 'north').submit(data);
    const [posted] = await groups.connector.waitFor(1, ({ method }) => method === 'POST');
    expect(posted?.conversationId).toBe(`a:personal-of-${personIdOf('cilla')}`);
    expect(posted && textOf(cardOf(posted))).toContain(apology.heading);
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
