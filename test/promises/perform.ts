import { minuteMs } from './almanac';
import * as clock from './clock';
import { idOf, memberOf, places } from './people';
import { holidaysFilledIn, type Stage } from './stage';
import { call, unit } from './steps/calls';
import { coordinate, handIn, ownItem } from './steps/items';
import { change, extra, newPlan } from './steps/meetings';
import { outcomes } from './steps/outcomes';
import { pressAny } from './steps/press-any';
import { fill, groupOf, meetingOf, pressed, whereOf } from './steps/reach';
import { wait } from './steps/wait';
import type { Step } from './story';

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
    case 'restart': {
      const hadHolidays = stage.settings().schoolHolidays.length > 0;
      stage.note(
        `stopped, and started with RETENTION_DAYS=${step.retentionDays}${step.hasHolidays ? ' and school holidays' : ''}`,
      );
      await stage.restart({
        retentionDays: step.retentionDays,
        schoolHolidays: step.hasHolidays ? holidaysFilledIn : [],
      });
      return step.hasHolidays === hadHolidays ? undefined : stage.followDays();
    }
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
    case 'call':
      return call(stage, step);
    case 'unit':
      return unit(stage, step);
    default:
      step satisfies never;
  }
};
