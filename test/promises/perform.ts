import { dayMs, hourMs, isHoliday, minuteMs, plusDays, wallOf, weekdayOf } from './almanac';
import { type Button, buttonsOf, type Card, type Field, fieldsOf } from './cards';
import * as clock from './clock';
import type { Shown, Typed, Where } from './hands';
import type { Facts, Meeting } from './memory';
import { idOf, memberOf, type Name, places } from './people';
import { endsAt, holidaysFilledIn, type Stage, startsAt } from './stage';
import type { GroupPlace, Step } from './story';

type Of = {
  readonly who: Name;
  readonly where: 'channel' | 'chat';
  readonly group: number;
  readonly meeting: number;
};

const nth = <T>(list: readonly T[], pick: number): T | undefined =>
  list.length === 0 ? undefined : list[pick % list.length];

const groupOf = ({ beginning }: Stage, group: number): GroupPlace =>
  beginning.groups[group % beginning.groups.length] ?? 'north';

/** 0 is the next that isn't over, 1 the one after it, -1 the latest that is over. */
const meetingOf = (stage: Stage, { group, meeting }: Pick<Of, 'group' | 'meeting'>): Meeting | undefined => {
  const own = stage.memory
    .meetings()
    .filter(({ place }) => place === groupOf(stage, group))
    .toSorted((one, other) => startsAt(one.facts) - startsAt(other.facts));
  const coming = own.filter(({ facts }) => endsAt(facts) > clock.now());
  return meeting < 0 ? own.filter(({ facts }) => endsAt(facts) <= clock.now()).at(meeting) : coming[meeting];
};

const whereOf = (stage: Stage, { where, group }: Pick<Of, 'where' | 'group'>): Where =>
  where === 'chat' ? 'chat' : groupOf(stage, group);

/** What somebody types in a field of any card of ours. */
const typedIn = (
  stage: Stage,
  place: GroupPlace,
  { id, type, choices, value }: Field,
  pick: number,
): string => {
  const word = (what: string) => `${what} om ${stage.memory.newWord(what, place)}`;
  if (type === 'Input.ChoiceSet') {
    if (id === 'personId') return idOf(nth(['bo', 'anna', 'cilla'] as const, pick) ?? 'bo');
    if (/^outcome-/.test(id))
      return nth(pick % 13 === 0 ? choices : choices.slice(1), Math.floor(pick / 4)) ?? '';
    if (id === 'meeting') return nth(choices, pick) ?? '';
    return value === '' ? (nth(choices, pick) ?? '') : value;
  }
  if (type === 'Input.Date')
    return value === '' ? plusDays(wallOf(clock.now()).slice(0, 10), 9 + (pick % 5)) : value;
  if (type === 'Input.Time') return value === '' ? '10:00' : value;
  if (type === 'Input.Number') return id === 'minutes' ? String(5 + (pick % 20)) : value || '1';
  if (/^decision-/.test(id)) return word('beslutning');
  return word({ title: 'emne', note: 'note', reason: 'grund', place: 'sted' }[id] ?? 'tekst');
};

const fill = (stage: Stage, place: GroupPlace, card: Card, pick: number): Typed =>
  Object.fromEntries(fieldsOf(card).map((field, at) => [field.id, typedIn(stage, place, field, pick + at)]));

type Press = {
  readonly card: Card | undefined;
  readonly verb: string;
  readonly typed?: Typed;
  readonly at?: number;
};

const pressed = async (
  stage: Stage,
  who: Name,
  where: Where,
  { card, verb, typed, at = 0 }: Press,
): Promise<Shown | undefined> => {
  const button = nth(
    buttonsOf(card).filter((each) => each.verb === verb),
    at,
  );
  return button && card ? stage.press(who, where, { card, button, ...(typed && { typed }) }) : undefined;
};

/** Sends a form, and says once that it isn't about a person where that is asked. */
const sent = async (stage: Stage, who: Name, where: Where, press: Press): Promise<Shown | undefined> => {
  const shown = await pressed(stage, who, where, press);
  const no = buttonsOf(shown?.card).find(({ verb, data }) => verb === press.verb && data.noPerson === 'true');
  return no && shown?.card ? stage.press(who, where, { card: shown.card, button: no }) : shown;
};

const handIn = async (
  stage: Stage,
  step: Extract<Step, { do: 'hand-in' }>,
  meeting: Meeting,
): Promise<void> => {
  const { who, pick, isCase } = step;
  const where = whereOf(stage, step);
  const first = await stage.open(who, where, 'agenda.item-form', meeting);
  const isCaseForm = !fieldsOf(first?.card ?? {}).some(({ id }) => id === 'title');
  const form =
    isCase && !isCaseForm
      ? await pressed(stage, who, where, { card: first?.card, verb: 'agenda.item-form' })
      : first;
  if (form?.card === undefined) return;
  await sent(stage, who, where, {
    card: form.card,
    verb: 'agenda.hand-in',
    typed: fill(stage, meeting.place, form.card, pick),
  });
};

const ownItem = async (
  stage: Stage,
  step: Extract<Step, { do: 'own-item' }>,
  meeting: Meeting,
): Promise<void> => {
  const { who, how, pick } = step;
  const where = whereOf(stage, step);
  const mine = await stage.open(who, where, 'agenda.mine', meeting);
  const [ask, act] = (
    {
      edit: ['agenda.edit-form', 'agenda.edit'],
      withdraw: ['agenda.ask-withdraw', 'agenda.withdraw'],
      'remove-text': ['agenda.ask-remove', 'agenda.remove-text'],
    } as const
  )[how];
  const asked = await pressed(stage, who, where, { card: mine?.card, verb: ask, at: pick });
  if (asked?.card === undefined) return;
  const typed = how === 'edit' ? { typed: fill(stage, meeting.place, asked.card, pick) } : {};
  await sent(stage, who, where, { card: asked.card, verb: act, ...typed });
};

const coordinate = async (
  stage: Stage,
  step: Extract<Step, { do: 'coordinate' }>,
  meeting: Meeting,
): Promise<void> => {
  const { who, how, pick } = step;
  const where = whereOf(stage, step);
  if (how === 'add-standing') {
    const form = await stage.open(who, where, 'agenda.standing-form', meeting);
    if (form?.card === undefined) return;
    await sent(stage, who, where, {
      card: form.card,
      verb: 'agenda.add-standing',
      typed: fill(stage, meeting.place, form.card, pick),
    });
    return;
  }
  const overview = await stage.open(who, where, 'agenda.coordinate', meeting);
  const item = await pressed(stage, who, where, { card: overview?.card, verb: 'agenda.item', at: pick });
  const card = item?.card;
  if (card === undefined) return;
  const late = (to: string): Button | undefined =>
    buttonsOf(card).find(({ verb, data }) => verb === 'agenda.late' && data.meeting === to);
  switch (how) {
    case 'late-this':
    case 'late-next': {
      const button = late(how === 'late-this' ? 'this' : 'next');
      if (button !== undefined) await stage.press(who, where, { card, button });
      return;
    }
    case 'refuse': {
      const asked = await pressed(stage, who, where, { card, verb: 'agenda.ask-refuse' });
      if (asked?.card === undefined) return;
      await sent(stage, who, where, {
        card: asked.card,
        verb: 'agenda.refuse',
        typed: fill(stage, meeting.place, asked.card, pick),
      });
      return;
    }
    case 'remove-text': {
      const asked = await pressed(stage, who, where, { card, verb: 'agenda.ask-remove' });
      await pressed(stage, who, where, { card: asked?.card, verb: 'agenda.remove-text' });
      return;
    }
    case 'minutes':
      await pressed(stage, who, where, {
        card,
        verb: 'agenda.minutes',
        typed: { minutes: String(5 + (pick % 30)) },
      });
      return;
    case 'order':
      await pressed(stage, who, where, { card, verb: 'agenda.move', at: pick });
      return;
    case 'drop-standing':
      await pressed(stage, who, where, { card, verb: 'agenda.drop-standing' });
      return;
    default:
      how satisfies never;
  }
};

const opened = new WeakMap<Stage, { readonly card: Card; readonly meeting: Meeting }>();

const outcomes = async (
  stage: Stage,
  step: Extract<Step, { do: 'outcomes' }>,
  meeting: Meeting,
): Promise<void> => {
  const { who, how, pick } = step;
  const where = whereOf(stage, step);
  const known = opened.get(stage);
  const isOpened = how === 'opened-form' && known?.meeting.occurrence === meeting.occurrence;
  const card = isOpened ? known.card : (await stage.open(who, where, 'agenda.outcomes', meeting))?.card;
  if (card === undefined) return;
  if (how === 'open-form') {
    opened.set(stage, { card, meeting });
    return;
  }
  const fields = fieldsOf(card).filter(({ id }) => /^(outcome|decision)-/.test(id));
  // Somebody notes what came of one item, or of all of them.
  const chosen =
    pick % 3 === 0
      ? fields
      : fields.filter(({ id }) => id.endsWith(nth(fields, pick)?.id.replace(/^\w+-/, '') ?? ''));
  const outcomesOf = new Map(
    chosen.flatMap((field, at) =>
      field.id.startsWith('outcome-')
        ? [[field.id.slice(8), typedIn(stage, meeting.place, field, pick + at)] as const]
        : [],
    ),
  );
  const typed = Object.fromEntries(
    chosen.flatMap((field): readonly (readonly [string, string])[] => {
      const item = field.id.replace(/^\w+-/, '');
      const outcome = outcomesOf.get(item) ?? '';
      if (field.id.startsWith('outcome-')) return [[field.id, outcome]];
      const isWanted = outcome === 'decided' || (outcome === 'done' && pick % 2 === 1);
      return [[field.id, isWanted ? typedIn(stage, meeting.place, field, pick) : '']];
    }),
  );
  await sent(stage, who, where, { card, verb: 'agenda.save-outcomes', typed });
};

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

const change = async (
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

const extra = async (stage: Stage, step: Extract<Step, { do: 'extra' }>): Promise<void> => {
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
  if (/ekstra møde er lagt ind/.test(`${JSON.stringify(shown?.card)}`))
    await stage.learnMeetings(place, true);
};

const newPlan = async (stage: Stage, step: Extract<Step, { do: 'new-plan' }>): Promise<void> => {
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

const wait = async (stage: Stage, how: Extract<Step, { do: 'wait' }>['for']): Promise<void> => {
  const at = clock.now();
  const coming = stage.memory
    .meetings()
    .filter(({ facts }) => facts.status === 'planned' && endsAt(facts) > at)
    .toSorted((one, other) => startsAt(one.facts) - startsAt(other.facts));
  const next = coming[0];
  const to = async (): Promise<number> => {
    switch (how) {
      case 'minutes':
        return at + 5 * minuteMs;
      case 'hours':
        return at + 3 * hourMs;
      case 'day':
        return at + dayMs;
      case 'week':
        return at + 7 * dayMs;
      case 'five-weeks':
        return at + 35 * dayMs;
      case 'next-due':
        return Math.max(at + minuteMs, Math.min((await stage.database.nextDue()) ?? at, at + 7 * dayMs));
      case 'deadline':
        // Five working days before are a week.
        return next === undefined ? at + hourMs : Math.max(at + minuteMs, startsAt(next.facts) - 6.5 * dayMs);
      case 'meeting-begun':
        return next === undefined
          ? at + hourMs
          : Math.max(at + minuteMs, startsAt(next.facts) + 10 * minuteMs);
      case 'meeting-over':
        return next === undefined ? at + hourMs : endsAt(next.facts) + hourMs;
      case 'clock-night': {
        const night =
          [Date.parse('2026-10-25T00:30:00Z'), Date.parse('2027-03-28T00:30:00Z')].find(
            (each) => each > at,
          ) ?? at;
        return night - at < 60 * dayMs ? night : at + dayMs;
      }
      default:
        return how satisfies never;
    }
  };
  const until = await to();
  stage.note(`time goes on to ${wallOf(until)} (${how})`);
  await stage.goOn(until);
};

/** Presses some button on a card that stands in Teams, or on one that was shown long ago. */
const pressAny = async (stage: Stage, step: Extract<Step, { do: 'press' }>): Promise<void> => {
  const { who, where, message, button: wanted, isStale, pick } = step;
  const place = where === 'chat' ? 'chat' : groupOf(stage, pick);
  const conversation = stage.conversationOf(who, place);
  const standing = stage.teams
    .messages()
    .filter(
      (each) => each.conversation === conversation && each.versions.some(({ card }) => card !== undefined),
    );
  const found = nth(standing.toReversed(), message);
  const remembered = nth(stage.seen.filter((each) => each.where === place).toReversed(), message);
  const card = isStale
    ? (found?.versions[0]?.card ?? remembered?.card)
    : (found?.versions.at(-1)?.card ?? remembered?.card);
  const button = nth(buttonsOf(card), wanted);
  if (
    card === undefined ||
    button === undefined ||
    /^(group\.(form|preview|confirm|name|unname)|feed\.|menu\.|concern\.)/.test(button.verb)
  )
    return;
  const group = stage.memory.placeOf(button.data.groupId) ?? 'north';
  await stage.press(who, place, {
    card,
    button,
    typed: fill(stage, group, card, pick),
    messageId: found?.id,
  });
};

/** Lets one step of a story happen. What can't be done as things stand is left out. */
export const perform = async (stage: Stage, step: Step): Promise<void> => {
  const meeting = 'meeting' in step ? meetingOf(stage, step) : undefined;
  switch (step.do) {
    case 'wait':
      return wait(stage, step.for);
    case 'hand-in':
      return meeting && handIn(stage, step, meeting);
    case 'own-item':
      return meeting && ownItem(stage, step, meeting);
    case 'coordinate':
      return meeting && coordinate(stage, step, meeting);
    case 'publish': {
      if (meeting === undefined) return;
      const where = whereOf(stage, step);
      const overview = await stage.open(step.who, where, 'agenda.coordinate', meeting);
      await pressed(stage, step.who, where, { card: overview?.card, verb: 'agenda.publish' });
      return;
    }
    case 'outcomes':
      return meeting && outcomes(stage, step, meeting);
    case 'change':
      return meeting && change(stage, step, meeting);
    case 'call-off': {
      if (meeting === undefined) return;
      const where = whereOf(stage, step);
      const asked = await stage.open(step.who, where, `meeting.ask-${step.how}`, meeting);
      await pressed(stage, step.who, where, { card: asked?.card, verb: `meeting.${step.how}` });
      return;
    }
    case 'extra':
      return extra(stage, step);
    case 'apologise': {
      if (meeting === undefined) return;
      const where = whereOf(stage, step);
      const form = await stage.open(step.who, where, 'meeting.apology', meeting);
      if (form?.card === undefined) return;
      const verb = step.how === 'send' ? 'meeting.apologise' : 'meeting.withdraw-apology';
      const typed = step.how === 'send' ? { typed: fill(stage, meeting.place, form.card, step.pick) } : {};
      await pressed(stage, step.who, where, { card: form.card, verb, ...typed });
      return;
    }
    case 'remind': {
      const mine = await stage.say(step.who, 'chat', 'mine grupper');
      const verb = step.isOn ? 'group.remind' : 'group.remind-not';
      await pressed(stage, step.who, 'chat', { card: mine?.card, verb, at: step.group });
      return;
    }
    case 'ask':
      stage.note(`${step.who} in ${whereOf(stage, step)}: »${step.text}«`);
      await stage.say(step.who, whereOf(stage, step), step.text);
      return;
    case 'press':
      return pressAny(stage, step);
    case 'new-plan':
      return newPlan(stage, step);
    case 'deputy': {
      const place = groupOf(stage, step.group);
      const form = await stage.press(step.who, place, {
        card: {},
        button: stage.buttonFor('group.deputy', place),
      });
      if (form?.card === undefined) return;
      const shown = await pressed(stage, step.who, place, {
        card: form.card,
        verb: 'group.save-deputy',
        typed: { personId: idOf('bo') },
      });
      if (/Stedfortræderen er gemt|er nu gruppens stedfortræder/.test(JSON.stringify(shown?.card ?? '')))
        stage.memory.setDeputy(place, 'bo');
      return;
    }
    case 'leave':
    case 'join': {
      const { channel } = places[groupOf(stage, step.group)];
      const others = stage.teams.roster(channel).filter(({ id }) => id !== idOf(step.who));
      stage.teams.setRoster(channel, step.do === 'join' ? [...others, memberOf(step.who)] : others);
      stage.note(`${step.who} ${step.do}s ${channel}`);
      // What is known of a roster is at most five minutes old.
      return stage.goOn(clock.now() + 6 * minuteMs);
    }
    case 'channel': {
      const place = groupOf(stage, step.group);
      stage.lose(place);
      stage.note(`the bot's channel ${place} is ${step.how}`);
      stage.teams.setGone(places[place].channel, step.how === 'back' ? undefined : step.how);
      if (step.how === 'back') await stage.hands.event(place, { type: 'installationUpdate', action: 'add' });
      return;
    }
    case 'restart':
      stage.note(
        `stopped, and started with RETENTION_DAYS=${step.retentionDays}${step.hasHolidays ? ' and school holidays' : ''}`,
      );
      await stage.program().stop();
      return stage.restart({
        retentionDays: step.retentionDays,
        schoolHolidays: step.hasHolidays ? holidaysFilledIn : [],
      });
    case 'die-in':
      stage.program().dieIn(step.calls);
      return;
    case 'lock':
      stage.note(`the database is locked for ${step.seconds} s`);
      stage.state.locks.push(clock.now() + step.seconds * 1_000);
      stage.program().lock(step.seconds * 1_000);
      // The worker tries again and again, also while something of before is still under way.
      setTimeout(() => void stage.program().tick(), step.seconds * 1_000 + 1);
      return;
    case 'trouble':
      stage.order({ on: step.on, left: step.times, what: step.what });
      return;
    case 'meanwhile':
      stage.order({
        on: step.on,
        left: 1,
        meanwhile: async () => {
          stage.note(`while a ${step.on} is on the wire:`);
          const done = perform(stage, step.step);
          stage.await(done);
          // Who needs what is on the wire goes on when that has come.
          await Promise.race([done, stage.settle(400)]);
        },
      });
      return;
    case 'together':
      stage.note('at once:');
      await Promise.all(step.steps.map((each) => perform(stage, each)));
      return;
    case 'redeliver':
      await stage.hands.redeliver();
      return;
    default:
      step satisfies never;
  }
};
