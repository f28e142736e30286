import type { Verb } from './verbs';

/** What a button sends, on new clients with `Action.Execute` and on old ones with its fallback. */
type ButtonData = Readonly<Record<string, unknown>>;

export type Button = {
  readonly type: 'Action.Execute';
  readonly title: string;
  readonly verb: Verb;
  readonly data: ButtonData;
  readonly style?: 'positive' | 'destructive';
  readonly tooltip?: string;
  /** A way out of a form, which needs nothing of what its fields hold. */
  readonly associatedInputs?: 'none';
  readonly fallback: {
    readonly type: 'Action.Submit';
    readonly title: string;
    readonly data: ButtonData;
    readonly associatedInputs?: 'none';
  };
};

export type ButtonOptions = Pick<
  Button,
  'title' | 'verb' | 'data' | 'style' | 'tooltip' | 'associatedInputs'
>;

/** A button for every client. The data holds the verb as well, for `Action.Submit` has no other place for it. */
export const action = ({ title, verb, data, ...look }: ButtonOptions): Button => {
  const carried = { ...data, verb };
  return {
    type: 'Action.Execute',
    title,
    verb,
    data: carried,
    ...look,
    fallback: {
      type: 'Action.Submit',
      title,
      data: carried,
      ...(look.associatedInputs === undefined ? {} : { associatedInputs: look.associatedInputs }),
    },
  };
};
