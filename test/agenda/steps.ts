import type { Answer } from '../../src/chat/turn';
import type { Agenda, HeldItem } from '../../src/meetings/model/agenda';
import type { Meeting } from '../../src/meetings/model/meeting';
import {
  cardOf,
  groupId,
  inPrivate,
  january,
  type OpenDesk,
  openSetUpDesk,
  type Person,
} from '../meetings/desk';

export const february = { groupId, occurrence: '2027-02-09', revision: 0 };
export const nonces = { parking: 'nonce-parking', fireworks: 'nonce-fireworks', young: 'nonce-young-one' };

export const parking = {
  nonce: nonces.parking,
  kind: 'discussion',
  title: 'Uro på parkeringspladsen',
  note: 'Der samles mange om aftenen.',
  minutes: '15',
  functionId: 'school-management',
};
export const youngPerson = {
  nonce: nonces.young,
  kind: 'single-case',
  minutes: '20',
  functionId: 'school-management',
};

export const meetingAt = async (desk: OpenDesk, occurrence: string): Promise<Meeting> => {
  const doc = await desk.meetings.find(`${groupId}/${occurrence}`);
  if (doc === undefined) throw new Error(`no meeting ${occurrence}`);
  return doc.body;
};
export const agendaAt = async (desk: OpenDesk, occurrence: string): Promise<Agenda> =>
  (await meetingAt(desk, occurrence)).agenda;
export const itemsAt = async (desk: OpenDesk, occurrence: string): Promise<readonly HeldItem[]> => {
  const agenda = await agendaAt(desk, occurrence);
  return agenda.state === 'erased' ? [] : agenda.items;
};

export const handInAs = (desk: OpenDesk, person: Person, fields: object, of: object = january) =>
  desk.click('agenda.hand-in', inPrivate(person), { ...of, ...fields });

/** A desk on the second Tuesday of January, an hour after the meeting's deadline or its beginning. */
export const openAgendaDesk = openSetUpDesk;
export const afterDeadline = async (desk: OpenDesk): Promise<void> => {
  const agenda = await agendaAt(desk, january.occurrence);
  if (agenda.state !== 'open') throw new Error(agenda.state);
  desk.time.now = new Date(agenda.closesAt + 3_600_000);
};
export const afterMeeting = async (desk: OpenDesk): Promise<void> => {
  const { startsAt } = await meetingAt(desk, january.occurrence);
  desk.time.now = new Date(startsAt + 3 * 3_600_000);
};
export const publish = (desk: OpenDesk, person: Person = 'coordinator'): Promise<Answer> =>
  desk.click('agenda.publish', inPrivate(person), january);

/** Everything that a card says, in one text. */
export const textOf = (answer: Answer): string => JSON.stringify(cardOf(answer));
