import { buttonsOf, type Card, fieldsOf } from '../cards';
import { chatOf, idOf, type Name, places } from '../people';
import type { Stage } from '../stage';
import type { Step, UnitPlace } from '../story';
import { nth, pressed, sent } from './reach';

/** An administrator names Bo in the channel, and he says yes. */
export const setUpUnit = async (stage: Pick<Stage, 'say' | 'press' | 'calls'>, place: UnitPlace) => {
  const choose = await stage.say('administrator', place, 'enhed');
  const again = buttonsOf(choose?.card).find(({ verb }) => verb === 'unit.choose-person');
  const named =
    again && choose?.card
      ? await stage.press('administrator', place, { card: choose.card, button: again })
      : choose;
  const name = buttonsOf(named?.card).find(({ verb }) => verb === 'unit.name');
  if (named?.card === undefined || name === undefined) return;
  const typed = { unitId: 'staff-unit', personId: idOf('bo') };
  await stage.press('administrator', place, { card: named.card, button: name, typed });
  const preview = await stage.say('bo', place, 'enhed');
  const yes = buttonsOf(preview?.card).find(({ verb }) => verb === 'unit.confirm');
  if (preview?.card === undefined || yes === undefined) return;
  const shown = await stage.press('bo', place, { card: preview.card, button: yes });
  if (/bruger kanalen/.test(JSON.stringify(shown?.card ?? ''))) stage.calls.setHome(place);
};

const chosen = (card: Card | undefined, id: string): readonly string[] =>
  fieldsOf(card ?? {}).find((each) => each.id === id)?.choices ?? [];

const ask = async (stage: Stage, who: Name, pick: number): Promise<void> => {
  const menu = await stage.say(who, 'chat', 'ring mig op');
  const form = await pressed(stage, who, 'chat', { card: menu?.card, verb: 'request.form' });
  const when = chosen(form?.card, 'when').slice(pick % 3, (pick % 3) + 2);
  const typed = { number: stage.calls.newNumber(), when: when.join(), matter: 'none' };
  await pressed(stage, who, 'chat', { card: form?.card, verb: 'request.send', typed });
};

const askTeaching = async (stage: Stage, who: Name, pick: number): Promise<void> => {
  const menu = await stage.say(who, 'chat', 'ring mig op');
  const form = await pressed(stage, who, 'chat', { card: menu?.card, verb: 'teaching.form' });
  const typed = {
    number: stage.calls.newNumber(),
    themes: nth(chosen(form?.card, 'themes'), pick) ?? '',
    level: nth(chosen(form?.card, 'level'), pick) ?? '',
    place: stage.calls.newSchool(),
  };
  await sent(stage, who, 'chat', { card: form?.card, verb: 'teaching.send', typed });
};

/** Somebody of the unit presses a button of one of the cards that stand in its channel. */
const byUnit = async (stage: Stage, who: Name, verb: string, pick: number): Promise<void> => {
  const home = stage.calls.home();
  if (home === undefined) return;
  const standing = stage.teams.messages().flatMap(({ id, conversation, versions }) => {
    const card = versions.at(-1)?.card;
    const button = buttonsOf(card).find((each) => each.verb === verb);
    return conversation === places[home].channel && card && button ? [{ card, button, messageId: id }] : [];
  });
  const found = nth(standing, pick);
  if (found !== undefined) await stage.press(who, home, found);
};

/** The asker presses a button of what stands last in the chat, or of the card that is shown on asking again. */
const byAsker = async (stage: Stage, who: Name, verb: string): Promise<void> => {
  const card = stage.teams
    .messages()
    .filter(({ conversation }) => conversation === chatOf(who))
    .map(({ versions }) => versions.at(-1)?.card)
    .findLast((each) => buttonsOf(each).some((button) => button.verb === verb));
  const own = stage.seen.findLast(
    (each) => each.name === who && buttonsOf(each.card).some((button) => button.verb === verb),
  )?.card;
  await pressed(stage, who, 'chat', { card: own ?? card, verb });
};

export const call = async (stage: Stage, step: Extract<Step, { do: 'call' }>): Promise<void> => {
  const { who, how, pick } = step;
  switch (how) {
    case 'ask':
      return ask(stage, who, pick);
    case 'teaching':
      return askTeaching(stage, who, pick);
    case 'mine':
    case 'withdraw':
      return byAsker(stage, who, `request.${how}`);
    case 'take':
    case 'number':
    case 'give-back':
    case 'close':
      return byUnit(stage, who, `request.${how}`, pick);
    default:
      how satisfies never;
  }
};

/** What becomes of the unit's channel. */
export const unit = async (stage: Stage, { how }: Extract<Step, { do: 'unit' }>): Promise<void> => {
  const home = stage.calls.home();
  if (home === undefined) return;
  stage.note(`the unit in ${home}: ${how}`);
  switch (how) {
    case 'move':
      return setUpUnit(stage, home === 'spare' ? 'other' : 'spare');
    case 'take-down': {
      const shown = await stage.say('bo', home, 'enhed');
      const sure = await pressed(stage, 'bo', home, { card: shown?.card, verb: 'unit.ask-take-down' });
      const done = await pressed(stage, 'bo', home, { card: sure?.card, verb: 'unit.take-down' });
      if (/bruger ikke kanalen mere/.test(JSON.stringify(done?.card ?? ''))) stage.calls.setHome(undefined);
      return;
    }
    case 'removed':
    case 'deleted':
      stage.loseUnit();
      stage.teams.setGone(places[home].channel, how);
      return;
    case 'back':
      stage.teams.setGone(places[home].channel, undefined);
      return stage.hands.event(home, { type: 'installationUpdate', action: 'add' });
    default:
      how satisfies never;
  }
};
