import { agendaTexts } from '../../src/text/agenda';
import { executesOf } from '../cards/crawl';
import { cardOf, inChannel, inPrivate, january, type OpenDesk, people } from '../meetings/desk';
import {
  afterDeadline,
  agendaAt,
  handInAs,
  itemsAt,
  nonces,
  openAgendaDesk,
  parking,
  publish,
  textOf,
  youngPerson,
} from './steps';

const text = agendaTexts.da;
const fireworks = { ...parking, nonce: nonces.fireworks, title: 'Fyrværkeri efter nytår', minutes: '100' };

const withItems = async (): Promise<OpenDesk> => {
  const desk = await openAgendaDesk();
  await handInAs(desk, 'member', parking);
  await handInAs(desk, 'guest', fireworks);
  await handInAs(desk, 'guest', youngPerson);
  return desk;
};
const idsOn = async (desk: OpenDesk) => (await itemsAt(desk, '2027-01-12')).map(({ id }) => id);
const coordinate = (desk: OpenDesk, verb: string, more: object = {}) =>
  desk.click(verb, inPrivate('coordinator'), { ...january, ...more });

describe('coordinator', () => {
  test('alone > puts the agenda in order', async () => {
    const desk = await withItems();
    const before = desk.stored();
    for (const verb of [
      'agenda.coordinate',
      'agenda.publish',
      'agenda.save-order',
      'agenda.minutes',
      'agenda.refuse',
    ]) {
      const data = {
        ...january,
        itemId: nonces.parking,
        shown: [nonces.parking, nonces.fireworks],
        [`number-${nonces.parking}`]: '2',
        minutes: '5',
        reason: 'Hører til et andet sted',
      };
      const refused = textOf(await desk.click(verb, inPrivate('member'), data));
      expect(refused).toContain(text.refusals['not-coordinator']);
    }
    expect(desk.stored()).toBe(before);
  });

  test('sets minutes, and is told of ones that make no sense with what was typed', async () => {
    const desk = await withItems();
    const wrong = await coordinate(desk, 'agenda.minutes', { itemId: nonces.parking, minutes: '500' });
    expect(textOf(wrong)).toContain(text.faults['out-of-range']);
    expect(textOf(wrong)).toContain('500');
    const saved = await coordinate(desk, 'agenda.minutes', { itemId: nonces.parking, minutes: '25' });
    expect(textOf(saved)).toContain(text.coordinator.saved);
    expect(textOf(await coordinate(desk, 'agenda.coordinate'))).toContain(text.agenda.sum(145, 120));
    expect(textOf(await coordinate(desk, 'agenda.coordinate'))).toContain(text.agenda.over(25));
  });

  test('refuses an item with a reason that its author reads; the words are gone', async () => {
    const desk = await withItems();
    const empty = await coordinate(desk, 'agenda.refuse', { itemId: nonces.parking, reason: '' });
    expect(textOf(empty)).toContain(text.faults.missing);
    const asked = await coordinate(desk, 'agenda.refuse', {
      itemId: nonces.parking,
      reason: 'Det ved Anders And',
    });
    expect(textOf(asked)).toContain(text.form.askPerson);
    await coordinate(desk, 'agenda.refuse', { itemId: nonces.parking, reason: 'Hører til næste år' });
    expect(desk.stored()).not.toContain(parking.title);
    const mine = textOf(await desk.click('agenda.mine', inPrivate('member'), january));
    expect(mine).toContain('Hører til næste år');
    const others = textOf(await desk.click('agenda.mine', inPrivate('guest'), january));
    expect(others).not.toContain('Hører til næste år');
  });

  test('refuses a single case without any reason', async () => {
    const desk = await withItems();
    const form = await coordinate(desk, 'agenda.ask-refuse', { itemId: nonces.young });
    expect(textOf(form)).not.toContain('"Input.Text"');
    await coordinate(desk, 'agenda.refuse', { itemId: nonces.young, reason: 'Fordi' });
    expect(await idsOn(desk)).not.toContain(nonces.young);
    expect(desk.stored()).not.toContain('Fordi');
  });

  test('adds an item that comes again, and takes it off', async () => {
    const desk = await withItems();
    const form = cardOf(await coordinate(desk, 'agenda.standing-form'));
    const add = executesOf(form).find(({ verb }) => verb === 'agenda.add-standing');
    const typed = { ...add?.data, title: 'Nyt fra gadeplan', minutes: '10' };
    await coordinate(desk, 'agenda.add-standing', typed);
    await coordinate(desk, 'agenda.add-standing', typed);
    const standing = (await itemsAt(desk, '2027-01-12')).filter(({ kind }) => kind === 'standing');
    expect(standing).toMatchObject([{ title: 'Nyt fra gadeplan', minutes: 10 }]);
    await coordinate(desk, 'agenda.drop-standing', { itemId: standing[0]?.id });
    expect(desk.stored()).not.toContain('gadeplan');
  });

  test('takes a late item to this meeting or to the next', async () => {
    const desk = await withItems();
    await afterDeadline(desk);
    await handInAs(desk, 'member', { ...parking, nonce: 'nonce-late-one', title: 'For sent' });
    await handInAs(desk, 'member', { ...parking, nonce: 'nonce-late-two', title: 'Endnu senere' });
    expect(textOf(await coordinate(desk, 'agenda.coordinate'))).toContain(text.coordinator.waiting);
    await coordinate(desk, 'agenda.late', { itemId: 'nonce-late-one', meeting: 'this' });
    await coordinate(desk, 'agenda.late', { itemId: 'nonce-late-two', meeting: 'next' });
    expect((await itemsAt(desk, '2027-01-12')).map(({ late }) => late)).toEqual([
      undefined,
      undefined,
      undefined,
      'accepted',
      'next',
    ]);
  });
});

describe('publishing', () => {
  test('before the deadline > is refused', async () => {
    const desk = await withItems();
    expect(textOf(await publish(desk))).toContain(text.refusals['still-open']);
    expect((await agendaAt(desk, '2027-01-12')).state).toBe('open');
  });

  test('while late items wait > is asked about once', async () => {
    const desk = await withItems();
    await afterDeadline(desk);
    await handInAs(desk, 'member', { ...parking, nonce: 'nonce-late-one', title: 'For sent' });
    const asked = await publish(desk);
    expect(textOf(asked)).toContain(text.coordinator.publishLead(1));
    expect((await agendaAt(desk, '2027-01-12')).state).not.toBe('published');
    const sure = executesOf(cardOf(asked)).find(({ verb }) => verb === 'agenda.publish');
    await desk.click('agenda.publish', inPrivate('coordinator'), sure?.data);
    expect((await agendaAt(desk, '2027-01-12')).state).toBe('published');
  });

  test('by two people at once > one wins and the other sees it', async () => {
    const desk = await withItems();
    await afterDeadline(desk);
    const answers = await Promise.all([publish(desk, 'coordinator'), publish(desk, 'deputy')]);
    expect(await agendaAt(desk, '2027-01-12')).toMatchObject({
      state: 'published',
      publishedBy: people.coordinator,
    });
    expect(answers.map(textOf).filter((said) => said.includes(text.coordinator.published))).toHaveLength(1);
  });

  test('puts the agenda’s card into the channel, and every change after that shows it anew', async () => {
    const desk = await withItems();
    await afterDeadline(desk);
    const rows = () => desk.outbox.rows().filter(({ kind }) => kind === 'agenda-card');
    expect(rows()).toEqual([]);
    await publish(desk);
    expect(rows()).toMatchObject([
      { dueAt: desk.time.now.getTime(), state: 'planned', to: inChannel('member').conversationId },
    ]);
  });
});
