import type { Card } from '../cards/card';
import { box, words } from '../cards/elements';
import type { Language } from '../municipality/schema';
import { meetingTexts } from '../text/meetings';
import type { ChangeTyped } from './change-card';
import type { Span, TimeWarning } from './model/clashes';
import type { GroupFacts } from './model/group-facts';
import { button, type CardView, formCard, whenInWords } from './view';

const warningWords = (warning: TimeWarning, language: Language): string => {
  const { change, weekdays } = meetingTexts[language];
  const { warned } = change;
  switch (warning.kind) {
    case 'weekend':
      return warned.weekend(weekdays[warning.weekday - 1] ?? '');
    case 'holiday':
      return warned.holiday(warning.name?.[language]);
    case 'school-holiday':
      return warned.schoolHoliday;
    case 'clash':
      return warned.clash(warning.group);
    case 'more-clashes':
      return warned.moreClashes;
    case 'own-meeting':
      return warned.ownMeeting;
    default:
      return warning satisfies never;
  }
};

/** Says what somebody was warned of, so that a yes counts for that alone. */
export const warnedState = (warnings: readonly TimeWarning[]): string => warnings.map(stateOf).join(', ');

const stateOf = (warning: TimeWarning): string => {
  switch (warning.kind) {
    case 'clash':
      return `clash ${warning.group}`;
    case 'weekend':
    case 'holiday':
    case 'school-holiday':
    case 'more-clashes':
    case 'own-meeting':
      return warning.kind;
    default:
      return warning satisfies never;
  }
};

type Warned = {
  readonly typed: ChangeTyped;
  readonly span: Span;
  readonly warnings: readonly TimeWarning[];
  /** What the buttons carry: the meeting, or the group of an extra one. */
  readonly data: object;
  readonly isExtra: boolean;
};

/** Asks once before a meeting is given a time at which nobody would expect it; nothing is stored or told yet. */
export const warnedCard = (
  view: CardView & { readonly facts: GroupFacts },
  { typed, span, warnings, data, isExtra }: Warned,
): Card => {
  const { facts, language } = view;
  const { change, buttons } = meetingTexts[language];
  const lengthMinutes = (span.to - span.from) / 60_000;
  const when = whenInWords({ startsAt: span.from, lengthMinutes }, language);
  // The place has been read by whoever typed it, and asked about before.
  const all = { ...data, ...typed, noPerson: 'true' };
  return formCard(view, {
    above: facts.name[language],
    heading: change.warned.heading,
    lead: `${change.warned.when(when)} ${change.warned.nothingYet}`,
    alsoSpoken: warnings.map((each) => warningWords(each, language)).join(' '),
    rows: [
      box(
        'warning',
        warnings.map((each) => words(warningWords(each, language), { isBold: true })),
      ),
    ],
    actions: [
      button(language, {
        title: change.warned.yes,
        verb: isExtra ? 'meeting.add-extra' : 'meeting.save-change',
        data: { ...all, warned: warnedState(warnings) },
        style: 'positive',
      }),
      button(language, {
        title: buttons.edit,
        verb: isExtra ? 'meeting.extra' : 'meeting.change',
        data: all,
      }),
    ],
  });
};
