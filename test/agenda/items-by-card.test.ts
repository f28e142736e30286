import { agendaTexts } from '../../src/text/agenda';
import { meetingTexts } from '../../src/text/meetings';
import { executesOf } from '../cards/crawl';
import { cardOf, inChannel, inPrivate, january, people } from '../meetings/desk';
import {
  afterDeadline,
  afterMeeting,
  agendaAt,
  handInAs,
  itemsAt,
  nonces,
  openAgendaDesk,
  parking,
  textOf,
  youngPerson,
} from './steps';

const text = agendaTexts.da;

describe('form for an item', () => {
  test('opened in the channel > says that it is no report and leads to the signpost', async () => {
    const desk = await openAgendaDesk();
    const form = await desk.click('agenda.item-form', inChannel('guest'), january);
    expect(textOf(form)).toContain('Det er ikke en underretning');
    expect(textOf(form)).toContain(text.form.law);
    expect(executesOf(cardOf(form)).map(({ verb }) => verb)).toContain('concern.show');
  });

  test('each time it is opened > is a new item', async () => {
    const desk = await openAgendaDesk();
    const nonceOf = async () => {
      const form = cardOf(await desk.click('agenda.item-form', inPrivate('member'), january));
      return executesOf(form).find(({ verb }) => verb === 'agenda.hand-in')?.data.nonce;
    };
    expect(await nonceOf()).not.toBe(await nonceOf());
  });

  test('sent > stands on the agenda once, also when it comes again', async () => {
    const desk = await openAgendaDesk();
    const receipt = await handInAs(desk, 'member', parking);
    expect(textOf(receipt)).toContain(text.receipt.handedIn);
    expect(textOf(receipt)).toContain('ingen gør noget ved det før mødet tirsdag 12. januar');
    await handInAs(desk, 'member', parking);
    expect(await itemsAt(desk, '2027-01-12')).toMatchObject([
      { title: parking.title, note: parking.note, minutes: 15, author: people.member, carried: 0 },
    ]);
  });

  test.each([
    ['an empty title', { title: ' ' }, text.faults.missing],
    ['too long a title', { title: 'æ'.repeat(121) }, text.faults['too-long'](120)],
    ['too long a note', { note: 'ø'.repeat(501) }, text.faults['too-long'](500)],
    ['no minutes', { minutes: '0' }, text.faults['out-of-range']],
    ['500 minutes', { minutes: '500' }, text.faults['out-of-range']],
    ['an unknown function', { functionId: 'mayor' }, text.faults.unknown],
    ['a CPR number in the title', { title: 'Om 010111-1118' }, text.faults.cpr],
    ['a CPR number in the note', { note: 'Se 0101111118.' }, text.faults.cpr],
  ])('with %s > says so, keeps the other words and stores nothing', async (_, wrong, sentence) => {
    const desk = await openAgendaDesk();
    const before = desk.stored();
    const again = await handInAs(desk, 'member', { ...parking, ...wrong });
    expect(textOf(again)).toContain(sentence);
    expect(textOf(again)).toContain('note' in wrong ? parking.title : parking.note);
    expect(desk.stored()).toBe(before);
  });

  test('with what could be a person > is asked about once, and taken when it is none', async () => {
    const desk = await openAgendaDesk();
    const named = { ...parking, note: 'Det har Anders And, Solvangsvej 12, 43 53 12 34.' };
    const asked = await handInAs(desk, 'member', named);
    expect(textOf(asked)).toContain(text.form.askPerson);
    for (const words of ['»Anders And«', 'Solvangsvej 12', '43 53 12 34'])
      expect(textOf(asked)).toContain(words);
    expect(await itemsAt(desk, '2027-01-12')).toEqual([]);
    const no = executesOf(cardOf(asked)).find(({ data }) => data.noPerson === 'true');
    await desk.click('agenda.hand-in', inPrivate('member'), { ...named, ...no?.data });
    expect(await itemsAt(desk, '2027-01-12')).toMatchObject([{ note: named.note }]);
  });

  test("the municipality's own names > lead to no question", async () => {
    const desk = await openAgendaDesk();
    const own = { ...parking, note: 'Center for Børn og Forebyggelse og Ishøj Kommune er med.' };
    expect(textOf(await handInAs(desk, 'member', own))).toContain(text.receipt.handedIn);
  });

  test('while nobody knows who is in the channel > gives the words back', async () => {
    const desk = await openAgendaDesk();
    desk.teams.members = undefined;
    const back = await handInAs(desk, 'member', parking);
    expect(textOf(back)).toContain(meetingTexts.da.refusals['unknown-roster']);
    expect(textOf(back)).toContain(parking.title);
    const again = executesOf(cardOf(back)).find(({ verb }) => verb === 'agenda.hand-in');
    expect(again?.data).toMatchObject({ nonce: parking.nonce, minutes: '15', kind: 'discussion' });
  });

  test('for a meeting that was moved meanwhile > shows the new time, keeps the words and asks again', async () => {
    const desk = await openAgendaDesk();
    const moved = { date: '2027-01-14', time: '10:00', lengthMinutes: '90', place: 'Rådhuset, lokale 2' };
    await desk.click('meeting.save-change', inPrivate('coordinator'), { ...january, ...moved });
    const again = await handInAs(desk, 'member', parking);
    expect(textOf(again)).toContain('torsdag 14. januar kl. 10.00-11.30');
    expect(textOf(again)).toContain(parking.note);
    expect(await itemsAt(desk, '2027-01-12')).toEqual([]);
    const send = executesOf(cardOf(again)).find(({ verb }) => verb === 'agenda.hand-in');
    await desk.click('agenda.hand-in', inPrivate('member'), { ...parking, ...send?.data });
    expect(await itemsAt(desk, '2027-01-12')).toHaveLength(1);
  });

  test('of a meeting that is over > is offered for the next one with the words in it', async () => {
    const desk = await openAgendaDesk();
    await afterMeeting(desk);
    const other = await handInAs(desk, 'member', parking);
    expect(textOf(other)).toContain('onsdag 10. februar');
    expect(textOf(other)).toContain(parking.title);
    const send = executesOf(cardOf(other)).find(({ verb }) => verb === 'agenda.hand-in');
    await desk.click('agenda.hand-in', inPrivate('member'), { ...parking, ...send?.data });
    expect(await itemsAt(desk, '2027-02-09')).toHaveLength(1);
  });

  test('after the deadline > is taken as late and says who decides', async () => {
    const desk = await openAgendaDesk();
    await afterDeadline(desk);
    expect(textOf(await handInAs(desk, 'member', parking))).toContain(text.receipt.late);
    expect(await itemsAt(desk, '2027-01-12')).toMatchObject([{ late: 'waiting' }]);
  });
});

describe('single case', () => {
  test('handed in > is a function and minutes, and no word more', async () => {
    const desk = await openAgendaDesk();
    await handInAs(desk, 'member', youngPerson);
    const [item] = await itemsAt(desk, '2027-01-12');
    expect(Object.keys(item ?? {}).toSorted()).toEqual(
      ['author', 'carried', 'functionId', 'handedInAt', 'id', 'kind', 'minutes'].toSorted(),
    );
  });

  test('with words brought along > is refused, and the words are in no document', async () => {
    const desk = await openAgendaDesk();
    const answer = await handInAs(desk, 'member', { ...youngPerson, note: 'Han er 14 år' });
    expect(textOf(answer)).toContain(text.refusals['single-case-has-no-text']);
    expect(desk.stored()).not.toContain('14 år');
  });
});

describe('item that has been handed in', () => {
  test('edited by its author before the deadline > has the new words, and the old ones are gone', async () => {
    const desk = await openAgendaDesk();
    await handInAs(desk, 'member', parking);
    const of = { ...january, itemId: nonces.parking };
    const form = await desk.click('agenda.edit-form', inPrivate('member'), of);
    expect(textOf(form)).toContain(parking.note);
    const saved = { ...parking, title: 'Uro ved hallen', note: '' };
    const receipt = await desk.click('agenda.edit', inPrivate('member'), { ...january, ...saved });
    expect(textOf(receipt)).toContain(text.receipt.saved);
    expect(desk.stored()).not.toContain(parking.note);
  });

  test('edited by somebody else, or after the deadline > stays, and says why', async () => {
    const desk = await openAgendaDesk();
    await handInAs(desk, 'member', parking);
    const before = await agendaAt(desk, '2027-01-12');
    const edit = (person: 'guest' | 'member') =>
      desk.click('agenda.edit', inPrivate(person), { ...january, ...parking, title: 'Noget andet' });
    expect(textOf(await edit('guest'))).toContain(text.refusals['not-author']);
    expect(await agendaAt(desk, '2027-01-12')).toEqual(before);
    await afterDeadline(desk);
    const late = await edit('member');
    expect(textOf(late)).toContain(text.refusals.closed);
    expect(textOf(late)).toContain('Noget andet');
  });

  test('withdrawn > is asked once, then its words are gone', async () => {
    const desk = await openAgendaDesk();
    await handInAs(desk, 'member', parking);
    const of = { ...january, itemId: nonces.parking };
    const sure = await desk.click('agenda.ask-withdraw', inPrivate('member'), of);
    expect(textOf(sure)).toContain(text.sure.withdrawHeading);
    expect(await itemsAt(desk, '2027-01-12')).toHaveLength(1);
    const gone = await desk.click('agenda.withdraw', inPrivate('member'), of);
    expect(textOf(gone)).toContain(text.mine.withdrawn);
    expect(desk.stored()).not.toContain(parking.title);
  });

  test('whose text a coordinator removes > keeps its place without any word', async () => {
    const desk = await openAgendaDesk();
    await handInAs(desk, 'member', parking);
    const of = { ...january, itemId: nonces.parking };
    const byOther = await desk.click('agenda.remove-text', inPrivate('guest'), of);
    expect(textOf(byOther)).toContain(text.refusals['not-author']);
    const removed = await desk.click('agenda.remove-text', inPrivate('coordinator'), of);
    expect(textOf(removed)).toContain(text.mine.removed);
    expect(desk.stored()).not.toContain(parking.title);
    expect(desk.stored()).not.toContain(parking.note);
    expect(await itemsAt(desk, '2027-01-12')).toHaveLength(1);
  });

  test('is among its author’s items alone', async () => {
    const desk = await openAgendaDesk();
    await handInAs(desk, 'member', parking);
    expect(textOf(await desk.click('agenda.mine', inPrivate('member'), january))).toContain(parking.title);
    expect(textOf(await desk.click('agenda.mine', inPrivate('guest'), january))).toContain(text.mine.none);
  });
});

test('list in the private chat > has the next agenda of every group of the reader', async () => {
  const desk = await openAgendaDesk();
  expect(textOf(await desk.say('dagsorden', inPrivate('member')))).toContain('tirsdag 12. januar');
  await afterMeeting(desk);
  const list = textOf(await desk.say('dagsorden', inPrivate('member')));
  expect(list).toContain('onsdag 10. februar');
  expect(list).toContain(text.list.before);
  expect(textOf(await desk.say('dagsorden', inPrivate('outsider')))).toContain(text.list.none);
});

test('list in the channel > is the way to the next agenda, without a word of its items', async () => {
  const desk = await openAgendaDesk();
  await handInAs(desk, 'coordinator', parking, january);
  const shown = await desk.say('dagsorden', inChannel('coordinator'));
  expect(textOf(shown)).toContain('tirsdag 12. januar');
  expect(textOf(shown)).not.toContain(parking.title);
  expect(executesOf(cardOf(shown)).map(({ verb }) => verb)).toEqual(['agenda.show', 'agenda.item-form']);
});
