import { requestTexts } from '../../src/text/requests';
import { executesOf } from '../cards/crawl';
import { cardOf, inPrivate } from '../meetings/desk';
import type { MeetingWorld } from '../meetings/world';
import {
  askAs,
  cardIn,
  messagesTo,
  openUnitWorld,
  pressAs,
  standing,
  textOf,
  unitChannel,
  unitId,
} from './steps';

const { teaching: text, mine, faults, receipt, unit: unitText, notReported } = requestTexts.da;
const taught = {
  unitId,
  number: '20 31 42 53',
  themes: 'tolerance,citizenship',
  level: 'upper',
  place: 'Vibeengens Skole',
  month: '2027-02',
};

let world: MeetingWorld;
beforeEach(async () => {
  world = await openUnitWorld();
});
afterEach(() => world.remove());

const send = (more: object = {}) => world.click('teaching.send', inPrivate('member'), { ...taught, ...more });
const kinds = async () => (await world.requests.list(unitId, 0, 9)).map(({ body }) => body.progress.kind);

describe('teaching', () => {
  test('requested > stands in the staff unit’s channel with what is wanted, without who', async () => {
    const form = textOf(await world.click('teaching.form', inPrivate('member'), { unitId }));
    expect(form).toContain(text.heading('Stabsenheden'));
    const said = textOf(await send());
    expect(said).toContain(receipt.heading.teaching('Stabsenheden'));
    expect(said).not.toContain(notReported);
    await world.settle();
    const card = standing(world);
    for (const words of [
      unitText.heading.teaching,
      'Tolerance · Medborgerskab',
      text.levels.upper,
      'Vibeengens Skole',
      'februar 2027',
    ])
      expect(card).toContain(words);
    expect(JSON.stringify(messagesTo(world, unitChannel))).not.toMatch(/20 ?31 ?42 ?53|Navn member/);
  });

  test('beside a call back > both are open, and each is withdrawn by itself', async () => {
    await askAs(world);
    await send();
    await world.settle();
    expect(await kinds()).toEqual(['in-channel', 'in-channel']);
    const shown = textOf(await world.click('teaching.form', inPrivate('member'), { unitId }));
    expect(shown).toContain(mine.already);
    await world.click('request.withdraw', inPrivate('member'), { unitId, kind: 'teaching' });
    expect((await kinds()).toSorted()).toEqual(['in-channel', 'withdrawn']);
  });

  test('taken and closed > number and place are in no file, and the card has neither', async () => {
    await send();
    await world.settle();
    expect(textOf(await pressAs(world, 'coordinator', 'request.take'))).toContain('20 31 42 53');
    await world.settle();
    await pressAs(world, 'coordinator', 'request.close');
    await world.settle();
    // Empties the write-ahead log at once, which happens within seconds by itself.
    await world.requests.remove('nothing');
    expect(world.bytes()).not.toMatch(/20314253|Vibeengen/);
    expect(standing(world)).not.toContain('Vibeengen');
    expect(executesOf(cardIn(world))).toEqual([]);
  });

  test.each([
    ['no theme', { themes: '' }, faults.themes],
    ['a theme that isn’t in the curriculum', { themes: 'radikalisering' }, faults.themes],
    ['no level', { level: 'all' }, faults.missing],
    ['no place', { place: '' }, faults.missing],
    ['a person for a place', { place: 'Hos Ahmed i 8.b' }, faults.person],
    ['a CPR number for a place', { place: '120385-1234' }, faults.cpr],
    ['no number', { number: '' }, faults.number],
  ])('with %s > nothing is kept, and the field says why', async (_, more, sentence) => {
    const card = cardOf(await send(more));
    expect(JSON.stringify(card)).toContain(sentence);
    expect(JSON.stringify(card)).not.toContain('1234');
    expect(await kinds()).toEqual([]);
  });

  test('of another unit > is refused', async () => {
    expect(textOf(await send({ unitId: 'family-centre' }))).toContain(requestTexts.da.refusals['odd-card']);
  });
});
