import type { Agenda } from '../../src/meetings/model/agenda';
import { indexOf } from '../../src/meetings/model/reminders';
import { agendaTexts } from '../../src/text/agenda';
import { agendaAt, handInAs, itemsAt, meetingAt, nonces, parking, textOf } from '../agenda/steps';
import { groupId, inPrivate, january, type OpenDesk, openSetUpDesk, people } from './desk';

const id = `${groupId}/${january.occurrence}`;

/** A held agenda as earlier versions stored it: nothing says what was refused or withdrawn. */
const heldBefore = {
  state: 'held',
  closedAt: 1,
  publishedAt: 2,
  publishedBy: people.coordinator,
  heldAt: 3,
  heldBy: people.coordinator,
  items: [
    {
      kind: 'topic',
      id: nonces.parking,
      topicKind: 'discussion',
      functionId: 'school-management',
      minutes: 15,
      title: parking.title,
      note: '',
      author: people.member,
      handedInAt: 1,
      carried: 0,
    },
  ],
};

/** A desk half an hour into the January meeting, whose agenda is held as it was stored before. */
const openOldDesk = async (): Promise<OpenDesk> => {
  const desk = await openSetUpDesk();
  const { startsAt } = await meetingAt(desk, january.occurrence);
  desk.time.now = new Date(startsAt + 1_800_000);
  const doc = await desk.meetings.find(id);
  if (doc === undefined) throw new Error(id);
  const body = { ...doc.body, agenda: heldBefore as unknown as Agenda };
  const index = indexOf(body, { retention: desk.ports.retention, now: desk.time.now.getTime() });
  await desk.meetings.replace(doc, body, { ...index, nextCheckAt: 0 });
  return desk;
};

describe('held agenda of an earlier version', () => {
  test('read by its id, with its group’s, and when it is due > has nothing refused and nothing withdrawn', async () => {
    const desk = await openOldDesk();
    expect(await agendaAt(desk, january.occurrence)).not.toHaveProperty('refused');
    const { meetings } = desk.ports;
    const read = [
      await meetings.find(id),
      ...(await meetings.list(groupId, 0, 1)),
      ...(await meetings.due(1)),
    ];
    expect(read.map((doc) => doc?.body.agenda)).toEqual(
      Array.from({ length: 3 }, () => ({ ...heldBefore, refused: [], withdrawn: [] })),
    );
  });

  test('whose meeting is moved after all > takes items again', async () => {
    const desk = await openOldDesk();
    const change = { date: '2027-01-19', time: '09:00', lengthMinutes: '120', place: 'Skolen' };
    await desk.click('meeting.save-change', inPrivate('coordinator'), { ...january, ...change });
    const of = { ...january, revision: 1 };
    const receipt = await handInAs(desk, 'guest', { ...parking, nonce: nonces.fireworks }, of);
    expect(textOf(receipt)).toContain(agendaTexts.da.receipt.handedIn);
    expect((await itemsAt(desk, january.occurrence)).map((item) => item.id)).toEqual([
      nonces.parking,
      nonces.fireworks,
    ]);
  });

  test('whose texts are to be removed > shows them, and they go', async () => {
    const desk = await openOldDesk();
    const shown = await desk.click('agenda.texts', inPrivate('coordinator'), january);
    expect(textOf(shown)).toContain(parking.title);
    const item = { ...january, itemId: nonces.parking };
    await desk.click('agenda.remove-text', inPrivate('coordinator'), item);
    expect(desk.stored()).not.toContain(parking.title);
  });
});
