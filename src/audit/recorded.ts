import type { Documents } from '../storage/contract';
import type { AuditAction } from './row';
import type { Trail } from './trail';

/** What a change of a document does that the trail tells of; `undefined` is a document that isn't there. */
export type ActionsOf<Body> = (change: {
  readonly id: string;
  readonly before: Body | undefined;
  readonly after: Body | undefined;
}) => readonly AuditAction[];

/**
 * The documents, with a row of the trail before each change that it tells of and another one after it: no code has a way
 * around that. What a kill leaves in between is a row that is `begun`; where the trail can't be written, nothing changes.
 */
export const recorded = <Body>(
  documents: Documents<Body>,
  { trail, actionsOf }: { readonly trail: Pick<Trail, 'begin'>; readonly actionsOf: ActionsOf<Body> },
): Documents<Body> => {
  const around = async <Done>(
    actions: readonly AuditAction[],
    change: () => Promise<Done>,
    isDone: (done: Done) => boolean,
  ): Promise<Done> => {
    if (actions.length === 0) return change();
    const end = await trail.begin(actions);
    const done = await change();
    await end(isDone(done) ? 'done' : 'lost');
    return done;
  };
  return {
    ...documents,
    insert: (id, after, index) =>
      around(
        actionsOf({ id, before: undefined, after }),
        () => documents.insert(id, after, index),
        (isNew) => isNew,
      ),
    replace: (doc, after, index) =>
      around(
        // It was read from this very collection.
        actionsOf({ id: doc.id, before: doc.body as Body, after }),
        () => documents.replace(doc, after, index),
        (isReplaced) => isReplaced,
      ),
    remove: (id) =>
      around(
        actionsOf({ id, before: undefined, after: undefined }),
        () => documents.remove(id),
        () => true,
      ),
  };
};
