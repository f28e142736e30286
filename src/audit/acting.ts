import { AsyncLocalStorage } from 'node:async_hooks';
import type { PersonId } from '../chat/turn';
import type { Instant } from '../storage/contract';

/** A click or a command under way: whose it is, and whether the trail has a row of it yet. */
type Act = { readonly by: PersonId; readonly now: Instant; hasRow: boolean };

const current = new AsyncLocalStorage<Act>();

/** Runs the work as somebody's: every change that it makes is theirs in the audit trail. */
export const actingAs = <Result>(who: Pick<Act, 'by' | 'now'>, work: () => Result): Result =>
  current.run({ ...who, hasRow: false }, work);

/** The act under way; `undefined` for what the program does by itself. */
export const act = (): Act | undefined => current.getStore();
