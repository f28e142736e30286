/** Milliseconds of a minute, of an hour, and of a day of 24 hours; a calendar's day can be longer (src/municipality/wall-time.ts). */
export const minuteMs = 60_000;
export const hourMs = 3_600_000;
export const dayMs = 24 * hourMs;
