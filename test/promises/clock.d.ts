/** The story's time: it stands still until somebody lets it pass, and with it the long timers of the program. */
export function now(): number;
/** A new story begins at that time: nobody's timers are left. */
export function begin(at: number): void;
/** The process has died: its timers never come. */
export function forget(): void;
export function nextTimerAt(): number | undefined;
/** Lets the time pass until then, and every timer on its way come. */
export function goTo(to: number): void;
