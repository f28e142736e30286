import type { Writable } from 'node:stream';
import pino from 'pino';
import { traceId } from './trace';

/**
 * Everything that can be logged. There is no field for a text, a verb, an answer, a route, or the id of a user, a
 * conversation or an activity, hashed or not: what has no field can't be written by mistake. A line that belongs to a
 * request, a row or a document has a `trace_id` beside these, which is made for it and for nothing else.
 */
export type LogEvent =
  | { readonly event: 'started'; readonly port: number; readonly settings: Readonly<Record<string, string>> }
  | { readonly event: 'stopping' | 'stopped' | 'no-administrators' }
  | { readonly event: 'setting-not-read'; readonly name: string; readonly meant: string }
  | { readonly event: 'request-refused'; readonly reason: string; readonly status: number }
  | { readonly event: 'card-refused' }
  | { readonly event: 'request-failed'; readonly error: string; readonly at: string }
  | { readonly event: 'turn-failed'; readonly reference: string; readonly error: string; readonly at: string }
  | {
      readonly event: 'delivery-failed';
      readonly what: 'reply' | 'card-update';
      readonly status: number | 'unreachable' | 'no-token';
    }
  | { readonly event: 'row-again'; readonly kind: string; readonly status: number | undefined }
  | {
      readonly event: 'row-not-sent';
      readonly kind: string;
      readonly state: 'failed' | 'unknown' | 'obsolete';
      readonly status: number | undefined;
    }
  | {
      readonly event:
        | 'row-interrupted'
        | 'outbox-unavailable'
        | 'maintenance-failed'
        | 'watch-failed'
        | 'login-failed'
        | 'facts-not-read';
      readonly error: string;
      readonly at: string;
    }
  | { readonly event: 'facts-clash' | 'facts-refused'; readonly topic: string }
  | { readonly event: 'counts-not-kept'; readonly error: string }
  | { readonly event: 'signing-keys-unavailable' };

export type Log = (event: LogEvent) => void;

const levels: Readonly<Record<LogEvent['event'], 'info' | 'warn' | 'error' | 'debug'>> = {
  started: 'info',
  'no-administrators': 'warn',
  stopping: 'info',
  stopped: 'info',
  'setting-not-read': 'warn',
  'request-refused': 'debug',
  'card-refused': 'info',
  'request-failed': 'error',
  'turn-failed': 'error',
  'delivery-failed': 'warn',
  'row-again': 'info',
  'row-not-sent': 'warn',
  'row-interrupted': 'error',
  'outbox-unavailable': 'error',
  'maintenance-failed': 'error',
  'watch-failed': 'error',
  'login-failed': 'error',
  'facts-clash': 'warn',
  'facts-refused': 'error',
  'facts-not-read': 'error',
  'counts-not-kept': 'warn',
  'signing-keys-unavailable': 'error',
};

/** What waits for a reader who is slow; lines beyond it are left out. */
const mostWaitingBytes = 1_000_000;

/** Lines for somebody who may stop reading or go away: neither holds the bot up, nor keeps it from ending. */
const linesFor = (output: Writable): pino.DestinationStream => {
  output.on('error', () => undefined);
  return {
    write: (line) => {
      if (output.writableLength < mostWaitingBytes) output.write(line);
    },
  };
};

/** Writes one JSON line an event to the output. */
export const createLog = (level: string, output: Writable): Log => {
  // pino's own destination would try again for ever at the end of a process whose log nobody reads.
  const logger = pino({ level, base: null }, linesFor(output));
  return ({ event, ...fields }) => {
    const id = traceId();
    logger[levels[event]](id === undefined ? fields : { ...fields, trace_id: id }, event);
  };
};

/** A fault's class and the first place of ours in its stack: an exception's message may hold what somebody wrote. */
export const faultOf = (error: unknown): { readonly error: string; readonly at: string } => {
  if (!(error instanceof Error)) return { error: typeof error, at: 'unknown' };
  const own = error.stack?.match(/\(?([^()\s]*(?:dist|src)[\\/][^()\s]+:\d+):\d+\)?/);
  return { error: error.name, at: own?.[1]?.replace(/^.*[\\/](?:dist|src)[\\/]/, '') ?? 'unknown' };
};
