import type { Card } from '../../src/cards/card';
import { createRouter } from '../../src/chat/router';
import type { Actor, Answer } from '../../src/chat/turn';
import { atTime, publishAgenda } from '../../src/meetings/model/agenda';
import { addStanding } from '../../src/meetings/model/coordinating';
import { handIn } from '../../src/meetings/model/handing-in';
import { endOf, type Meeting } from '../../src/meetings/model/meeting';
import { type ReminderKind, reminderKinds } from '../../src/meetings/model/reminder-plan';
import { addPendingNotice } from '../../src/meetings/pending-notices';
import { leftMessage } from '../../src/messages/left-channel';
import { withPendingNotices } from '../../src/messages/pending-notices';
import { outlivedCard, postedCard, type Rendered, renderRow } from '../../src/messages/render';
import type { Language } from '../../src/municipality/schema';
import {
  cardOf,
  channelId,
  filledForm,
  groupId,
  inChannel,
  inPrivate,
  january,
  now,
  type OpenDesk,
  openSetUpDesk,
  people,
} from '../meetings/desk';
import { executesOf } from './crawl';

type Named = readonly (readonly [string, Card])[];
type Click = (verb: string, actor: Actor, data?: object) => Promise<Answer>;

const coordinator = inChannel('coordinator');
const other = '19:another@thread.tacv2';
const byHand = { ...january, occurrence: '2027-02-09', date: '2027-02-11', time: '13:00', place: 'Skolen' };

const saturday = { date: '2027-01-16', time: '09:00', lengthMinutes: '120', place: 'Skolen' };

const setUpCards = (click: Click): readonly (readonly [string, Promise<Answer>])[] => {
  const bad = {
    ...filledForm,
    groupId: 'ssp-network-2',
    startsOn: '2026-11-01',
    lengthMinutes: '500',
    place: '',
  };
  return [
    ['set-up-choose', click('group.set-up', inChannel('coordinator', other))],
    ['set-up-form', click('group.form', coordinator, { groupId })],
    ['set-up-faults', click('group.preview', inChannel('coordinator', other), bad)],
    ['set-up-plan', click('group.plan', coordinator, filledForm)],
    ['set-up-preview', click('group.preview', coordinator, filledForm)],
    ['set-up-preview-fates', click('group.preview', coordinator, { ...filledForm, weekday: '1' })],
    ['set-up-done', click('group.confirm', coordinator, { ...filledForm, groupVersion: 1 })],
    ['set-up-already', click('group.set-up', coordinator)],
    ['set-up-name', click('group.choose-person', inChannel('administrator'))],
    ['set-up-refused', click('group.form', inChannel('member'), { groupId })],
  ];
};

const meetingCards = (click: Click, functions: readonly { readonly id: string }[]) => {
  const apology = { ...january, functionId: functions[1]?.id, substituteId: functions[2]?.id };
  return [
    ['meeting-show', click('meeting.show', inChannel('member'), january)],
    ['meeting-more', click('meeting.more', coordinator, january)],
    ['meeting-apology', click('meeting.apology', coordinator, january)],
    ['meeting-apology-fault', click('meeting.apologise', coordinator, { ...january, functionId: '' })],
    ['meeting-apologised', click('meeting.apologise', coordinator, apology)],
    ['meeting-change', click('meeting.change', coordinator, january)],
    ['meeting-extra', click('meeting.extra', coordinator, { groupId })],
    ['meeting-ask-cancel', click('meeting.ask-cancel', coordinator, january)],
    ['meeting-mail', click('meeting.mail', coordinator, january)],
    ['meeting-next', click('meeting.next', coordinator)],
    ['group-mine', click('group.mine', inPrivate('coordinator'))],
    ['group-mine-reminded', click('group.remind', inPrivate('member'), { groupId })],
    ['group-sent', click('group.sent', coordinator, { groupId })],
    ['group-help-member', click('group.help', inChannel('member'))],
    ['group-help-coordinator', click('group.help', coordinator)],
    ['group-help-administrator', click('group.help', inChannel('administrator', other))],
    ['group-help-mine', click('group.help', inPrivate('coordinator'))],
    ['group-deputy-saved', click('group.save-deputy', coordinator, { personId: people.deputy })],
    ['meeting-warned', click('meeting.save-change', coordinator, { ...january, ...saturday })],
    [
      'meeting-change-person',
      click('meeting.save-change', coordinator, { ...byHand, lengthMinutes: '60', place: 'Hos Ahmed' }),
    ],
  ] as const;
};

/** What is sent about a meeting: reminders as the meeting's card in the channel, and short in private. */
const sentCards = (desk: OpenDesk, meeting: Meeting, language: Language): Named => {
  const group = desk.groups.all()[0]?.body;
  if (group === undefined) throw new Error('nothing is set up');
  const { retention } = desk.ports;
  const municipality = { ...desk.ports.municipality, language };
  const contextOf = (of: Meeting, at = now.getTime()) => ({
    group,
    meeting: of,
    municipality,
    retention,
    isLate: true,
    now: at,
  });
  const named = (name: string, rendered: Rendered | undefined): Named =>
    rendered?.kind === 'card' ? [[name, rendered.card]] : [];
  const draw = (name: string, kind: string, of: Meeting, at?: number): Named =>
    named(name, renderRow({ kind }, contextOf(of, at)));
  const remind = (kind: ReminderKind, of: Meeting): Named => {
    const posts = { meeting: { messageId: 'm-1', outlived: [], reminder: { kind, isLate: true as const } } };
    const at = kind === 'same-morning' ? of.startsAt - 3_600_000 : now.getTime();
    return named(`reminder-${kind}`, postedCard('meeting', contextOf({ ...of, posts }, at)));
  };
  const by = { personId: people.coordinator, isCoordinator: true };
  const standing = addStanding(meeting.agenda, { by, id: 'nonce-standing', title: 'Nyt', minutes: 5 }, 1);
  const draft = {
    id: 'nonce-topic',
    kind: 'topic',
    topicKind: 'discussion',
    functionId: 'school-management',
    minutes: 15,
    title: 'Lys på stierne',
    note: '',
  } as const;
  const of = { kind: 'ssp-network', functionIds: [draft.functionId] } as const;
  const handed = handIn(
    standing.kind === 'changed' ? standing.agenda : meeting.agenda,
    { by, draft, group: of },
    1,
  );
  const whole = handed.kind === 'changed' ? handed.agenda : meeting.agenda;
  const closed = { ...meeting, agenda: atTime(whole, meeting.startsAt) };
  const [anHourBefore, aDayAfter] = [meeting.startsAt - 3_600_000, endOf(meeting) + 86_400_000];
  const erased: Meeting = { ...meeting, agenda: { state: 'erased', erasedAt: aDayAfter } };
  const cancelled = { kind: 'cancelled', at: aDayAfter, by: people.coordinator } as const;
  const published = publishAgenda(whole, { by }, meeting.startsAt - 1);
  const posted = {
    ...meeting,
    agenda: published.kind === 'changed' ? published.agenda : meeting.agenda,
  };
  return [
    ...reminderKinds.flatMap((kind) => remind(kind, kind === 'agenda-published' ? posted : meeting)),
    ...named('card-outlived', outlivedCard('meeting', contextOf(meeting))),
    ...draw('reminder-private', 'private-day-before', meeting),
    ...draw('ask-to-file', 'ask-coordinator', posted),
    ...draw('ask-publish', 'ask-publish', closed, anHourBefore),
    ...draw('ask-unpublished', 'ask-unpublished', closed, aDayAfter),
    ...draw('ask-outcomes', 'ask-outcomes', posted, aDayAfter),
    ...draw('ask-waiting', 'ask-waiting', { ...closed, status: cancelled }, aDayAfter),
    ...named('card-erased-meeting', postedCard('meeting', contextOf(erased, aDayAfter))),
    ...named('card-erased-agenda', postedCard('agenda', contextOf(erased, aDayAfter))),
  ];
};

/** What a group leaves behind, seen from where it goes to: it moves, and is dissolved there. */
const leavingCards = async (desk: OpenDesk, click: Click, language: Language): Promise<Named> => {
  const there = inChannel('coordinator', other);
  const yes = (answer: Answer, verb: string) =>
    executesOf(cardOf(answer)).find((each) => each.verb === verb)?.data;
  const choose = await click('group.ask-move', there);
  const asked = await click('group.ask-move', there, { groupId });
  const moved = await click('group.move', there, yes(asked, 'group.move'));
  const ending = await click('group.ask-dissolve', there, { groupId });
  const ended = await click('group.dissolve', there, yes(ending, 'group.dissolve'));
  const ports = { ...desk.ports, municipality: { ...desk.ports.municipality, language } };
  const closed = async (kind: 'close-moved' | 'close-dissolved', subject: string): Promise<Card> => {
    const row = desk.outbox.rows().find((each) => each.kind === 'moved-away');
    if (row === undefined) throw new Error('nobody was told');
    const message = await leftMessage(ports, { ...row, kind, subject, id: `${subject}/card/m-1` }, kind);
    if (message?.shown.kind !== 'card') throw new Error('no card');
    return message.shown.card;
  };
  return [
    ['move-choose', cardOf(choose)],
    ['move-ask', cardOf(asked)],
    ['move-done', cardOf(moved)],
    ['dissolve-ask', cardOf(ending)],
    ['dissolve-done', cardOf(ended)],
    ['card-closed-moved', await closed('close-moved', channelId)],
    ['card-closed-dissolved', await closed('close-dissolved', other)],
  ];
};

/** A channel of so many people that a name is searched for. */
const crowdCards = async (click: Click, desk: OpenDesk): Promise<Named> => {
  const { members = [] } = desk.teams;
  const crowd = Array.from({ length: 200 }, (_, at) => ({
    personId: `b0000000-0000-4000-8000-${String(at).padStart(12, '0')}`,
    name: `Nummer ${at} Opfundet`,
    isGuest: false,
  }));
  desk.teams.members = [...members, ...crowd];
  const search = async (typed: object) =>
    cardOf(await click('group.choose-person', inChannel('administrator'), typed));
  const cards: Named = [
    ['set-up-name-search', await search({})],
    ['set-up-name-found', await search({ search: 'nummer 17' })],
    ['set-up-name-nobody', await search({ search: 'Findes ikke' })],
  ];
  desk.teams.members = members;
  return cards;
};

/** A card that begins with what its reader couldn't be told in private. */
const untoldCard = async (desk: OpenDesk, language: Language): Promise<Card> => {
  const row = { id: 'row', kind: 'channel-gone', subject: groupId };
  const notice = { groupId, row };
  await addPendingNotice(desk.ports, { personId: people.member, notice, now: now.getTime() });
  const ports = { ...desk.ports, municipality: { ...desk.ports.municipality, language } };
  const telling = withPendingNotices(ports, createRouter([desk.handlers]));
  const data = { version: 1, language };
  const click = { kind: 'click', scope: 'personal', verb: 'group.mine', data } as const;
  return cardOf(await telling.answer(click, inPrivate('member'), now));
};

/** Every kind of card about groups and meetings, by a name for its picture. */
export const everyMeetingCard = async (language: Language): Promise<Named> => {
  const desk = await openSetUpDesk();
  const click: Click = (verb, actor, data = {}) => desk.click(verb, actor, { language, ...data });
  const functions = desk.ports.municipality.groups.find(({ id }) => id === groupId)?.functions ?? [];
  await click('group.name', inChannel('administrator', other), { personId: people.coordinator });
  await click('meeting.save-change', coordinator, { ...byHand, lengthMinutes: '60' });
  const answers = [...setUpCards(click), ...meetingCards(click, functions)];
  const cards = await Promise.all(
    answers.map(async ([name, answer]) => [name, cardOf(await answer)] as const),
  );
  const march = { ...january, occurrence: '2027-03-09' };
  const cancelled = cardOf(await click('meeting.cancel', coordinator, march));
  const meeting = desk.meetings.all().find(({ id }) => id === `${groupId}/2027-01-12`)?.body;
  if (meeting === undefined) throw new Error('nothing is set up');
  return [
    ...cards,
    ['meeting-cancelled', cancelled],
    ...sentCards(desk, meeting, language),
    ['group-untold', await untoldCard(desk, language)],
    ...(await crowdCards(click, desk)),
    ...(await leavingCards(desk, click, language)),
  ];
};
