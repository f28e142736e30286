import { agendaTexts } from '../../src/text/agenda';
import { december, handIn, of, parking } from '../support/agenda-clicks';
import { type Groups, startGroups } from '../support/groups';
import { monday, setUpGroup } from '../support/set-up-group';

const { pointer } = agendaTexts.da;
const typed = [parking.title, parking.note, 'Uro ved stationen'];

/** Everything that the bot has sent or written into a message. */
const sent = async ({ connector }: Groups): Promise<string> => JSON.stringify(await connector.entries());

describe('items’ words', () => {
  let groups: Groups;
  beforeAll(async () => {
    groups = await startGroups(monday);
    await setUpGroup(groups, { name: 'anna', channel: 'north' });
  });
  afterAll(() => groups.stop());

  test('seen, edited and removed in the private chat > are written into no message there', async () => {
    const [anna, cilla] = [groups.at('anna'), groups.at('cilla')];
    await handIn(cilla, parking);
    const own = await cilla.click('agenda.mine', of(december));
    const edit = await cilla.press(own, 'agenda.edit-form');
    await cilla.press(edit, 'agenda.edit', { title: 'Uro ved stationen' });
    await cilla.click('agenda.show', of(december));
    await cilla.press(await cilla.click('agenda.mine', of(december)), 'agenda.ask-remove');
    for (const verb of ['agenda.show', 'agenda.coordinate']) await anna.click(verb, of(december));
    // What stands in a message comes a second later; of these two the list does, and whatever had to come before it.
    for (const person of [anna, cilla]) await person.click('agenda.list', of({}));
    const { list } = agendaTexts.da;
    await groups.connector.waitFor(
      2,
      ({ method, activity }) => method === 'PUT' && JSON.stringify(activity).includes(list.heading),
    );
    for (const words of typed) expect(await sent(groups)).not.toContain(words);
  });

  test('asked for in the channel, also by a client that is too old > nobody posts them', async () => {
    const cilla = groups.at('cilla', 'north');
    expect(JSON.stringify(await cilla.ask('dagsorden'))).toContain('agenda.show');
    await cilla.submit(of({ ...december, verb: 'agenda.show' }));
    await groups.connector.waitFor(1, ({ activity }) => JSON.stringify(activity).includes(pointer.heading));
    for (const words of typed) expect(await sent(groups)).not.toContain(words);
  });
});
