import { randomUUID } from 'node:crypto';
import type { PersonId } from '../chat/turn';
import { hourMs } from '../duration';
import type { Backlog, Doc, Instant, Store } from '../storage/contract';
import { act } from './acting';
import { type AuditAction, type AuditOutcome, type AuditRow, endOfRow, rowIndex } from './row';

/**
 * The audit trail. Rows are added and, a year later, pruned; there is no way to change one, or to remove one before.
 */
export type Trail = {
  /** Writes that the actions are about to be done, and gives what writes what came of them. */
  begin(actions: readonly AuditAction[]): Promise<(outcome: 'done' | 'lost') => Promise<void>>;
  /** Writes a action that was not done; the same of the same person makes one row an hour. */
  note(action: AuditAction, outcome: 'refused' | 'lost'): Promise<void>;
  /** The newest rows, each action once with what came of it. */
  newest(limit: number): Promise<readonly AuditRow[]>;
  /** Every row of what somebody did, and of what was done about a right of theirs; the oldest first. */
  ofPerson(personId: PersonId): AsyncGenerator<AuditRow>;
  /** Every row there is, the oldest first, page by page. */
  all(): AsyncGenerator<AuditRow>;
  /** Removes what has been kept for a year, and says how many rows. */
  prune(): Promise<number>;
  /** How many rows wait to be pruned. */
  backlog(): Promise<Backlog>;
};

const first: Instant = -8.64e15;
const rowsAPage = 500;
const prunedAtOnce = 200;

/** A action's two rows have one key. */
const keyOf = ({ id }: Doc<AuditRow>): string => id.slice(0, id.lastIndexOf('/'));

/** Each action once, by its last row: what came of it stands right behind what was begun. */
const settled = (docs: readonly Doc<AuditRow>[]): readonly AuditRow[] =>
  docs.flatMap((doc, at) => {
    const next = docs[at + 1];
    return next !== undefined && keyOf(next) === keyOf(doc) ? [] : [doc.body];
  });

const rowOf = (
  { verb, thing, whom, isAskers }: AuditAction,
  at: Instant,
  outcome: AuditOutcome,
): AuditRow => {
  const by = isAskers === undefined ? act()?.by : undefined;
  return { ...(by !== undefined && { by }), verb, thing, ...(whom !== undefined && { whom }), at, outcome };
};

/** The trail of a database. Nothing else opens its collection. */
export const createTrail = ({ documents, clock }: Pick<Store, 'documents' | 'clock'>): Trail => {
  const rows = documents<AuditRow>('audit');
  const now = async (): Promise<Instant> => act()?.now ?? clock();
  const add = (id: string, row: AuditRow): Promise<boolean> => rows.insert(id, row, rowIndex(row));
  const marked = (): void => {
    const under = act();
    if (under !== undefined) under.hasRow = true;
  };
  async function* pages(): AsyncGenerator<Doc<AuditRow>> {
    for (let after = ''; ; ) {
      const page = await rows.page(after, rowsAPage);
      yield* page;
      const last = page.at(-1);
      if (last === undefined) return;
      after = last.id;
    }
  }
  async function* all(): AsyncGenerator<AuditRow> {
    let before: Doc<AuditRow> | undefined;
    for await (const doc of pages()) {
      if (before !== undefined) yield* settled([before, doc]).slice(0, -1);
      before = doc;
    }
    if (before !== undefined) yield before.body;
  }

  return {
    begin: async (actions) => {
      const at = await now();
      const begun = actions.map((action) => ({
        key: `${at}.${randomUUID()}`,
        row: rowOf(action, at, 'begun'),
      }));
      for (const { key, row } of begun) await add(`${key}/0`, row);
      marked();
      return async (outcome) => {
        for (const { key, row } of begun) await add(`${key}/1`, { ...row, outcome });
      };
    },
    note: async (action, outcome) => {
      const at = await now();
      const row = rowOf(action, at, outcome);
      const hour = Math.floor(at / hourMs) * hourMs;
      const { verb, thing, by = '' } = row;
      await add(`${hour}.${outcome} ${verb} ${thing.kind} ${thing.id} ${by}/1`, row);
    },
    newest: async (limit) => settled(await rows.between(first, 1, 2 * limit + 1)).slice(0, limit),
    ofPerson: async function* (personId) {
      for await (const row of all()) if (row.by === personId || row.whom === personId) yield row;
    },
    all,
    prune: async () => {
      const at = await clock();
      const over = (await rows.due(prunedAtOnce)).filter(({ body }) => endOfRow(body) <= at);
      for (const { id } of over) await rows.remove(id);
      return over.length;
    },
    backlog: rows.backlog,
  };
};
