import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { Card } from '../../src/cards/card';
import { until } from './patience';

export type SentActivity = {
  readonly type: string;
  readonly text?: string;
  readonly summary?: string;
  readonly attachments?: readonly { readonly contentType: string; readonly content: Card }[];
};

/** One call of the bot; `createdId` is the new message's id where the call made one. */
export type Entry = {
  readonly method: 'POST' | 'PUT';
  readonly conversationId: string;
  readonly messageId?: string;
  readonly createdId?: string;
  readonly authorization?: string;
  readonly socket: number;
  readonly activity: SentActivity;
  readonly fault: boolean;
};

/** What the next matching call meets: a delay, then a status or a reset; without both it succeeds late. */
export type Fault = {
  readonly method?: 'POST' | 'PUT';
  readonly status?: number;
  readonly delayMs?: number;
  readonly reset?: true;
};

export const cardOf = ({ activity }: Entry): Card | undefined => activity.attachments?.[0]?.content;

/** Starts Teams' connector as a process of its own. */
export const startConnector = async () => {
  const child = fork(path.join(__dirname, 'connector-process.js'), { execArgv: [] });
  const [{ port }] = (await once(child, 'message')) as [{ port: number }];
  const url = `http://127.0.0.1:${port}`;
  const call = async (method: string, address: string, body?: unknown): Promise<unknown> => {
    const answer = await fetch(`${url}${address}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return answer.json();
  };
  const entries = async (): Promise<readonly Entry[]> => (await call('GET', '/ledger')) as Entry[];

  return {
    host: `127.0.0.1:${port}`,
    serviceUrl: `${url}/teams/`,
    entries,
    /** Waits until `count` calls that fit have come, and gives them. */
    waitFor: async (count: number, fits: (entry: Entry) => boolean = () => true): Promise<Entry[]> => {
      let found: Entry[] = [];
      return until(
        async () => {
          found = (await entries()).filter(fits);
          return found.length >= count && found;
        },
        () => `${found.length} of ${count} expected calls came`,
      );
    },
    /** Says who is in each of the channels from now on; `null` for a channel that Teams won't speak of. */
    setRosters: (rosters: Readonly<Record<string, readonly object[] | null>>) =>
      call('POST', '/rosters', rosters),
    order: (...faults: readonly Fault[]) => call('POST', '/faults', faults),
    clear: () => call('DELETE', '/ledger'),
    stop: async (): Promise<void> => {
      const ended = once(child, 'exit');
      child.disconnect();
      await ended;
    },
  };
};

export type Connector = Awaited<ReturnType<typeof startConnector>>;
