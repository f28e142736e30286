import { plusDays, wallOf } from '../almanac';
import { buttonsOf, type Card, type Field, fieldsOf } from '../cards';
import * as clock from '../clock';
import type { Shown, Typed, Where } from '../hands';
import type { Meeting } from '../memory';
import { idOf, type Name } from '../people';
import { endsAt, type Stage, startsAt } from '../stage';
import type { GroupPlace } from '../story';

type Of = {
  readonly who: Name;
  readonly where: 'channel' | 'chat';
  readonly group: number;
  readonly meeting: number;
};

export const nth = <T>(list: readonly T[], pick: number): T | undefined =>
  list.length === 0 ? undefined : list[pick % list.length];

export const groupOf = ({ beginning }: Stage, group: number): GroupPlace =>
  beginning.groups[group % beginning.groups.length] ?? 'north';

/** 0 is the next that isn't over, 1 the one after it, -1 the latest that is over. */
export const meetingOf = (
  stage: Stage,
  { group, meeting }: Pick<Of, 'group' | 'meeting'>,
): Meeting | undefined => {
  const own = stage.memory
    .meetings()
    .filter(({ place }) => place === groupOf(stage, group))
    .toSorted((one, other) => startsAt(one.facts) - startsAt(other.facts));
  const coming = own.filter(({ facts }) => endsAt(facts) > clock.now());
  return meeting < 0 ? own.filter(({ facts }) => endsAt(facts) <= clock.now()).at(meeting) : coming[meeting];
};

export const whereOf = (stage: Stage, { where, group }: Pick<Of, 'where' | 'group'>): Where =>
  where === 'chat' ? 'chat' : groupOf(stage, group);

/** What somebody types in a field of any card of ours. */
export const typedIn = (
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

export const fill = (stage: Stage, place: GroupPlace, card: Card, pick: number): Typed =>
  Object.fromEntries(fieldsOf(card).map((field, at) => [field.id, typedIn(stage, place, field, pick + at)]));

type Press = {
  readonly card: Card | undefined;
  readonly verb: string;
  readonly typed?: Typed;
  readonly at?: number;
};

export const pressed = async (
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
export const sent = async (
  stage: Stage,
  who: Name,
  where: Where,
  press: Press,
): Promise<Shown | undefined> => {
  const shown = await pressed(stage, who, where, press);
  const no = buttonsOf(shown?.card).find(({ verb, data }) => verb === press.verb && data.noPerson === 'true');
  return no && shown?.card ? stage.press(who, where, { card: shown.card, button: no }) : shown;
};
