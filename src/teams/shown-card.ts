import type { Address, Connector, Delivery, Shown } from './connector';

export type MessageAddress = Address & { readonly messageId: string };

export type ShownCards = {
  /**
   * Soon writes to its message the card that is shown there; of several for one message only the last. Nothing is
   * written under a form: that would take away what is being typed in it.
   */
  show(address: MessageAddress, answer: Shown): void;
  /** Writes at once what still waits. */
  flush(): Promise<void>;
};

type Ports = {
  readonly update: Connector['update'];
  readonly onFailure: (delivery: Extract<Delivery, { kind: 'failed' }>) => void;
};

const isForm = (part: unknown): boolean => {
  if (typeof part !== 'object' || part === null) return false;
  if ('type' in part && typeof part.type === 'string' && part.type.startsWith('Input.')) return true;
  return Object.values(part).some(isForm);
};

/** Far below Teams' seven messages a second in a conversation. */
const quietMs = 1_000;
const maxWaiting = 1_000;

/**
 * A client that reloads may forget a card that was shown only by the answer to a click, so the message gets it as
 * well. It never delays a click, and when it fails the reader has lost nothing: the next click brings the next card.
 */
export const createShownCards = ({ update, onFailure }: Ports): ShownCards => {
  type Waiting = { address: MessageAddress; answer: Shown; timer: NodeJS.Timeout };
  const waiting = new Map<string, Waiting>();
  const underWay = new Map<string, Promise<void>>();

  const write = async (key: string): Promise<void> => {
    const next = waiting.get(key);
    if (next === undefined) return;
    clearTimeout(next.timer);
    waiting.delete(key);
    const delivery = await update(next.address, next.answer);
    if (delivery.kind === 'failed') onFailure(delivery);
  };

  /** One write a message at a time, or an earlier card could arrive last. */
  const writeInTurn = (key: string): Promise<void> => {
    const turn = (underWay.get(key) ?? Promise.resolve()).then(() => write(key));
    underWay.set(key, turn);
    return turn.finally(() => {
      if (underWay.get(key) === turn) underWay.delete(key);
    });
  };

  return {
    show: (address, answer) => {
      const key = `${address.conversationId}\n${address.messageId}`;
      const earlier = waiting.get(key);
      if (answer.kind === 'card' && isForm(answer.card.body)) {
        clearTimeout(earlier?.timer);
        waiting.delete(key);
        return;
      }
      if (earlier === undefined && waiting.size >= maxWaiting) return;
      const timer = earlier?.timer ?? setTimeout(() => void writeInTurn(key), quietMs);
      waiting.set(key, { address, answer, timer });
    },
    flush: async () => {
      await Promise.all([...waiting.keys(), ...underWay.keys()].map(writeInTurn));
    },
  };
};
