import { dayMs, hourMs, instantAt, minuteMs, plusDays, wallOf, weekdayOf } from '../almanac';
import * as clock from '../clock';
import { endsAt, type Stage, startsAt } from '../stage';
import type { Step } from '../story';

export const wait = async (stage: Stage, how: Extract<Step, { do: 'wait' }>['for']): Promise<void> => {
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
      case 'friday': {
        const day = wallOf(at).slice(0, 10);
        const friday = plusDays(day, (12 - weekdayOf(day)) % 7);
        return Math.max(at + hourMs, instantAt(`${friday} 15:30`));
      }
      default:
        return how satisfies never;
    }
  };
  const until = await to();
  stage.note(`time goes on to ${wallOf(until)} (${how})`);
  await stage.goOn(until, stage.paceOf());
};
