// `npm run licences`: writes docs/licences.md, every package that is shipped with its licence, from the lock file.
const { readFileSync, writeFileSync } = require('node:fs');
const path = require('node:path');

const root = path.join(__dirname, '..');
const lockFile = path.join(root, 'package-lock.json');
const paper = path.join(root, 'docs/licences.md');

/** Licences that let a municipality run and pass on the program, with the notice that they ask for. */
const allowed = new Set([
  ...['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'BlueOak-1.0.0', 'CC0-1.0'],
  ...['ISC', 'MIT', 'PSF-2.0', 'Python-2.0', 'Unlicense', 'Zlib'],
]);

/** Whether an SPDX expression can be kept: of `OR` one is enough, of `AND` all are needed. */
const mayShip = (expression) =>
  expression
    .replaceAll(/[()]/g, '')
    .split(' AND ')
    .every((part) => part.split(' OR ').some((licence) => allowed.has(licence.trim())));

/** Said in the package's files and not in its package.json: Readme.md, and the head of lib/jspath.js. */
const saidElsewhere = { 'escape-regexp-component': 'MIT', jspath: '(MIT OR GPL)' };

/** What the package's own package.json says, where the lock file has nothing. */
const ownWords = (folder) => {
  try {
    const { license, licenses } = JSON.parse(readFileSync(path.join(root, folder, 'package.json'), 'utf8'));
    return license?.type ?? license ?? licenses?.map(({ type }) => type).join(' OR ');
  } catch {
    return undefined;
  }
};

/** Every package that production installs, with its licence; `unknown` where nobody says. */
const shippedIn = (lock) =>
  Object.entries(lock.packages)
    .filter(([folder, { dev, devOptional, link }]) => folder !== '' && !dev && !devOptional && !link)
    .map(([folder, { version, license }]) => {
      const name = folder.split('node_modules/').at(-1);
      return { name, version, licence: license ?? ownWords(folder) ?? saidElsewhere[name] ?? 'unknown' };
    })
    .toSorted((a, b) => (a.name + a.version < b.name + b.version ? -1 : 1));

const listOf = (shipped) => {
  const byLicence = Map.groupBy
    ? Map.groupBy(shipped, ({ licence }) => licence)
    : shipped.reduce((map, one) => map.set(one.licence, [...(map.get(one.licence) ?? []), one]), new Map());
  return [...byLicence]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([licence, packages]) => {
      const names = [...new Set(packages.map(({ name, version }) => `${name} ${version}`))];
      return `| ${licence} | ${names.length} | ${names.join(', ')} |`;
    });
};

const textOf = (shipped) => `# Licences of what is shipped

Written by \`npm run licences\` from the lock file; a test holds it fresh and refuses a licence that isn't on the list in
\`scripts/licences.js\`. Each package brings its own licence text, which stays in \`node_modules\` and in the bundle.

| licence | packages | |
|---|---|---|
${listOf(shipped).join('\n')}
`;

module.exports = { mayShip, shippedIn, textOf };

if (require.main === module) {
  const shipped = shippedIn(JSON.parse(readFileSync(lockFile, 'utf8')));
  const refused = shipped.filter(({ licence }) => !mayShip(licence));
  for (const { name, licence } of refused)
    console.error(`${name}: ${licence} isn't a licence that may be shipped`);
  process.exitCode = refused.length > 0 ? 1 : 0;
  writeFileSync(paper, textOf(shipped));
}
