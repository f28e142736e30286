import { type Button, buttonsOf, fieldsOf } from '../cards';
import type { Meeting } from '../memory';
import type { Stage } from '../stage';
import type { Step } from '../story';
import { fill, nth, pressed, sent, whereOf } from './reach';

export const handIn = async (
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

export const ownItem = async (
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

export const coordinate = async (
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
    case 'order': {
      const form = await pressed(stage, who, where, { card, verb: 'agenda.order' });
      const field = nth(
        fieldsOf(form?.card ?? {}).filter(({ id }) => /^number-/.test(id)),
        pick,
      );
      const typed = field && { typed: { [field.id]: '1' } };
      await pressed(stage, who, where, { card: form?.card, verb: 'agenda.save-order', ...typed });
      return;
    }
    case 'drop-standing':
      await pressed(stage, who, where, { card, verb: 'agenda.drop-standing' });
      return;
    default:
      how satisfies never;
  }
};
