import { agendaTexts } from '../../src/text/agenda';
import { executesOf } from '../cards/crawl';
import { cardOf, inPrivate, january, type OpenDesk, type Person } from '../meetings/desk';
import {
  afterDeadline,
  afterMeeting,
  handInAs,
  meetingAt,
  nonces,
  openAgendaDesk,
  parking,
  publish,
  textOf,
  youngPerson,
} from './steps';

const ofItem = { ...january, itemId: nonces.parking };
const reason = 'Hører til på skolens eget møde';

const verbsOn = async (desk: OpenDesk, person: Person, verb: string) =>
  executesOf(cardOf(await desk.click(verb, inPrivate(person), january)));

/** Presses the button that leads to the question, and says yes. */
const remove = async (desk: OpenDesk, person: Person, from: string) => {
  const [ask] = (await verbsOn(desk, person, from)).filter(({ verb }) => verb === 'agenda.ask-remove');
  const asked = await desk.click('agenda.ask-remove', inPrivate(person), ask?.data);
  const [yes] = executesOf(cardOf(asked)).filter(({ verb }) => verb === 'agenda.remove-text');
  return { asked, done: await desk.click('agenda.remove-text', inPrivate(person), yes?.data) };
};

describe('reason for a refusal', () => {
  test.each([
    ['its reader', 'member', 'agenda.mine'],
    ['the coordinator', 'coordinator', 'agenda.texts'],
  ] as const)('has a button by which %s removes it', async (_, person, from) => {
    const desk = await openAgendaDesk();
    await handInAs(desk, 'member', parking);
    await desk.click('agenda.refuse', inPrivate('coordinator'), { ...ofItem, reason });
    const { asked, done } = await remove(desk, person, from);
    expect(textOf(asked)).toContain(reason);
    expect(textOf(done)).not.toContain(reason);
    expect(desk.stored()).not.toContain(reason);
  });

  test('is nobody else’s to see or to remove', async () => {
    const desk = await openAgendaDesk();
    await handInAs(desk, 'member', parking);
    await desk.click('agenda.refuse', inPrivate('coordinator'), { ...ofItem, reason });
    expect(textOf(await desk.click('agenda.ask-remove', inPrivate('guest'), ofItem))).not.toContain(reason);
    await desk.click('agenda.remove-text', inPrivate('guest'), ofItem);
    expect(desk.stored()).toContain(reason);
  });
});

test('item’s text after the meeting > the coordinator removes it, decision and all', async () => {
  const desk = await openAgendaDesk();
  await handInAs(desk, 'member', parking);
  await afterDeadline(desk);
  await publish(desk);
  await afterMeeting(desk);
  const decided = {
    [`outcome-${nonces.parking}`]: 'decided',
    [`decision-${nonces.parking}`]: 'Lys om natten',
  };
  await desk.click('agenda.save-outcomes', inPrivate('coordinator'), { ...january, page: 0, ...decided });
  expect((await verbsOn(desk, 'coordinator', 'agenda.show')).map(({ verb }) => verb)).toContain(
    'agenda.texts',
  );
  const { done } = await remove(desk, 'coordinator', 'agenda.texts');
  expect(textOf(done)).toContain(agendaTexts.da.removal.none);
  expect(JSON.stringify(await meetingAt(desk, january.occurrence))).not.toMatch(/parkeringspladsen|Lys om/);
});

test('single case > its function, which can name the school, is shown to the coordinator and its author alone', async () => {
  const desk = await openAgendaDesk();
  await handInAs(desk, 'member', youngPerson);
  const shownTo = async (person: Person, verb: string) =>
    textOf(await desk.click(verb, inPrivate(person), january));
  const name = desk.ports.municipality.groups
    .find(({ id }) => id === january.groupId)
    ?.functions.find(({ id }) => id === youngPerson.functionId)?.name.da;
  expect(name).toBeDefined();
  expect(await shownTo('guest', 'agenda.show')).not.toContain(name);
  expect(await shownTo('coordinator', 'agenda.coordinate')).toContain(name);
  expect(await shownTo('member', 'agenda.mine')).toContain(name);
});
