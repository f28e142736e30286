import type { GroupVerb, Verb } from '../cards/verbs';
import { plainWords } from './plain-words';
import type { Actor, Answer, Incoming, Router } from './turn';

/** Answers one verb or command: `data` is unparsed and untrusted, the actor is who really sent it. */
export type Handler = (data: unknown, actor: Actor, now: Date) => Promise<Answer>;

/** What a slice answers, by verb of a card and by words of a message. */
export type Handlers = {
  readonly verbs: Readonly<Partial<Record<GroupVerb, Handler>>>;
  /** The verb that each word leads to. */
  readonly commands: Readonly<Record<string, Verb>>;
  /** Likewise where others read along; elsewhere these words are the chat's. */
  readonly sharedCommands?: Readonly<Record<string, Verb>>;
};

/** The words of all slices with their verbs. */
export const commandsOf = (slices: readonly Handlers[]): Handlers['commands'] =>
  Object.assign({}, ...slices.map(({ commands }) => commands));

/** The verbs and commands of the slices in one place; two slices never share one. */
export const createRouter = (slices: readonly Handlers[]): Router => {
  const verbs = new Map(slices.flatMap((slice) => Object.entries(slice.verbs)));
  const commands = new Map(slices.flatMap((slice) => Object.entries(slice.commands)));
  const shared = new Map(slices.flatMap((slice) => Object.entries(slice.sharedCommands ?? {})));

  const verbOf = (incoming: Incoming): unknown => {
    if (incoming.kind === 'click') return incoming.verb;
    if (incoming.kind !== 'message') return undefined;
    const words = plainWords(incoming.text);
    return commands.get(words) ?? (incoming.scope === 'shared' ? shared.get(words) : undefined);
  };
  const handlerFor = (incoming: Incoming): Handler | undefined => {
    const verb = verbOf(incoming);
    return typeof verb === 'string' ? verbs.get(verb) : undefined;
  };

  return {
    takes: (incoming) => handlerFor(incoming) !== undefined,
    answer: async (incoming, actor, now) =>
      (await handlerFor(incoming)?.(incoming.kind === 'click' ? incoming.data : {}, actor, now)) ?? {
        kind: 'none',
      },
  };
};

/** A router on another clock: what a click makes due is due by the clock of what sends it. */
export const onClock = (router: Router, clock: () => Promise<number>): Router => ({
  takes: router.takes,
  answer: async (incoming, actor) => router.answer(incoming, actor, new Date(await clock())),
});
