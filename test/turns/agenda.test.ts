import type { Card } from '../../src/cards/card';
import { agendaTexts } from '../../src/text/agenda';
import { meetingTexts } from '../../src/text/meetings';
import { executesOf, nodesOf } from '../cards/crawl';
import { december, handIn, january, of, parking, valuesOf } from '../support/agenda-clicks';
import { cardOf } from '../support/connector';
import { channels, type Groups, type Member, startGroups } from '../support/groups';
import { monday, setUpGroup } from '../support/set-up-group';
import { textOf } from '../support/walking';

const { receipt, refusals, faults, mine, coordinator, outcomes, asked } = agendaTexts.da;
const fireworks = { ...parking, title: 'Fyrværkeri', note: '', kind: 'orientation', minutes: '10' };
const truancy = { ...parking, title: 'Fravær i 8. klasse', note: '', kind: 'decision', minutes: '20' };

/** The agenda card as it stands in the channel: what was posted, or what has taken its place. */
const cardInChannel = async (groups: Groups, words: string): Promise<Card> => {
  const found = await groups.connector.waitFor(1, (entry) => {
    const card = cardOf(entry);
    return entry.conversationId === channels.north && card !== undefined && textOf(card).includes(words);
  });
  const card = found[0] && cardOf(found[0]);
  if (card === undefined) throw new Error('no card');
  return card;
};

describe('an agenda from the first item to the next meeting', () => {
  let groups: Groups;
  let anna: Member;
  let cilla: Member;
  let guest: Member;
  beforeAll(async () => {
    groups = await startGroups(monday);
    await setUpGroup(groups, { name: 'anna', channel: 'north' });
    [anna, cilla, guest] = [groups.at('anna'), groups.at('cilla', 'north'), groups.at('gaest')];
  });
  afterAll(() => groups.stop());

  test('handed in by two, edited and withdrawn > each is told, and nothing of it is kept', async () => {
    expect(textOf(await handIn(cilla, parking))).toContain(receipt.handedIn);
    expect(textOf(await handIn(cilla, fireworks))).toContain(receipt.handedIn);
    expect(textOf(await handIn(guest, truancy))).toContain(receipt.handedIn);
    const own = await cilla.click('agenda.mine', of(december));
    expect(textOf(own)).not.toContain(truancy.title);
    const edit = await cilla.press(own, 'agenda.edit-form');
    expect(valuesOf(edit)).toContain(parking.title);
    const saved = await cilla.press(edit, 'agenda.edit', { title: 'Uro ved stationen' });
    expect(textOf(saved)).toContain(receipt.saved);
    const sure = await cilla.press(
      await cilla.click('agenda.mine', of(december)),
      'agenda.ask-withdraw',
      {},
      1,
    );
    expect(textOf(await cilla.press(sure, 'agenda.withdraw'))).toContain(mine.withdrawn);
    const agenda = textOf(await guest.click('agenda.show', of(december)));
    expect(agenda).toContain('Uro ved stationen');
    expect(agenda).toContain(truancy.title);
    expect(agenda).not.toContain(parking.title);
    expect(agenda).not.toContain(fireworks.title);
  });

  test('before the deadline > the coordinator can’t publish, and another’s item is nobody’s to edit', async () => {
    expect(textOf(await anna.click('agenda.publish', of(december)))).toContain(refusals['still-open']);
    const [itemId] = executesOf(await guest.click('agenda.mine', of(december))).flatMap(({ data }) =>
      typeof data.itemId === 'string' ? [data.itemId] : [],
    );
    const forged = of({ ...december, ...parking, nonce: itemId });
    expect(textOf(await cilla.click('agenda.edit', forged))).toContain(refusals['not-author']);
    expect(textOf(await cilla.click('agenda.withdraw', of({ ...december, itemId })))).toContain(
      refusals['not-author'],
    );
    expect(textOf(await cilla.click('agenda.coordinate', of(december)))).toContain(
      meetingTexts.da.refusals['not-allowed'],
    );
  });

  test('from the deadline on > no edits, a late item waits, and the coordinator says which meeting', async () => {
    groups.clock.set(new Date('2026-12-03T09:00:00Z'));
    expect(textOf(await guest.click('agenda.show', of(december)))).toContain(asked.closed);
    const late = await handIn(cilla, fireworks);
    expect(textOf(late)).toContain(receipt.late);
    const all = await anna.click('agenda.coordinate', of(december));
    expect(textOf(all)).toContain(coordinator.waiting);
    const item = await anna.press(all, 'agenda.item');
    expect(textOf(await anna.press(item, 'agenda.late'))).toContain(coordinator.saved);
  });

  test('published by two at once > one wins, the other sees it, and one card stands in the channel', async () => {
    await groups.connector.clear();
    const both = await Promise.all([
      anna.click('agenda.publish', of(december)),
      groups.at('anna', 'north').click('agenda.publish', of(december)),
    ]);
    const said = both.map(textOf);
    expect(said.filter((text) => text.includes(coordinator.published))).toHaveLength(1);
    expect(said.filter((text) => text.includes(refusals['already-published']))).toHaveLength(1);
    await cardInChannel(groups, truancy.title);
    const entries = await groups.connector.entries();
    const placeholder = meetingTexts.da.posted.placeholder.agenda('SSP-netværksgruppe 1');
    const posts = entries.filter(
      ({ method, activity }) => method === 'POST' && activity.text === placeholder,
    );
    expect(posts).toHaveLength(1);
    // Teams keeps what was posted first: no item's words may be in it.
    expect(
      entries.filter(({ method }) => method === 'POST').map((entry) => JSON.stringify(entry)),
    ).not.toEqual(expect.arrayContaining([expect.stringContaining(truancy.title)]));
  });

  test('put in another order and given other minutes > the card in the channel follows', async () => {
    await groups.connector.clear();
    const form = await anna.press(await anna.click('agenda.coordinate', of(december)), 'agenda.order');
    const [, second = ''] = nodesOf(form).flatMap(({ id }) =>
      /^number-/.test(String(id)) ? [String(id)] : [],
    );
    expect(textOf(await anna.press(form, 'agenda.save-order', { [second]: '1' }))).toContain(
      coordinator.orderSaved,
    );
    const first = await anna.press(await anna.click('agenda.coordinate', of(december)), 'agenda.item');
    const long = await anna.press(first, 'agenda.minutes', { minutes: '110' });
    expect(textOf(long)).toContain(coordinator.saved);
    const wrong = await anna.press(first, 'agenda.minutes', { minutes: '500' });
    expect(textOf(wrong)).toContain(faults['out-of-range']);
    const card = textOf(await cardInChannel(groups, agendaTexts.da.agenda.over(15)));
    expect(card.indexOf(truancy.title)).toBeLessThan(card.indexOf('Uro ved stationen'));
  });

  test('after the meeting > decisions are noted, and what is carried comes first next time, once', async () => {
    groups.clock.set(new Date('2026-12-08T11:00:00Z'));
    const noting = await anna.click('agenda.outcomes', of(december));
    const ids = nodesOf(noting).flatMap(({ id }) => (String(id).startsWith('outcome-') ? [String(id)] : []));
    const [first = '', second = '', third = ''] = ids;
    const decided = {
      [first]: 'decided',
      [first.replace('outcome', 'decision')]: '',
      [second]: 'carried',
      [third]: 'done',
    };
    const without = await anna.press(noting, 'agenda.save-outcomes', decided);
    expect(textOf(without)).toContain(outcomes.withoutDecision);
    const withWords = { ...decided, [first.replace('outcome', 'decision')]: 'Skolen ringer hjem samme dag' };
    const saved = await anna.press(noting, 'agenda.save-outcomes', withWords);
    expect(textOf(saved)).toContain(outcomes.carried('tirsdag 12. januar'));
    await anna.press(saved, 'agenda.save-outcomes');
    const next = textOf(await cilla.click('agenda.show', of(january)));
    expect(next.split('Uro ved stationen')).toHaveLength(2);
    const held = textOf(await cilla.click('agenda.show', of(december)));
    expect(held).toContain('Skolen ringer hjem samme dag');
  });

  test('whose words are removed > they are on no agenda of the group any more', async () => {
    const own = await cilla.click('agenda.mine', of(january));
    const sure = await cilla.press(own, 'agenda.ask-remove');
    expect(textOf(await cilla.press(sure, 'agenda.remove-text'))).toContain(mine.removed);
    for (const meeting of [december, january])
      expect(textOf(await anna.click('agenda.show', of(meeting)))).not.toContain('Uro ved stationen');
  });
});
