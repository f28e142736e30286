import type { Card } from '../../src/cards/card';
import { agendaTexts } from '../../src/text/agenda';
import { meetingTexts } from '../../src/text/meetings';
import { executesOf } from '../cards/crawl';
import { december, handIn, january, of, parking, valuesOf } from '../support/agenda-clicks';
import type { Entry } from '../support/connector';
import { type Groups, type Member, startGroups } from '../support/groups';
import { groupIds, monday, setUpGroup } from '../support/set-up-group';
import { textOf } from '../support/walking';

const { receipt, refusals, faults, form, coordinator } = agendaTexts.da;
const verbsOf = (card: Card): readonly string[] => executesOf(card).map(({ verb }) => verb);

describe('what is typed in an item’s form', () => {
  let groups: Groups;
  let cilla: Member;
  beforeAll(async () => {
    groups = await startGroups(monday);
    await setUpGroup(groups, { name: 'anna', channel: 'north' });
    await setUpGroup(groups, {
      name: 'bo',
      channel: 'nu',
      typed: { ruleKind: 'weekly', lengthMinutes: '60' },
    });
    cilla = groups.at('cilla');
  });
  afterAll(() => groups.stop());

  test.each<[string, Partial<typeof parking>, string]>([
    ['no title', { title: '   ' }, faults.missing],
    ['a title of 121 characters', { title: 'å'.repeat(121) }, faults['too-long'](120)],
    ['a note of 501 characters', { note: 'ø'.repeat(501) }, faults['too-long'](500)],
    ['no minutes', { minutes: '0' }, faults['out-of-range']],
    ['500 minutes', { minutes: '500' }, faults['out-of-range']],
    ['a CPR number', { note: 'Ring om 010203-1234' }, faults.cpr],
    ['a function of another group', { functionId: 'no-such-function' }, faults.unknown],
  ])('%s > a sentence, everything that was typed kept, and nothing stored', async (_, typed, sentence) => {
    const card = await handIn(cilla, { ...parking, ...typed });
    expect(textOf(card)).toContain(sentence);
    expect(valuesOf(card)).toContain(typed.note ?? parking.note);
    expect(textOf(await cilla.click('agenda.show', of(december)))).not.toContain(parking.title);
  });

  test('what looks like a name > one question, and then it is taken if nobody is meant', async () => {
    const asking = await handIn(cilla, { ...parking, title: 'Møde på Solvang Gammelmose' });
    expect(textOf(asking)).toContain(form.askPerson);
    const [, sending] = executesOf(asking).filter(({ verb }) => verb === 'agenda.hand-in');
    expect(sending).toBeDefined();
    const taken = await cilla.press(asking, 'agenda.hand-in');
    expect(textOf(taken)).toContain(receipt.handedIn);
  });

  test('is never taken away by an update of the message that the form stands in', async () => {
    const ours = ['message-of-the-form', 'another-message'];
    const isOurs = ({ method, messageId = '' }: Entry) => method === 'PUT' && ours.includes(messageId);
    await cilla.click('agenda.list', of({}), 'message-of-the-form');
    await cilla.click('agenda.item-form', of(december), 'message-of-the-form');
    await cilla.click('agenda.list', of({}), 'another-message');
    const puts = await groups.connector.waitFor(1, isOurs);
    expect(puts.map(({ messageId }) => messageId)).toEqual(['another-message']);
  });

  test('a single case > no words at all, on the card either', async () => {
    const first = await cilla.click('agenda.item-form', of(december));
    const caseForm = await cilla.press(first, 'agenda.item-form');
    expect(valuesOf(caseForm)).toHaveLength(2);
    const withWords = { minutes: '10', functionId: 'ppr', title: 'Om en bestemt' };
    expect(textOf(await cilla.press(caseForm, 'agenda.hand-in', withWords))).toContain(
      refusals['single-case-has-no-text'],
    );
    const sent = await cilla.press(caseForm, 'agenda.hand-in', { minutes: '10', functionId: 'ppr' });
    expect(textOf(sent)).toContain(receipt.handedInCase);
    expect(textOf(await cilla.click('agenda.show', of(december)))).toContain('Enkeltsag');
  });

  test('for SSP-NU > single cases only, and only by its functions', async () => {
    const nu = { groupId: groupIds.nu, occurrence: '2026-12-01', revision: 0 };
    const asked = await cilla.click('agenda.item-form', of(nu));
    expect(valuesOf(asked)).toHaveLength(2);
    const data = of({ ...nu, nonce: 'nonce-of-the-test' });
    const topic = await cilla.click('agenda.hand-in', { ...data, ...parking, functionId: 'local-police' });
    expect(textOf(topic)).toContain(refusals['single-cases-only']);
    const school = { ...data, kind: 'single-case', minutes: '10', functionId: 'school-management' };
    expect(textOf(await cilla.click('agenda.hand-in', school))).toContain(refusals['through-staff-unit']);
  });

  test('by somebody who isn’t in the channel > a sentence and the words, so that nothing is lost', async () => {
    const dan = groups.at('dan');
    const card = await dan.click('agenda.hand-in', of({ ...december, ...parking, nonce: 'nonce-of-dan' }));
    expect(textOf(card)).toContain(meetingTexts.da.refusals.outsider);
    expect(valuesOf(card)).toEqual(expect.arrayContaining([parking.title, parking.note]));
  });

  test('by the coordinator, refusing an item > no CPR number as the reason, which its author reads', async () => {
    const anna = groups.at('anna');
    await handIn(cilla, { ...parking, title: 'Nye cykelstativer' });
    const title = 'Siden sidst 010203-1234';
    const standing = await anna.press(
      await anna.press(await anna.click('agenda.coordinate', of(december)), 'agenda.standing-form'),
      'agenda.add-standing',
      { title, minutes: '5' },
    );
    expect(textOf(standing)).toContain(faults.cpr);
    expect(valuesOf(standing)).toContain(title);
    const all = await anna.press(standing, 'agenda.add-standing', { title: 'Siden sidst' });
    expect(textOf(all)).toContain('Siden sidst');
    // Each item's button follows its words.
    const [before = ''] = JSON.stringify(all).split('Nye cykelstativer');
    const at = before.split('"type":"Action.Execute","title":"Åbn').length - 1;
    const item = await anna.press(all, 'agenda.item', {}, at);
    const asking = await anna.press(item, 'agenda.ask-refuse');
    const refused = await anna.press(asking, 'agenda.refuse', { reason: 'Ring om 010203-1234' });
    expect(textOf(refused)).toContain(faults.cpr);
    expect(valuesOf(refused)).toContain('Ring om 010203-1234');
    const done = await anna.press(refused, 'agenda.refuse', { reason: 'Det hører til i byplanen' });
    expect(textOf(done)).toContain(coordinator.refused);
    const own = textOf(await cilla.click('agenda.mine', of(december)));
    expect(own).toContain('Det hører til i byplanen');
    expect(own).not.toContain('Nye cykelstativer');
  });

  test('for a meeting that was moved meanwhile > the new time, and the words in the form', async () => {
    const open = await cilla.click('agenda.item-form', of(january));
    const anna = groups.at('anna', 'north');
    const change = { date: '2027-01-14', time: '10:00', lengthMinutes: '60', place: 'Skolen' };
    await anna.click('meeting.save-change', of({ ...january, ...change }));
    const card = await cilla.press(open, 'agenda.hand-in', parking);
    expect(textOf(card)).toContain(meetingTexts.da.refusals.moved('torsdag 14. januar kl. 10.00-11.00'));
    expect(valuesOf(card)).toContain(parking.title);
    expect(textOf(await cilla.press(card, 'agenda.hand-in'))).toContain(receipt.handedIn);
  });

  test('for a meeting of last year, or one that is cancelled > the words in a form for the next', async () => {
    const gone = { ...december, occurrence: '2025-12-09' };
    const card = await cilla.click(
      'agenda.hand-in',
      of({ ...gone, ...parking, nonce: 'nonce-of-last-year' }),
    );
    expect(textOf(card)).toContain(meetingTexts.da.refusals['no-such-meeting']);
    expect(valuesOf(card)).toContain(parking.title);
    const anna = groups.at('anna', 'north');
    await anna.click('meeting.cancel', of({ ...december, occurrence: '2027-02-09' }));
    const off = of({ ...december, occurrence: '2027-02-09', ...parking, nonce: 'nonce-of-february' });
    const other = await cilla.click('agenda.hand-in', { ...off, revision: 1 });
    expect(textOf(other)).toContain(refusals['already-cancelled']);
    expect(verbsOf(other)).toContain('agenda.hand-in');
    expect(valuesOf(other)).toContain(parking.title);
  });

  test('for the next meeting, when that has been called off > the one after it', async () => {
    const anna = groups.at('anna', 'north');
    await anna.click('meeting.cancel', of(december));
    const agenda = await groups.at('cilla', 'north').ask('dagsorden');
    expect(textOf(agenda)).toContain('torsdag 14. januar');
    const asked = await cilla.click('agenda.item-form', of({ ...december, revision: 1 }));
    expect(textOf(asked)).toContain('torsdag 14. januar');
    expect(textOf(await cilla.ask('mine grupper'))).toContain('torsdag 14. januar');
  });
});
