import { agendaTexts } from '../../src/text/agenda';
import { nodesOf } from '../cards/crawl';
import { cardOf, filledForm, inChannel, inPrivate, type OpenDesk, openDesk, people } from '../meetings/desk';
import { textOf } from './steps';

const nu = { groupId: 'ssp-nu' };
const meeting = { ...nu, occurrence: '2027-01-12', revision: 0 };
const elsewhere = 'Hos Ida på Solvang';

let desk: OpenDesk;
beforeEach(async () => {
  desk = openDesk();
  await desk.click('group.name', inChannel('administrator'), { personId: people.coordinator });
  await desk.click('group.confirm', inChannel('coordinator'), { ...filledForm, ...nu, groupVersion: 0 });
});
const asCoordinator = (verb: string, more: object = {}) =>
  desk.click(verb, inPrivate('coordinator'), { ...meeting, ...more });
const fieldsOf = (answer: Awaited<ReturnType<typeof asCoordinator>>) =>
  nodesOf(cardOf(answer)).flatMap(({ type, id }) => (type === 'Input.Text' ? [id] : []));

describe('SSP-NU', () => {
  test('takes no standing item, whoever writes it', async () => {
    const { 'single-cases-only': sentence } = agendaTexts.da.refusals;
    expect(JSON.stringify(await asCoordinator('agenda.coordinate'))).not.toContain('agenda.standing-form');
    expect(textOf(await asCoordinator('agenda.standing-form'))).toContain(sentence);
    const standing = { nonce: 'nonce-standing', title: 'Nyt om Ida', minutes: '10' };
    expect(textOf(await asCoordinator('agenda.add-standing', standing))).toContain(sentence);
    expect(desk.stored()).not.toContain('Ida');
  });

  test('meets where its plan says: a moved or an extra meeting takes no other place', async () => {
    expect(fieldsOf(await asCoordinator('meeting.change'))).not.toContain('place');
    expect(fieldsOf(await asCoordinator('meeting.extra'))).not.toContain('place');
    const when = {
      date: '2027-01-13',
      time: '10:00',
      lengthMinutes: '60',
      place: elsewhere,
      noPerson: 'true',
    };
    await asCoordinator('meeting.save-change', when);
    await asCoordinator('meeting.add-extra', { ...when, date: '2027-01-20' });
    const places = (await desk.meetings.list(nu.groupId, 0, 99)).map(({ body }) => body.place);
    expect([...new Set(places)]).toEqual([filledForm.place]);
    expect(desk.stored()).toContain('2027-01-20-x1');
    expect(desk.stored()).not.toContain(elsewhere);
  });

  test('says of its items’ functions that nobody has checked them', async () => {
    const [own] = desk.ports.municipality.groups.find(({ id }) => id === nu.groupId)?.functions ?? [];
    const item = { nonce: 'nonce-of-a-case', kind: 'single-case', minutes: '20', functionId: own?.id };
    await desk.click('agenda.hand-in', inPrivate('guest'), { ...meeting, ...item });
    const agenda = textOf(await desk.click('agenda.show', inPrivate('guest'), meeting));
    expect(agenda).toContain(own?.name.da);
    expect(agenda).toContain(agendaTexts.da.agenda.unchecked);
  });
});
