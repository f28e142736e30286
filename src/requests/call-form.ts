import { z } from 'zod';
import { typedText } from '../meetings/typed-fields';
import type { Language } from '../municipality/schema';
import { requestTexts } from '../text/requests';
import type { CallForm } from './asker-cards';
import { type HalfDay, halfDayId } from './model/hours';
import { type Matter, matters, type Wish } from './model/request';

/** A matter that a card carries or a field holds; anything else is none. */
export const matterShape = z.enum(matters).optional().catch(undefined);

const typedShape = z.object({ number: typedText, when: typedText, matter: matterShape });

/** Two or three half-days: one alone is easily missed, and more say nothing. */
const leastWhen = 2;
const mostWhen = 3;

/** Eight digits of a number that was typed in one of the usual ways; `undefined` for anything else. */
export const numberIn = (typed: string): string | undefined =>
  /^(?:(?:\+|00)45)?([2-9]\d{7})$/.exec(typed.replace(/[\s.-]/g, ''))?.[1];

/** So much of a faulty number goes back into the form: nothing that could be anything else. */
export const shownAgain = (typed: string): string => (/^(?:\s*\d){0,8}\s*$/.test(typed) ? typed : '');

export type ParsedCall =
  | { readonly kind: 'wish'; readonly wish: Wish }
  | { readonly kind: 'faults'; readonly form: CallForm };

/** Reads a filled-in form. `halfDays` are those that it may choose from. */
export const parseCall = (raw: unknown, halfDays: readonly HalfDay[], language: Language): ParsedCall => {
  const { faults: sentences } = requestTexts[language];
  const typed = typedShape.safeParse(raw).data ?? { number: '', when: '', matter: undefined };
  const number = numberIn(typed.number);
  const chosen = typed.when.split(',');
  const when = halfDays.filter((each) => chosen.includes(halfDayId(each)));
  // A unit that works less than that in a month has fewer to choose from.
  const isWhenRight = when.length >= Math.min(leastWhen, halfDays.length) && when.length <= mostWhen;
  const matter: Matter | undefined = typed.matter;
  if (number !== undefined && isWhenRight)
    return { kind: 'wish', wish: { kind: 'call-back', number, when, ...(matter && { matter }) } };
  return {
    kind: 'faults',
    form: {
      number: number ?? shownAgain(typed.number),
      when: when.map(halfDayId),
      matter: matter ?? 'none',
      faults: {
        ...(number === undefined ? { number: sentences.number } : {}),
        ...(isWhenRight ? {} : { when: sentences.when }),
      },
    },
  };
};
