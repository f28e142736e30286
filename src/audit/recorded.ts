import type { Documents } from '../storage/contract';
import type { Deed } from './row';
import type { Trail } from './trail';

/** What a change of a document does that the trail tells of; `undefined` is a document that isn't there. */
export type DeedsOf<Body> = (change: {
  readonly id: string;
  readonly before: Body | undefined;
  readonly after: Body | undefined;
}) => readonly Deed[];

/**
 * The documents, with a row of the trail before each change that it tells of and another one after it: no code has a way
 * around that. What a kill leaves in between is a row that is `begun`; where the trail can't be written, nothing changes.
 */
export const recorded = <Body>(
  documents: Documents<Body>,
  { trail, deedsOf }: { readonly trail: Pick<Trail, 'begin'>; readonly deedsOf: DeedsOf<Body> },
): Documents<Body> => {
  const around = async <Done>(
    deeds: readonly Deed[],
    change: () => Promise<Done>,
    isDone: (done: Done) => boolean,
  ): Promise<Done> => {
    if (deeds.length === 0) return change();
    const end = await trail.begin(deeds);
    const done = await change();
    await end(isDone(done) ? 'done' : 'lost');
    return done;
  };
  return {
    ...documents,
    insert: (id, after, index) =>
      around(
        deedsOf({ id, before: undefined, after }),
        () => documents.insert(id, after, index),
        (isNew) => isNew,
      ),
    replace: (doc, after, index) =>
      around(
        // It was read from this very collection.
        deedsOf({ id: doc.id, before: doc.body as Body, after }),
        () => documents.replace(doc, after, index),
        (isReplaced) => isReplaced,
      ),
    remove: (id) =>
      around(
        deedsOf({ id, before: undefined, after: undefined }),
        () => documents.remove(id),
        () => true,
      ),
  };
};
