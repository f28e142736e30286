import { inPrivate, january, type OpenDesk } from '../meetings/desk';
import {
  afterDeadline,
  afterMeeting,
  february,
  handInAs,
  itemsAt,
  meetingAt,
  nonces,
  openAgendaDesk,
  parking,
  publish,
} from './steps';

const carried = async (): Promise<OpenDesk> => {
  const desk = await openAgendaDesk();
  await handInAs(desk, 'member', parking);
  await afterDeadline(desk);
  await publish(desk);
  await afterMeeting(desk);
  const outcomes = { [`outcome-${nonces.parking}`]: 'carried' };
  await desk.click('agenda.save-outcomes', inPrivate('coordinator'), { ...january, page: 0, ...outcomes });
  expect(await itemsAt(desk, february.occurrence)).toHaveLength(1);
  return desk;
};
const ofItem = { ...february, itemId: nonces.parking };

describe('item that was carried', () => {
  test.each([
    ['withdrawn by its author', 'member', 'agenda.withdraw', {}],
    ['refused by the coordinator', 'coordinator', 'agenda.refuse', { reason: 'Det er afgjort' }],
    ['emptied by the coordinator', 'coordinator', 'agenda.remove-text', {}],
  ] as const)('%s > its words are on no earlier agenda either', async (_, person, verb, more) => {
    const desk = await carried();
    await desk.click(verb, inPrivate(person), { ...ofItem, ...more });
    for (const { occurrence } of [january, february])
      expect(JSON.stringify(await meetingAt(desk, occurrence))).not.toMatch(/parkeringspladsen|om aftenen/);
    expect(await itemsAt(desk, january.occurrence)).toMatchObject([{ outcome: { kind: 'carried' } }]);
  });

  test('edited > the earlier agenda has the new words, for the old ones are gone', async () => {
    const desk = await carried();
    const edited = { ...parking, title: 'Uro ved stationen', note: '' };
    await desk.click('agenda.edit', inPrivate('member'), { ...february, ...edited });
    for (const { occurrence } of [january, february])
      expect(await itemsAt(desk, occurrence)).toMatchObject([{ title: 'Uro ved stationen', note: '' }]);
  });

  test('made a single case > has no words on the earlier agenda', async () => {
    const desk = await carried();
    const edited = { nonce: nonces.parking, kind: 'single-case', minutes: '20', functionId: 'ppr' };
    await desk.click('agenda.edit', inPrivate('member'), { ...february, ...edited });
    expect(await itemsAt(desk, january.occurrence)).toMatchObject([{ title: '', note: '' }]);
  });

  test('of another, withdrawn by somebody > keeps its words everywhere', async () => {
    const desk = await carried();
    await desk.click('agenda.withdraw', inPrivate('guest'), ofItem);
    expect(await itemsAt(desk, january.occurrence)).toMatchObject([{ title: parking.title }]);
  });
});
