import { plainWords } from './plain-words';
import type { Actor, Answer, Desk, Incoming } from './turn';

/** Answers one verb or command: `data` is unparsed and untrusted, the actor is who really sent it. */
export type DeskHandler = (data: unknown, actor: Actor, now: Date) => Promise<Answer>;

/** What a slice answers, by verb of a card and by words of a message. */
export type DeskHandlers = {
  readonly verbs: Readonly<Record<string, DeskHandler>>;
  readonly commands: Readonly<Record<string, DeskHandler>>;
};

/** The verbs and commands of the slices in one place; two slices never share one. */
export const createDesk = (slices: readonly DeskHandlers[]): Desk => {
  const verbs = new Map(slices.flatMap((slice) => Object.entries(slice.verbs)));
  const commands = new Map(slices.flatMap((slice) => Object.entries(slice.commands)));

  const handlerFor = (incoming: Incoming): DeskHandler | undefined => {
    if (incoming.kind === 'message') return commands.get(plainWords(incoming.text));
    return incoming.kind === 'click' && typeof incoming.verb === 'string'
      ? verbs.get(incoming.verb)
      : undefined;
  };

  return {
    takes: (incoming) => handlerFor(incoming) !== undefined,
    answer: async (incoming, actor, now) =>
      (await handlerFor(incoming)?.(incoming.kind === 'click' ? incoming.data : {}, actor, now)) ?? {
        kind: 'none',
      },
  };
};

/** The desk on another clock: what a click makes due is due by the clock of what sends it. */
export const onClock = (desk: Desk, clock: () => Promise<number>): Desk => ({
  takes: desk.takes,
  answer: async (incoming, actor) => desk.answer(incoming, actor, new Date(await clock())),
});
