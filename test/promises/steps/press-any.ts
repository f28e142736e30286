import { buttonsOf } from '../cards';
import type { Stage } from '../stage';
import type { Step } from '../story';
import { fill, groupOf, nth } from './reach';

/** Presses some button on a card that stands in Teams, or on one that was shown long ago. */
export const pressAny = async (stage: Stage, step: Extract<Step, { do: 'press' }>): Promise<void> => {
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
