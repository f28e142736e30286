import type { Card } from '../../src/cards/card';
import type { Delivery, Shown } from '../../src/teams/connector';
import { createShownCards, type MessageAddress } from '../../src/teams/shown-card';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const message: MessageAddress = {
  serviceUrl: 'https://smba.trafficmanager.net/emea/',
  conversationId: 'a:conversation',
  messageId: 'message',
};
const other: MessageAddress = { ...message, messageId: 'other-message' };

const card = (text: string, body: readonly object[] = []): Shown => ({
  kind: 'card',
  summary: text,
  card: { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text }, ...body] } as Card,
});
const form = (text: string): Shown => card(text, [{ type: 'Input.Text', id: 'title' }]);

/** Teams, where an update shows only when it is let through, however long that takes. */
const slowTeams = () => {
  const onTheirWay: (() => void)[] = [];
  const failures: Delivery[] = [];
  const shown: Record<string, string> = {};
  const shownCards = createShownCards({
    update: ({ messageId }, answer) =>
      new Promise((resolve) => {
        onTheirWay.push(() => {
          if (answer.kind === 'card') shown[messageId] = answer.summary;
          resolve({ kind: 'sent' });
        });
      }),
    onFailure: (failure) => failures.push(failure),
  });
  return {
    shownCards,
    onTheirWay,
    shown,
    /** A second goes by, in which nothing gets through. */
    pass: (): Promise<void> => jest.advanceTimersByTimeAsync(1_000),
    /** Everything gets through, and what waited for it. */
    settle: async (): Promise<void> => {
      while (onTheirWay.length > 0) {
        onTheirWay.shift()?.();
        await jest.advanceTimersByTimeAsync(1_000);
      }
    },
  };
};

describe('card that waits for its message', () => {
  it('is dropped when a submit is answered there', async () => {
    const { shownCards, shown, pass, settle, onTheirWay } = slowTeams();
    shownCards.show(message, card('clicked'), shownCards.arrival());
    const replaced = shownCards.replace(message, card('submitted'), shownCards.arrival());
    await pass();
    expect(onTheirWay).toHaveLength(1);
    await settle();
    expect(await replaced).toEqual({ kind: 'sent' });
    await pass();
    expect([shown, onTheirWay]).toEqual([{ message: 'submitted' }, []]);
  });

  it('is dropped when a click is answered there that no message keeps', async () => {
    const { shownCards, pass, onTheirWay } = slowTeams();
    shownCards.show(message, card('clicked'), shownCards.arrival());
    shownCards.leave(message, shownCards.arrival());
    await pass();
    expect(onTheirWay).toEqual([]);
  });

  it("stays when another message's submit is answered", async () => {
    const { shownCards, shown, pass, settle } = slowTeams();
    shownCards.show(message, card('clicked'), shownCards.arrival());
    void shownCards.replace(other, card('submitted'), shownCards.arrival());
    await pass();
    await settle();
    expect(shown).toEqual({ message: 'clicked', 'other-message': 'submitted' });
  });
});

describe('card on its way to its message, slowly', () => {
  it('is followed by the answer to a submit, never the other way round', async () => {
    const { shownCards, shown, pass, settle, onTheirWay } = slowTeams();
    shownCards.show(message, card('clicked'), shownCards.arrival());
    await pass();
    void shownCards.replace(message, card('submitted'), shownCards.arrival());
    await pass();
    expect(onTheirWay).toHaveLength(1);
    await settle();
    expect(shown).toEqual({ message: 'submitted' });
  });

  it('is followed by a form that it may have covered, or by what came after the form', async () => {
    const { shownCards, shown, pass, settle } = slowTeams();
    for (const messageOf of [message, other])
      shownCards.show(messageOf, card('clicked'), shownCards.arrival());
    await pass();
    for (const messageOf of [message, other]) shownCards.show(messageOf, form('form'), shownCards.arrival());
    shownCards.show(other, card('after the form'), shownCards.arrival());
    await settle();
    expect(shown).toEqual({ message: 'form', 'other-message': 'after the form' });
  });
});

describe('answer that is ready after a newer one', () => {
  it('is not written, of a click', async () => {
    const { shownCards, shown, pass, settle } = slowTeams();
    const [first, second] = [shownCards.arrival(), shownCards.arrival()];
    shownCards.show(message, card('second'), second);
    await pass();
    await settle();
    shownCards.show(message, card('first'), first);
    await pass();
    await settle();
    expect(shown).toEqual({ message: 'second' });
  });

  it('is not written, of a submit', async () => {
    const { shownCards, shown, pass, settle } = slowTeams();
    const [first, second] = [shownCards.arrival(), shownCards.arrival()];
    shownCards.show(message, card('second'), second);
    await shownCards.replace(message, card('first'), first);
    await pass();
    await settle();
    expect(shown).toEqual({ message: 'second' });
  });
});

describe('form', () => {
  it('is not written to its message, and drops what waits', async () => {
    const { shownCards, onTheirWay, pass } = slowTeams();
    shownCards.show(message, card('clicked'), shownCards.arrival());
    shownCards.show(message, form('form'), shownCards.arrival());
    await pass();
    expect(onTheirWay).toEqual([]);
  });
});
