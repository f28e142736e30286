import { readFileSync } from 'node:fs';
import { Language, type Node, Parser } from 'web-tree-sitter';

type Named = { readonly name: string; readonly isDescribed: boolean };

/** What of a Bicep file the rules look at. */
export type BicepFile = {
  /** Lines, from 1, that the grammar can't read. */
  readonly unreadable: readonly number[];
  readonly params: readonly (Named & { readonly hasDefault: boolean; readonly allowed: readonly string[] })[];
  readonly variables: readonly string[];
  readonly outputs: readonly Named[];
  readonly modules: readonly {
    readonly name: string;
    readonly path: string;
    readonly params: readonly string[];
  }[];
  /** `module.outputs.name`, wherever it stands. */
  readonly readOutputs: readonly { readonly module: string; readonly output: string }[];
  /** How often each identifier stands in the file, its declaration too. */
  readonly uses: ReadonlyMap<string, number>;
  /** The keys of objects. */
  readonly keys: readonly string[];
  readonly strings: readonly string[];
  readonly calls: readonly string[];
};

/** Loads the grammar; what it gives reads a file's text. */
export const loadBicepReader = async (): Promise<(text: string) => BicepFile> => {
  await Parser.init();
  const parser = new Parser();
  parser.setLanguage(
    await Language.load(readFileSync(require.resolve('tree-sitter-bicep/tree-sitter-bicep.wasm'))),
  );
  return (text) => {
    const tree = parser.parse(text);
    if (tree === null) throw new Error('The grammar gave no tree');
    return fileOf(tree.rootNode);
  };
};

const of = (node: Node, ...types: string[]): readonly Node[] =>
  node.descendantsOfType(types).filter((each) => each !== null);
const first = (node: Node, type: string): string =>
  node.namedChildren.find((child) => child?.type === type)?.text ?? '';
const unquoted = (text: string): string => text.replace(/^'|'$/g, '');

const unreadableIn = (node: Node): readonly number[] =>
  node.hasError
    ? [
        ...(node.isError || node.isMissing ? [node.startPosition.row + 1] : []),
        ...node.children.flatMap((child) => (child === null ? [] : unreadableIn(child))),
      ]
    : [];

/** The decorators stand before what they decorate, as siblings. */
const decoratorsOf = (node: Node): string => {
  const before = node.previousNamedSibling;
  return before?.type === 'decorators' ? before.text : '';
};

const named = (node: Node): Named => ({
  name: first(node, 'identifier'),
  isDescribed: decoratorsOf(node).includes('@description('),
});

const keysOf = (object: Node | undefined): readonly string[] =>
  (object?.namedChildren ?? []).flatMap((property) =>
    property?.type === 'object_property' ? [unquoted(property.firstNamedChild?.text ?? '')] : [],
  );

const propertyOf = (object: Node, key: string): Node | undefined =>
  object.namedChildren.find((property) => property?.firstNamedChild?.text === key)?.namedChildren.at(-1) ??
  undefined;

const moduleOf = (node: Node): BicepFile['modules'][number] => {
  const [object] = of(node, 'object');
  return {
    name: first(node, 'identifier'),
    path: unquoted(first(node, 'string')),
    params: object === undefined ? [] : keysOf(propertyOf(object, 'params')),
  };
};

const usesIn = (root: Node): ReadonlyMap<string, number> => {
  const uses = new Map<string, number>();
  for (const { text } of of(root, 'identifier')) uses.set(text, (uses.get(text) ?? 0) + 1);
  return uses;
};

const fileOf = (root: Node): BicepFile => ({
  unreadable: [...new Set(unreadableIn(root))],
  params: of(root, 'parameter_declaration').map((node) => ({
    ...named(node),
    hasDefault: /^param\s+\w+\s+[^=\n]+=/.test(node.text),
    allowed: [...(/@allowed\(\[([^\]]*)/.exec(decoratorsOf(node))?.[1]?.matchAll(/'([^']*)'/g) ?? [])].map(
      ([, one = '']) => one,
    ),
  })),
  variables: of(root, 'variable_declaration').map((node) => first(node, 'identifier')),
  outputs: of(root, 'output_declaration').map(named),
  modules: of(root, 'module_declaration').map(moduleOf),
  readOutputs: [...root.text.matchAll(/\b(\w+)!?\.outputs\.(\w+)/g)].map(([, module = '', output = '']) => ({
    module,
    output,
  })),
  uses: usesIn(root),
  keys: of(root, 'object').flatMap(keysOf),
  strings: of(root, 'string').map(({ text }) => unquoted(text)),
  calls: of(root, 'call_expression').map((node) => node.firstNamedChild?.text ?? ''),
});
