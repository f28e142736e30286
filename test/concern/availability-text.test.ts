import { availabilityText } from '../../src/concern/availability-text';

describe('a unit’s availability', () => {
  test('open > says until when, in Danish time', () => {
    const status = { kind: 'open', until: new Date('2026-01-12T14:30:00Z') } as const;
    expect(availabilityText(status, 'da')).toBe('Åbent nu, til kl. 15.30.');
    expect(availabilityText(status, 'en')).toBe('Open now, until 15:30.');
  });

  test('closed > says when it opens, with the day in words', () => {
    const status = { kind: 'closed', opensAt: new Date('2026-07-14T07:00:00Z') } as const;
    expect(availabilityText(status, 'da')).toBe('Lukket lige nu. Åbner tirsdag 14. juli kl. 9.00.');
    expect(availabilityText(status, 'en')).toBe('Closed right now. Opens Tuesday 14 July at 9:00.');
  });

  test('closed for long > promises no day', () => {
    expect(availabilityText({ kind: 'closed' }, 'da')).toBe('Lukket lige nu.');
  });

  test('hours unknown > says why perhaps nobody answers, and never open or closed', () => {
    const unknown = { kind: 'unknown' } as const;
    const dayOff = { ...unknown, day: 'day-off', name: { da: 'langfredag', en: 'Good Friday' } } as const;
    expect(availabilityText({ ...unknown, day: 'working-day' }, 'da')).toBe('');
    expect(availabilityText({ ...unknown, day: 'weekend' }, 'da')).toBe(
      'Det er weekend: måske svarer ingen.',
    );
    expect(availabilityText({ ...unknown, day: 'early-or-late' }, 'da')).toMatch(
      /^Klokken er før 8 eller efter 16: /,
    );
    expect(availabilityText(dayOff, 'da')).toMatch(/^Det er langfredag: /);
    expect(availabilityText(dayOff, 'en')).toMatch(/^It is Good Friday: /);
  });
});
