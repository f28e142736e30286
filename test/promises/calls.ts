import { now } from './clock';
import type { Name } from './people';
import type { Witnessed } from './remembered';
import { textOf, wordsIn } from './shelves';
import type { UnitPlace } from './story';
import { callWords } from './words';

/** A request to a unit, as people were answered; `isUnsure` when one of its clicks never was. */
export type Asked = {
  readonly who: Name;
  readonly kind: 'call-back' | 'teaching';
  readonly number: string;
  /** Where teaching is wanted. */
  readonly school: string;
  readonly at: number;
  /** The unit's own number, as the receipt said it. */
  readonly telephone: string;
  readonly isUnsure: boolean;
  readonly taker?: Name | undefined;
  readonly takenAt?: number;
  readonly reference?: string;
  readonly end?: { readonly how: 'closed' | 'withdrawn'; readonly at: number };
};

type Ports = { readonly breach: (promise: string, sort: string, what: string) => void };

const digitsOf = (text: string): string => text.replace(/\D/g, '');
/** Whether the number stands there, in one word or in pairs, and not as a part of a longer one. */
export const hasNumber = (text: string, number: string): boolean =>
  new RegExp(`(?<!\\d)${number.replace(/(\d\d)(?=\d)/g, '$1 ?')}(?!\\d)`).test(text);

/** What is remembered of a unit and of what was asked of it. */
export const createCalls = ({ breach }: Ports) => {
  let all: readonly Asked[] = [];
  let home: UnitPlace | undefined;
  let numbers = 0;
  /** How often something happened that is told in the same words each time. */
  const times = { asked: 0, taken: 0, returned: 0, moved: 0 };

  const change = (known: Asked, changed: Partial<Asked>): void => {
    all = all.map((each) => (each === known ? { ...each, ...changed } : each));
  };
  const latestOf = (who: Name, kind: unknown): Asked | undefined =>
    all.findLast((each) => each.who === who && each.kind === (kind === 'teaching' ? kind : 'call-back'));
  const byReference = ({ data }: Witnessed): Asked | undefined =>
    all.find(({ reference }) => reference === textOf(data.reference));

  const asked = (of: Witnessed, words: string): void => {
    const kind = of.verb === 'teaching.send' ? 'teaching' : 'call-back';
    if (kind === 'call-back' && of.shown !== undefined && !callWords.noReport.test(words))
      breach('Called back', 'a request that may be taken for a report', words.slice(0, 160));
    const telephone = digitsOf(/tel:([+\d]+)/.exec(words)?.[1] ?? '').slice(-8);
    const number = digitsOf(textOf(of.data.number));
    const school = textOf(of.data.place);
    const isUnsure = of.shown === undefined;
    times.asked += 1;
    all = [...all, { who: of.name, kind, number, school, at: now(), telephone, isUnsure }];
  };

  const taken = (of: Witnessed, words: string): void => {
    const found = all.findLast(({ number, end }) => end === undefined && hasNumber(words, number));
    if (found === undefined) return;
    if (found.taker !== undefined && found.taker !== of.name && !found.isUnsure)
      breach('Called back', 'two have taken one request', `${found.taker} and ${of.name}`);
    times.taken += 1;
    change(found, { taker: of.name, takenAt: now(), reference: textOf(of.data.reference) });
  };

  /** A click without an answer may have been done or not. */
  const unanswered = (of: Witnessed): void => {
    if (/^(request|teaching)\.send$/.test(of.verb)) asked(of, '');
    if (of.verb === 'request.withdraw')
      for (const each of all) if (each.who === of.name) change(each, { isUnsure: true });
    if (/^request\.(take|close|give-back)$/.test(of.verb) || /^unit\./.test(of.verb))
      for (const each of all) change(each, { isUnsure: true });
    times.taken += 1;
    times.returned += 1;
  };

  const done = (of: Witnessed, words: string): void => {
    switch (of.verb) {
      case 'request.send':
      case 'teaching.send':
        if (callWords.receipt.test(words) && !callWords.known.test(words)) asked(of, words);
        return;
      case 'request.take':
        if (callWords.taken.test(words)) taken(of, words);
        return;
      case 'request.withdraw': {
        const known = latestOf(of.name, of.data.kind);
        if (known?.end === undefined && known && callWords.withdrawn.test(words))
          change(known, { end: { how: 'withdrawn', at: now() } });
        return;
      }
      case 'request.close': {
        const known = byReference(of);
        if (known && callWords.closed.test(words)) change(known, { end: { how: 'closed', at: now() } });
        return;
      }
      case 'request.give-back': {
        const known = byReference(of);
        if (known === undefined || !callWords.returned.test(words)) return;
        times.returned += 1;
        change(known, { taker: undefined });
        return;
      }
      default:
        return;
    }
  };

  /** Nobody but who has taken a request is shown its number, and nobody once it is over. */
  const judgeReader = ({ name, where, verb }: Witnessed, words: string): void => {
    for (const { who, number, taker, end, isUnsure } of all) {
      if (!hasNumber(words, number) || isUnsure) continue;
      if (name !== taker && !(name === who && where === 'chat'))
        breach('Only who may', 'a number is shown to somebody else', `${name} in ${where}, by ${verb}`);
      if (end !== undefined && name !== who)
        breach('Gone', 'a number is shown when it is over', `${name} in ${where}, by ${verb}`);
    }
  };

  return {
    all: (): readonly Asked[] => all,
    home: (): UnitPlace | undefined => home,
    setHome: (place: UnitPlace | undefined): void => {
      times.moved += 1;
      home = place;
    },
    /** How often a message about a request may come in the same words. */
    mostAlike: (words: string): number => {
      if (!/anmodning|ringet op|undervisning/.test(words)) return 0;
      if (/har taget/.test(words)) return times.taken;
      return /står igen/.test(words) ? times.returned : times.asked + times.moved;
    },
    /** A number that stands nowhere else. */
    newNumber: (): string => {
      numbers += 1;
      return String(27_182_818 + numbers * 10_007);
    },
    newSchool: (): string => `Skovbrynets Skole ${String.fromCharCode(64 + numbers)}q`,
    witness: (of: Witnessed): void => {
      const words = wordsIn(of.shown);
      if (of.shown === undefined) unanswered(of);
      else done(of, words);
      judgeReader(of, words);
    },
  };
};

export type Calls = ReturnType<typeof createCalls>;
