import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';

const current = new AsyncLocalStorage<{ id?: string }>();

/**
 * Runs the work under a trace id of its own, which every log line of it carries. The caller's `traceparent` is not
 * taken over: whoever has the caller's logs could join our lines with the person who clicked.
 */
export const traced = <Result>(work: () => Result): Result => current.run({}, work);

/**
 * The id of the work under way, 32 hexadecimal digits as in W3C Trace Context; `undefined` outside of any. It is made
 * by the first line that asks for it, for most requests write none.
 */
export const traceId = (): string | undefined => {
  const trace = current.getStore();
  if (trace === undefined) return undefined;
  trace.id ??= randomBytes(16).toString('hex');
  return trace.id;
};
