import type { OpeningStatus } from '../municipality/opening-hours';
import type { Language } from '../municipality/schema';
import { dayInWords, timeInWords } from '../text/dates';
import { texts } from '../text/text';

/** What is known of a unit's opening, in one sentence; '' when nothing is known. Never "open" without hours. */
export const availabilityText = (status: OpeningStatus, language: Language): string => {
  const { availability } = texts[language];
  switch (status.kind) {
    case 'open':
      return availability.openUntil(timeInWords(status.until, language));
    case 'closed':
      return status.opensAt === undefined
        ? availability.closed
        : availability.closedUntil(
            dayInWords(status.opensAt, language),
            timeInWords(status.opensAt, language),
          );
    case 'unknown':
      if (status.day === 'working-day') return '';
      return availability.probablyNobody(
        status.day === 'day-off' ? availability.dayOff(status.name[language]) : availability[status.day],
      );
    default:
      return status satisfies never;
  }
};
