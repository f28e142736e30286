import type { Card } from '../cards/card';
import type { Address, Connector, Delivery, Shown } from './connector';
import { createRecent } from './recent';

export type MessageAddress = Address & { readonly messageId: string };

export type ShownCards = {
  /** The number of a click or a submit, taken when it comes in: answers may be ready in another order. */
  arrival(): number;
  /**
   * Soon writes to its message the card that answered a click there; of several for one message only the newest. Nothing
   * is written under a form, which would take away what is being typed in it.
   */
  show(address: MessageAddress, answer: Shown, arrival: number): void;
  /** Writes nothing: what the click showed may stand in no message. What still waits for the message would cover it. */
  leave(address: MessageAddress, arrival: number): void;
  /** Writes the answer to a submit to its message at once, in place of what still waits for it. Never rejects. */
  replace(address: MessageAddress, answer: Shown, arrival: number): Promise<Delivery>;
  /** Writes at once what still waits. */
  flush(): Promise<void>;
};

type Ports = {
  readonly update: Connector['update'];
  readonly onFailure: (delivery: Extract<Delivery, { kind: 'failed' }>) => void;
};

const hasInput = (part: unknown): boolean => {
  if (typeof part !== 'object' || part === null) return false;
  if ('type' in part && typeof part.type === 'string' && part.type.startsWith('Input.')) return true;
  return Object.values(part).some(hasInput);
};

/** A card that is shown again is looked through once. */
const knownForms = new WeakMap<Card, boolean>();

const isForm = (card: Card): boolean => {
  const isOne = knownForms.get(card) ?? hasInput(card.body);
  knownForms.set(card, isOne);
  return isOne;
};

const keyOf = ({ conversationId, messageId }: MessageAddress): string => `${conversationId}\n${messageId}`;

/** Far below Teams' seven messages a second in a conversation. */
const quietMs = 1_000;
const maxWaiting = 1_000;
const leastRemembered = 2_000;

/** Says of each answer whether it belongs to the newest arrival that its message has been answered for. */
const createNewest = () => {
  const newest = createRecent<number>(leastRemembered);
  return (key: string, arrival: number): boolean => {
    if ((newest.get(key) ?? 0) > arrival) return false;
    newest.set(key, arrival);
    return true;
  };
};

/**
 * A client that reloads may forget a card that was shown only by the answer to a click, so the message gets it as
 * well. It never delays a click, and when it fails the reader has lost nothing: the next click brings the next card.
 */
export const createShownCards = ({ update, onFailure }: Ports): ShownCards => {
  type Waiting = { address: MessageAddress; answer: Shown; timer: NodeJS.Timeout | undefined };
  const waiting = new Map<string, Waiting>();
  const underWay = new Map<string, Promise<unknown>>();
  const isNewest = createNewest();
  let arrivals = 0;

  /** One write a message at a time, or an earlier card could arrive last. */
  const inTurn = <T>(key: string, write: () => Promise<T>): Promise<T> => {
    const turn = (underWay.get(key) ?? Promise.resolve()).then(write);
    underWay.set(key, turn);
    return turn.finally(() => {
      if (underWay.get(key) === turn) underWay.delete(key);
    });
  };
  const drop = (key: string): void => {
    clearTimeout(waiting.get(key)?.timer);
    waiting.delete(key);
  };
  const writeWaiting = (key: string): Promise<void> =>
    inTurn(key, async () => {
      const next = waiting.get(key);
      if (next === undefined) return;
      drop(key);
      const delivery = await update(next.address, next.answer);
      if (delivery.kind === 'failed') onFailure(delivery);
    });
  const wait = (key: string, address: MessageAddress, answer: Shown): void => {
    const earlier = waiting.get(key);
    if (earlier === undefined && waiting.size >= maxWaiting) return;
    const timer = earlier?.timer ?? setTimeout(() => void writeWaiting(key), quietMs);
    waiting.set(key, { address, answer, timer });
  };

  return {
    arrival: () => {
      arrivals += 1;
      return arrivals;
    },
    show: (address, answer, arrival) => {
      const key = keyOf(address);
      if (!isNewest(key, arrival)) return;
      if (answer.kind === 'text' || !isForm(answer.card)) return wait(key, address, answer);
      drop(key);
      if (!underWay.has(key)) return;
      // What is on its way may put an older card over the form: then the form comes back behind it.
      waiting.set(key, { address, answer, timer: undefined });
      void writeWaiting(key);
    },
    leave: (address, arrival) => {
      const key = keyOf(address);
      if (isNewest(key, arrival)) drop(key);
    },
    replace: async (address, answer, arrival) => {
      const key = keyOf(address);
      if (!isNewest(key, arrival)) return { kind: 'sent' };
      drop(key);
      return inTurn(key, () => update(address, answer));
    },
    flush: async () => {
      await Promise.all([...waiting.keys(), ...underWay.keys()].map(writeWaiting));
    },
  };
};
