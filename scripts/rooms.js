// Every import of src against the house's arrows: what isn't in a room's list is refused.
const { readdirSync, readFileSync } = require('node:fs');
const path = require('node:path');

/** Numbers that everybody may know. */
const everywhere = ['duration', 'derived'];
const under = ['cards', 'chat', 'municipality', 'storage/contract', 'storage/update', 'text'];

/**
 * What each room of src may import: other rooms, and packages. A file belongs to the room with the longest path that fits
 * it, and every file must have one. A slice is told what it needs through its ports; a room below never knows who calls.
 */
const rooms = {
  main: { rooms: ['app', 'compile-cache', 'config', 'log', 'misspelt', 'municipality'] },
  'compile-cache': { packages: ['node:module', 'node:path'] },
  audit: {
    rooms: [
      ...['config', 'meetings', 'meetings/model', 'requests/model', 'chat', 'cards', 'storage'],
      'storage/contract',
    ],
    packages: ['node:async_hooks', 'node:crypto', 'node:util', 'zod'],
  },
  backup: { rooms: ['config', 'storage'] },
  compare: { rooms: ['concern/comparison', 'municipality'], packages: ['node:util'] },
  counts: { rooms: ['config', 'statistics'] },
  doctor: {
    rooms: ['config', 'misspelt', 'municipality', 'storage'],
    packages: ['zod'],
  },
  docs: {
    rooms: ['concern', 'municipality', 'storage/sqlite', 'stored'],
    packages: ['node:fs', 'node:path'],
  },
  stored: {
    rooms: [
      ...['audit', 'facts/model', 'figures/model', 'links', 'meetings', 'meetings/model', 'requests/model'],
      'storage/contract',
    ],
  },
  app: {
    rooms: [
      ...['signpost-app', 'meetings-app', 'teams', 'http', 'chat', 'facts', 'municipality', 'statistics'],
      'facts/model',
      ...['storage', 'storage/contract', 'config', 'config-view', 'log', 'version'],
    ],
    packages: ['node:timers/promises'],
  },
  'signpost-app': {
    rooms: ['meetings-app', 'concern', 'chat', 'municipality', 'config'],
  },
  'meetings-app': {
    rooms: [
      ...['router-app', 'audit', 'teams', 'http', 'links', 'messages', 'meetings', 'meetings/maintenance'],
      ...['meetings/model', 'requests', 'requests/model', 'facts', 'figures', 'figures/model', 'delivery'],
      ...['municipality', 'storage/contract', 'config', 'log', 'watch'],
    ],
  },
  'router-app': {
    rooms: [
      ...['audit', 'http', 'links', 'messages', 'agenda', 'meetings', 'meetings/set-up', 'figures'],
      ...['requests', 'requests/model', 'chat', 'cards', 'storage/contract'],
    ],
  },
  watch: { rooms: ['http', 'storage/contract', 'log'] },
  version: { packages: ['node:fs', 'node:path', 'zod'] },
  config: { rooms: ['meetings/model', 'municipality'], packages: ['node:net', 'zod'] },
  misspelt: { rooms: ['config'], packages: ['fastest-levenshtein'] },
  'config-view': { rooms: ['config'] },
  duration: {},
  derived: {},
  log: { rooms: ['trace'], packages: ['node:stream', 'pino'] },
  trace: { packages: ['node:async_hooks', 'node:crypto'] },

  teams: {
    rooms: ['http', 'delivery', 'chat', 'cards', 'storage/contract', 'config', 'log'],
    packages: [
      ...['botframework-connector', 'jsonwebtoken', 'zod'],
      ...['node:crypto', 'node:http', 'node:https'],
    ],
  },
  http: {
    rooms: ['figures', 'links', 'municipality', 'storage/contract', 'text', 'log', 'trace'],
    packages: ['node:crypto', 'node:http', 'node:timers/promises', 'pino', 'prom-client', 'restify'],
  },

  links: {
    rooms: [
      'agenda',
      'figures',
      'figures/model',
      'meetings',
      'meetings/maintenance',
      'meetings/model',
      ...under,
    ],
    packages: ['docx', 'fflate', 'ical-generator', 'node:crypto', 'zod'],
  },
  requests: {
    rooms: ['requests/model', 'requests/set-up', 'meetings', 'delivery', ...under],
    packages: ['node:crypto', 'zod'],
  },
  'requests/set-up': {
    rooms: ['requests', 'requests/model', 'meetings', ...under],
    packages: ['node:util', 'zod'],
  },
  facts: {
    rooms: ['facts/model', 'concern/comparison', 'requests/model', 'meetings', 'delivery', 'log', ...under],
    packages: ['node:crypto', 'zod'],
  },
  'facts/model': {
    rooms: ['chat', 'municipality', 'privacy', 'storage/contract'],
    packages: ['zod'],
  },
  'requests/model': { rooms: ['meetings/model', 'chat', 'municipality', 'storage/contract'] },
  figures: {
    rooms: ['figures/model', 'meetings', 'meetings/model', 'requests/model', 'log', ...under],
    packages: ['zod'],
  },
  'figures/model': { rooms: ['municipality', 'requests/model'] },
  messages: {
    rooms: ['agenda', 'meetings', 'meetings/maintenance', 'meetings/model', 'delivery', ...under],
  },
  agenda: {
    rooms: ['meetings', 'meetings/model', 'privacy', ...under],
    packages: ['node:crypto', 'zod'],
  },
  meetings: {
    rooms: ['meetings/model', 'privacy', ...under],
    packages: ['zod'],
  },
  'meetings/maintenance': {
    rooms: [
      ...['meetings', 'meetings/model', 'chat', 'municipality', 'storage/contract', 'storage/update'],
      ...['log', 'trace'],
    ],
    packages: ['node:crypto'],
  },
  'meetings/set-up': {
    rooms: ['meetings', 'meetings/maintenance', 'meetings/model', 'privacy', ...under],
    packages: ['node:util', 'zod'],
  },
  'meetings/model': {
    rooms: ['chat', 'municipality', 'storage/contract'],
    packages: ['node:crypto'],
  },
  concern: {
    rooms: ['cards', 'chat', 'municipality', 'privacy', 'text'],
    packages: ['fastest-levenshtein', 'node:util', 'zod'],
  },
  'concern/comparison': { rooms: ['concern', 'municipality'], packages: ['node:util'] },
  statistics: { rooms: ['municipality', 'storage', 'storage/contract'] },

  delivery: { rooms: ['storage/contract', 'log', 'trace'], packages: ['node:timers/promises'] },
  chat: { rooms: ['cards'] },
  cards: { rooms: ['municipality'], packages: ['adaptivecards-templating', 'node:fs', 'node:path', 'zod'] },
  text: { rooms: ['municipality'] },
  privacy: { rooms: ['municipality'] },
  municipality: { packages: ['date-easter', 'node:fs', 'node:path', 'zod'] },

  storage: { rooms: ['storage/contract', 'storage/sqlite', 'storage/mongodb'], packages: ['node:path'] },
  'storage/contract': {},
  'storage/update': { rooms: ['storage/contract'], packages: ['node:timers/promises'] },
  'storage/sqlite': {
    rooms: ['storage/contract', 'storage'],
    packages: ['libsql', ...['node:fs', 'node:fs/promises', 'node:path', 'node:timers/promises', 'node:url']],
  },
  'storage/mongodb': {
    rooms: ['storage/contract', 'storage'],
    packages: ['@azure/identity', 'mongodb', 'node:crypto', 'node:timers/promises'],
  },
};

const specifiers =
  /^(?:import|export|\})[^;'=]*\bfrom '([^']+)'|^import '([^']+)'|\b(?:import|require)\(\s*'([^']+)'\s*\)/gm;

/** The room of a file, by its path below src without its ending; `undefined` when it has none. */
const roomOf = (file, table) =>
  Object.keys(table)
    .filter((room) => file === room || file.startsWith(`${room}/`))
    .toSorted((a, b) => b.length - a.length)[0];

/** The package of a specifier: `@microsoft/teams-ai` of `@microsoft/teams-ai/lib/x`. */
const packageOf = (specifier) =>
  specifier.startsWith('node:') ? specifier : specifier.match(/^(@[^/]+\/)?[^/]+/)[0];

/** What is wrong with one file's imports, a sentence each. `file` is its path below src. */
const faultsOf = (file, source, table = rooms) => {
  const stem = file.replace(/\.ts$/, '');
  const room = roomOf(stem, table);
  if (room === undefined)
    return [`src/${file} is in no room: give its folder a line in scripts/rooms.js, or move the file.`];
  const { rooms: open = [], packages = [] } = table[room];
  return [...source.matchAll(specifiers)].flatMap(([, ...found]) => {
    const specifier = found.find((each) => each !== undefined);
    if (!specifier.startsWith('.')) {
      const name = packageOf(specifier);
      if (packages.includes(name)) return [];
      return [`src/${file}: ${room} may not import the package ${name}. Ask for a port, or use its room.`];
    }
    const target = path.posix.join(path.posix.dirname(stem), specifier).replace(/\.js$/, '');
    const other = roomOf(target, table);
    if (other === room || open.includes(other) || everywhere.includes(other)) return [];
    return [
      `src/${file}: ${room} may not import ${target}: ${room} knows only ${open.join(', ') || 'itself'}. ` +
        'Take it as a value or a port, or move what both need to a room below both.',
    ];
  });
};

module.exports = { faultsOf };

if (require.main === module) {
  const src = path.join(__dirname, '../src');
  const files = readdirSync(src, { recursive: true }).filter((file) => file.endsWith('.ts'));
  const faults = files.flatMap((file) => faultsOf(file, readFileSync(path.join(src, file), 'utf8')));
  for (const fault of faults) console.error(fault);
  process.exitCode = faults.length > 0 ? 1 : 0;
}
