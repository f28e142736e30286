import { isHoliday, plusDays, wallOf, weekdayOf } from '../almanac';
import { buttonsOf, fieldsOf } from '../cards';
import * as clock from '../clock';
import type { Typed } from '../hands';
import type { Facts, Meeting } from '../memory';
import type { Stage } from '../stage';
import type { GroupPlace, Step } from '../story';
import { groupOf, pressed, sent, whereOf } from './reach';

const laterTime = (time: string, pick: number): string =>
  `${String(((Number(time.slice(0, 2)) - 8 + 1 + (pick % 5)) % 8) + 8).padStart(2, '0')}:${time.slice(3)}`;

const changeOf = (stage: Stage, { facts, original }: Meeting, how: string, pick: number): Typed => {
  const same = {
    date: facts.date,
    time: facts.time,
    lengthMinutes: String(facts.lengthMinutes),
    place: facts.place,
  };
  switch (how) {
    case 'hour':
      return { ...same, time: laterTime(facts.time, pick) };
    case 'day':
      return { ...same, date: plusDays(facts.date, 1) };
    case 'week':
      return { ...same, date: plusDays(facts.date, 7) };
    case 'saturday':
      return { ...same, date: plusDays(facts.date, 6 - weekdayOf(facts.date)) };
    case 'length':
      return { ...same, lengthMinutes: String(60 + (pick % 4) * 15) };
    case 'place':
      return { ...same, place: `Lokale ${stage.memory.newWord('sted', groupPlace(stage, facts))}` };
    default:
      return { ...same, date: original.date, time: original.time };
  }
};
const groupPlace = (stage: Stage, facts: Facts): GroupPlace =>
  stage.memory.meetings().find((each) => each.facts === facts)?.place ?? 'north';

export const change = async (
  stage: Stage,
  step: Extract<Step, { do: 'change' }>,
  meeting: Meeting,
): Promise<void> => {
  const { who, how, pick } = step;
  const where = whereOf(stage, step);
  const form = await stage.open(who, where, 'meeting.change', meeting);
  if (form?.card === undefined) return;
  const typed = changeOf(stage, meeting, how, pick);
  const shown = await pressed(stage, who, where, { card: form.card, verb: 'meeting.save-change', typed });
  const isDone = /Mødet er rettet/.test(JSON.stringify(shown?.card ?? ''));
  const isDayOff = weekdayOf(typed.date ?? '') > 5 || isHoliday(typed.date ?? '');
  if (isDone && isDayOff && typed.date !== meeting.facts.date)
    stage.breach(
      'Told',
      'a move to a day off is told without a question',
      `${meeting.place} to ${typed.date}`,
    );
  // Whoever is asked whether it is meant says yes, once.
  const yes = buttonsOf(shown?.card).find(({ verb }) => verb === 'meeting.save-change');
  if (!isDone && yes !== undefined && shown?.card !== undefined)
    await stage.press(who, where, { card: shown.card, button: yes });
};

export const extra = async (stage: Stage, step: Extract<Step, { do: 'extra' }>): Promise<void> => {
  const { who, inDays, pick, group } = step;
  const where = whereOf(stage, step);
  const place = groupOf(stage, group);
  const form = await stage.press(who, where, { card: {}, button: stage.buttonFor('meeting.extra', place) });
  if (form?.card === undefined) return;
  const wall = wallOf(clock.now());
  const time =
    inDays === 0 ? `${String(Math.min(20, Number(wall.slice(11, 13)) + 3)).padStart(2, '0')}:15` : '11:30';
  const typed = {
    date: plusDays(wall.slice(0, 10), inDays + (inDays === 9 ? pick % 9 : 0)),
    time,
    lengthMinutes: '60',
    place: `Lokale ${stage.memory.newWord('sted', place)}`,
  };
  const shown = await sent(stage, who, where, { card: form.card, verb: 'meeting.add-extra', typed });
  const made = { ...typed, at: clock.now() };
  if (/ekstra møde er lagt ind/.test(`${JSON.stringify(shown?.card)}`))
    await stage.learnMeetings(place, made);
};

export const newPlan = async (stage: Stage, step: Extract<Step, { do: 'new-plan' }>): Promise<void> => {
  const { who, how, pick, group } = step;
  const place = groupOf(stage, group);
  const menu = await stage.say(who, place, 'opsæt');
  let form = await pressed(stage, who, place, { card: menu?.card, verb: 'group.form' });
  if (form?.card === undefined) return;
  const held = Object.fromEntries(fieldsOf(form.card).map(({ id, value }) => [id, value]));
  const plan: Typed = {
    time: { time: laterTime(held.time ?? '09:00', pick) },
    weekday: { weekday: String(1 + (pick % 5)) },
    shorter: { endsOn: plusDays(held.endsOn ?? '2027-01-01', -7) },
    place: { place: `Lokale ${stage.memory.newWord('plansted', place)}` },
    reminders: {},
  }[how] as Typed;
  form = (await pressed(stage, who, place, { card: form.card, verb: 'group.preview', typed: plan })) ?? form;
  if (how === 'reminders') {
    const times = await pressed(stage, who, place, { card: form.card, verb: 'group.plan' });
    const days = String(3 + (pick % 4));
    const typed = {
      'deadline-near': days,
      'call-for-items': days,
      'deadline-passed': '3',
      'agenda-published': '3',
      'day-before': '1',
    };
    form = (await pressed(stage, who, place, { card: times?.card, verb: 'group.preview', typed })) ?? form;
  }
  await pressed(stage, who, place, { card: form.card, verb: 'group.confirm' });
  await stage.tick();
  await stage.learnMeetings(place);
};
