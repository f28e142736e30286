import { openStore } from '../storage/open';
import type { AuditRow } from './row';
import { createTrail, type Trail } from './trail';

/** All of it; the newest so many; or what somebody did and what was done about their rights, by their object id of Entra. */
export type Which =
  | { readonly kind: 'all' }
  | { readonly kind: 'newest'; readonly limit: number }
  | { readonly kind: 'person'; readonly personId: string };

type Printing = {
  readonly databaseUrl: string;
  readonly isCsv: boolean;
  readonly which: Which;
  readonly print: (line: string) => void;
};

const columns = ['at', 'by', 'verb', 'kind', 'thing', 'whom', 'outcome'] as const;

const cellsOf = ({ at, by = '', verb, thing, whom = '', outcome }: AuditRow): readonly string[] => [
  new Date(at).toISOString(),
  by,
  verb,
  thing.kind,
  thing.id,
  whom,
  outcome,
];

/** A cell as RFC 4180 wants it. No cell begins with what a spreadsheet takes for a formula: ids and verbs are ours or Teams'. */
const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

const inCsv = (row: AuditRow): string => cellsOf(row).map(quoted).join(',');

const inWords = ({ at, by, verb, thing, whom, outcome }: AuditRow): string =>
  [
    new Date(at).toISOString(),
    outcome.padEnd(7),
    verb.padEnd(18),
    `${thing.kind} ${thing.id}`,
    ...(whom === undefined ? [] : [`of ${whom}`]),
    by === undefined ? '' : `by ${by}`,
  ]
    .join('  ')
    .trimEnd();

const rowsOf = async (trail: Trail, which: Which): Promise<AsyncIterable<AuditRow> | readonly AuditRow[]> => {
  switch (which.kind) {
    case 'all':
      return trail.all();
    case 'newest':
      return (await trail.newest(which.limit)).toReversed();
    case 'person':
      return trail.ofPerson(which.personId);
    default:
      return which satisfies never;
  }
};

/** Prints the audit trail, the oldest row first: ids alone, for the trail has no names. */
export const printAudit = async ({ databaseUrl, isCsv, which, print }: Printing): Promise<void> => {
  const store = await openStore(databaseUrl);
  try {
    if (isCsv) print(columns.join(','));
    let rows = 0;
    const trail = createTrail(store);
    for await (const row of await rowsOf(trail, which)) {
      print(isCsv ? inCsv(row) : inWords(row));
      rows += 1;
    }
    if (rows === 0 && !isCsv) print('Nothing has been changed within a year.');
  } finally {
    await store.close();
  }
};
