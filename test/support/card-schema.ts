import type { Card } from '../../src/cards/card';

/** The package's bundle; its modules can't be loaded outside a browser's bundler. */
const library: typeof import('adaptivecards') = require('adaptivecards/dist/adaptivecards.min.js');

type Node = Readonly<Record<string, unknown>>;

/** What the package reads by other means than a property of its schema. */
const readOtherwise = new Set(
  '$schema actions body cells choices columns fallback inlines items rows speak style type version'.split(
    ' ',
  ),
);

/** Charts are Teams' own; each has what every client can show instead. */
const charts: Readonly<Record<string, readonly string[]>> = {
  'Chart.Line': ['color', 'data', 'xAxisTitle', 'yAxisTitle'],
  'Chart.HorizontalBar': ['color', 'data', 'xAxisTitle', 'yAxisTitle'],
};

const propertiesOf = (type: string): ReadonlySet<string> | undefined => {
  const { elements, actions } = library.GlobalRegistry;
  // Parts of an element have no entry in the registry.
  if (type in charts) return new Set(charts[type]);
  const { AdaptiveCard, TextRun, Column, TableRow, TableCell } = library;
  const part = { AdaptiveCard, TextRun, Column, TableRow, TableCell };
  const made =
    type in part
      ? new part[type as keyof typeof part]()
      : (elements.createInstance(type, library.Versions.v1_5) ??
        actions.createInstance(type, library.Versions.v1_5));
  if (made === undefined) return undefined;
  const schema = made.getSchema();
  return new Set(Array.from({ length: schema.getCount() }, (_, at) => schema.getItemAt(at).name));
};

const unknownProperties = (value: unknown): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap(unknownProperties);
  if (typeof value !== 'object' || value === null) return [];
  const { data: _, ...node } = value as Node;
  const type = typeof node.type === 'string' ? node.type : undefined;
  const known = type === undefined ? undefined : propertiesOf(type);
  return [
    ...(type !== undefined && known === undefined ? [`an unknown ${type}`] : []),
    ...(type !== undefined && type in charts && node.fallback === undefined ? [`${type} alone`] : []),
    ...Object.entries(node).flatMap(([name, inner]) => [
      ...(known === undefined || known.has(name) || readOtherwise.has(name) ? [] : [`${type}.${name}`]),
      ...unknownProperties(inner),
    ]),
  ];
};

/** What in a card isn't of version 1.5's schema, in words: wrong values, and what the schema doesn't have. */
export const schemaFaults = (card: Card): readonly string[] => {
  const context = new library.SerializationContext(library.Versions.v1_5);
  new library.AdaptiveCard().parse(card, context);
  const events = Array.from({ length: context.eventCount }, (_, at) => context.getEventAt(at).message);
  // The package looks at the language with a pattern that remembers, so that it refuses every second card.
  const ofSchema = events.filter(
    (message) => !/for property "lang"|Unknown element type "Chart\./.test(message),
  );
  return [...ofSchema, ...unknownProperties(card)];
};
