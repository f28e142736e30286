import type { PersonId } from '../chat/turn';
import { dayMs } from '../duration';
import type { Documents, Index, Instant } from '../storage/contract';
import { mustUpdate, update } from '../storage/update';

/** What somebody could not be told in private, by the row that was to tell it; they are told on the next card that they open. */
export type PendingNotice = {
  readonly groupId: string;
  readonly row: { readonly id: string; readonly kind: string; readonly subject: string };
};

/** Everything that waits for one person; the document's id is the person's. */
export type PendingNotices = { readonly waiting: readonly PendingNotice[] };

export type NoticePorts = { readonly notices: Documents<PendingNotices> };

const mostPending = 50;
/** Nobody who comes back later needs to be told. */
const keptDays = 90;
const listed = '';

const indexAt = (now: Instant, days: number): Index => ({
  groupId: listed,
  at: now,
  nextCheckAt: now + days * dayMs,
});

/** Remembers a notice for the person's next card; the same one twice is one. */
export const addPendingNotice = async (
  { notices }: NoticePorts,
  {
    personId,
    notice,
    now,
  }: { readonly personId: PersonId; readonly notice: PendingNotice; readonly now: Instant },
): Promise<void> => {
  const add = () =>
    mustUpdate(notices, personId, ({ waiting }) =>
      waiting.some(({ row }) => row.id === notice.row.id)
        ? { kind: 'leave', left: 'same' }
        : {
            kind: 'save',
            body: { waiting: [notice, ...waiting].slice(0, mostPending) },
            index: indexAt(now, keptDays),
          },
    );
  if ((await add()).kind !== 'missing') return;
  if (!(await notices.insert(personId, { waiting: [notice] }, indexAt(now, keptDays)))) await add();
};

/** What waits for the person, once: of two cards at the same time one has it. */
export const takePendingNotices = async (
  { notices }: NoticePorts,
  personId: PersonId,
  now: Instant,
): Promise<readonly PendingNotice[]> => {
  let taken: readonly PendingNotice[] = [];
  const updated = await update(notices, personId, ({ waiting }) => {
    taken = waiting;
    return waiting.length === 0
      ? { kind: 'leave', left: 'nothing' }
      : { kind: 'save', body: { waiting: [] }, index: indexAt(now, 0) };
  });
  return updated.kind === 'saved' ? taken : [];
};

/** So many people are counted; that more wait is no better news than that a thousand do. */
const mostCounted = 1_000;

/** How many wait, of everybody. */
export const countPendingNotices = async ({ notices }: NoticePorts): Promise<number> =>
  (await notices.list(listed, 0, mostCounted)).reduce((sum, { body }) => sum + body.waiting.length, 0);

/** Removes the documents of whom nothing waits any more, and what has waited too long; says how many. */
export const prunePendingNotices = async ({ notices }: NoticePorts): Promise<number> => {
  const over = await notices.due(100);
  for (const { id } of over) await notices.remove(id);
  return over.length;
};
