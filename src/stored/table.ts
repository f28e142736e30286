import { type ClassId, classes } from './classes';
import { bodies, fields } from './fields';

type Columns = Readonly<Record<string, readonly string[]>>;

/** The column of a field: `groupId` is `group_id`; `to` is a word of SQL's own. */
const columnOf = (field: string): string =>
  field === 'to' ? 'recipient' : field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const tableOf = columnOf;

/** Columns that nobody has classified, and classified fields that no table has; empty when both are the same. */
export const unclassified = (columns: Columns): readonly string[] => {
  const known = Object.entries(fields).flatMap(([name, own]) => [
    ...Object.keys(own).map((field) => `${tableOf(name)}.${columnOf(field)}`),
    ...(Object.hasOwn(bodies, name) ? [`${tableOf(name)}.body`] : []),
  ]);
  const there = Object.entries(columns).flatMap(([table, own]) => own.map((column) => `${table}.${column}`));
  return [
    ...there.filter((column) => !known.includes(column)).map((column) => `${column} has no class`),
    ...known.filter((column) => !there.includes(column)).map((column) => `${column} isn't stored`),
  ];
};

const ids = Object.keys(classes) as ClassId[];
const numberOf = (id: ClassId): number => ids.indexOf(id) + 1;
const row = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;

const classTable = (): readonly string[] => [
  row(['nr.', 'hvad', 'personoplysning', 'formål', 'hvor længe', 'hvem læser']),
  row(['---', '---', '---', '---', '---', '---']),
  ...ids.map((id) => {
    const { what, personal, purpose, kept, readers } = classes[id];
    return row([numberOf(id), what, personal, purpose, kept, readers]);
  }),
];

/** One line for the fields of one class in one collection. */
const fieldTable = (): readonly string[] => {
  const lines = Object.keys(fields).flatMap((name) => {
    const all = {
      ...fields[name],
      ...(Object.hasOwn(bodies, name) ? bodies[name as keyof typeof bodies] : {}),
    };
    const own = Object.entries(all);
    return ids
      .map((id) => ({ id, names: own.filter(([, each]) => each === id).map(([field]) => `\`${field}\``) }))
      .filter(({ names }) => names.length > 0)
      .map(({ id, names }) => row([`\`${name}\``, numberOf(id), names.join(', ')]));
  });
  return [row(['samling', 'nr.', 'felter']), row(['---', '---', '---']), ...lines];
};

/** The table of everything that is stored, as Markdown. Throws when the database has a column without a class. */
export const storedTable = (columns: Columns): string => {
  const faults = unclassified(columns);
  if (faults.length > 0)
    throw new Error(`Classify it in src/stored/fields.ts:\n${faults.map((each) => `- ${each}`).join('\n')}`);
  return [...classTable(), '', 'Felt for felt, med numrene fra tabellen ovenfor:', '', ...fieldTable()].join(
    '\n',
  );
};
