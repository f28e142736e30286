import { type Card, fieldsOf } from '../cards';
import type { Meeting } from '../memory';
import type { Stage } from '../stage';
import type { Step } from '../story';
import { nth, sent, typedIn, whereOf } from './reach';

const opened = new WeakMap<Stage, { readonly card: Card; readonly meeting: Meeting }>();

export const outcomes = async (
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
