import * as clock from './clock';
import type { Program } from './program';
import type { Call, FakeTeams, Trouble } from './teams';

export type Ordered = {
  readonly on: string;
  left: number;
  readonly what?: Trouble;
  readonly meanwhile?: () => Promise<void>;
};

type Ports = {
  readonly teams: FakeTeams;
  readonly program: () => Program;
  readonly note: (line: string) => void;
  readonly state: { troubles: number; readonly ambiguous: number[] };
};

const longestAnswerMs = 10_000;

/** Lets what goes on in this process come as far as it can, however slow the machine is. */
export const settle = async (turns = 60): Promise<void> => {
  for (let turn = 0; turn < turns; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};

/** What the bot's calls meet on their way, as the story orders it. */
export const createWire = ({ teams, program, note, state }: Ports) => {
  const ordered: Ordered[] = [];
  let line: Promise<unknown> = Promise.resolve();
  /** No time passes for the next one before the answer of the one before has been read. */
  const oneByOne = (slow: () => Promise<void>): Promise<void> => {
    const turn = line.then(slow);
    line = turn.then(() => settle());
    return turn;
  };

  teams.setOnTheWire((call: Call) => {
    const at = ordered.findIndex(({ on }) => on === call.kind || (on === 'any' && call.kind !== 'roster'));
    const found = ordered[at];
    if (found === undefined) return {};
    found.left -= 1;
    state.troubles += 1;
    if (found.left <= 0) ordered.splice(at, 1);
    const { what, meanwhile } = found;
    if (what === undefined) return meanwhile === undefined ? {} : { meanwhile };
    note(`Teams: ${call.kind} meets ${JSON.stringify(what)}`);
    if (what.kind === 'slow') {
      // So long nobody waits for an answer.
      if (what.ms > longestAnswerMs) state.ambiguous.push(clock.now());
      return {
        trouble: what,
        meanwhile: () =>
          oneByOne(async () => {
            await settle();
            // Calls that are on the wire together are slow together.
            if (clock.now() >= call.at + what.ms) return;
            clock.goTo(call.at + what.ms);
            // The worker goes on with other rows while this one is on the wire.
            void program().tick();
            await settle();
          }),
      };
    }
    if (what.kind === 'accepted' || (what.kind === 'refused' && what.status === 504))
      state.ambiguous.push(clock.now());
    if (what.kind === 'dies') setImmediate(() => program().kill());
    return { trouble: what };
  });

  return {
    order: (order: Ordered): void => {
      if (order.on === 'roster') teams.pageRosters();
      ordered.push(order);
    },
    clear: (): void => void ordered.splice(0),
  };
};
