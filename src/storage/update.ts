import { setTimeout as wait } from 'node:timers/promises';
import type { Doc, Documents, Index } from './contract';

/** What is to become of a document: another body with what it is found by, or nothing, and why. */
export type Decided<Body, Left> =
  | { readonly kind: 'save'; readonly body: Body; readonly index: Index }
  | { readonly kind: 'leave'; readonly left: Left };

export type Updated<Body, Left> =
  | { readonly kind: 'saved'; readonly doc: Doc<Body> }
  | { readonly kind: 'left'; readonly doc: Doc<Body>; readonly left: Left }
  | { readonly kind: 'missing' }
  /** Others were faster every time; nothing of this change has been written. */
  | { readonly kind: 'busy'; readonly doc: Doc<Body> };

type Options<Body> = {
  /** What must be stored before the change is, so that a crash in between leaves it: rows that are true either way. */
  readonly first?: (body: Body, before: Body) => Promise<void>;
};

/** Of fifty who change one document at once the last has its turn. */
const maxTries = 60;
const longestPauseMs = 100;

const pause = (tries: number): Promise<void> =>
  wait(Math.random() * Math.min(longestPauseMs, 2 ** Math.min(tries, 10)));

/**
 * The one way to change a document: reads it, lets a pure decision change it and writes it, and begins anew on what is
 * there when somebody else was faster. A document that the caller has just read saves the first read.
 */
export const update = async <Body, Left = 'same'>(
  documents: Documents<Body>,
  known: string | Doc<Body>,
  decide: (body: Body) => Decided<Body, Left>,
  { first }: Options<Body> = {},
): Promise<Updated<Body, Left>> => {
  const id = typeof known === 'string' ? known : known.id;
  let doc = typeof known === 'string' ? await documents.find(id) : known;
  for (let tries = 1; doc !== undefined; tries += 1) {
    const decided = decide(doc.body);
    if (decided.kind === 'leave') return { kind: 'left', doc, left: decided.left };
    const { body, index } = decided;
    await first?.(body, doc.body);
    if (await documents.replace(doc, body, index))
      return { kind: 'saved', doc: { id, version: doc.version + 1, body } };
    if (tries === maxTries) return { kind: 'busy', doc };
    await pause(tries);
    doc = await documents.find(id);
  }
  return { kind: 'missing' };
};

/** The same where the change must be made: rejects when others were faster every time. */
export const mustUpdate = async <Body, Left = 'same'>(
  ...wanted: Parameters<typeof update<Body, Left>>
): Promise<Exclude<Updated<Body, Left>, { kind: 'busy' }>> => {
  const updated = await update(...wanted);
  if (updated.kind === 'busy')
    throw new Error('A document was changed too often while a change of it waited');
  return updated;
};
