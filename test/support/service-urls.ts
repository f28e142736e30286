/** Service addresses that must never be let in, each around a host that is listed. */

const codes = (from: number, to: number): readonly string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index));

/** Characters that a parser drops, decodes, or reads as a separator. */
const characters: readonly string[] = [
  ...codes(0x00, 0x20),
  ...codes(0x7f, 0xa0),
  ...codes(0x200b, 0x200f),
  ...codes(0x2028, 0x202e),
  ...'\\?#@"<>^`{|}%&;=+$,!*\'()~',
  ...'\u00ad\u2060\ufeff\uff0e\u3002\uff61\uff0f\uff20\uff03\uff1f\uff3c\u2215\u2044\u0000',
];

/** The address with something put in at each of the places where parsers differ. */
const around = (scheme: string, host: string, path: string, put: string): readonly string[] => [
  `${put}${scheme}://${host}${path}`,
  `${scheme}${put}://${host}${path}`,
  `${scheme}:/${put}/${host}${path}`,
  `${scheme}://${put}${host}${path}`,
  `${scheme}://${host.slice(0, 3)}${put}${host.slice(3)}${path}`,
  `${scheme}://${host}${put}${path}`,
  `${scheme}://${host}/${put}${path.slice(1)}`,
  `${scheme}://${host}${path}${put}`,
];

const foreign = 'evil.example';

const credentials = (scheme: string, host: string): readonly string[] =>
  ['@', ':@', 'user@', 'user:@', ':word@', 'user:word@', '%40@', `${foreign}@`, `${foreign}:80@`].flatMap(
    (who) => [`${scheme}://${who}${host}/teams/`, `${scheme}:${who}${host}/teams/`],
  );

const otherHosts = (scheme: string, host: string): readonly string[] =>
  [
    foreign,
    `${host}.${foreign}`,
    `${host}@${foreign}`,
    `${host}:443@${foreign}`,
    `${host}\\@${foreign}`,
    `${host}#@${foreign}`,
    `${host}?@${foreign}`,
    `${host}%2f@${foreign}`,
    `${foreign}/${host}`,
    `${foreign}\\${host}`,
    `${foreign}#${host}`,
    `${foreign}?${host}`,
    `${foreign};${host}`,
    `${foreign}%00${host}`,
    `${foreign}:${host}`,
    `x${host}`,
    `x.${host}`,
    `.${host}`,
    `${host}.`,
    `${host}..`,
    `${host}:`,
    `${host}:0`,
    `${host}:1`,
    `${host}:8443`,
    `${host}:65536`,
    `${host}:99999`,
    `${host}:-1`,
    `${host}:x`,
    `[${host}]`,
    `${host},${foreign}`,
    `${host} ${foreign}`,
    host.toUpperCase(),
    host[0]?.toUpperCase() + host.slice(1),
    encodeURIComponent(host).replace(/\./g, '%2e'),
    `%${host.charCodeAt(0).toString(16)}${host.slice(1)}`,
    host.replaceAll('.', '。'),
    host.replaceAll('a', 'а'),
    '10.0.0.1',
    '169.254.169.254',
    '168.63.129.16',
    '0.0.0.0',
    '[::]',
    '[::ffff:10.0.0.1]',
    '[fe80::1%25eth0]',
    '0x7f.1',
    '2130706433',
    '017700000001',
    '127.1',
    '127.0.0.1.nip.io',
    'localhost.localdomain',
    'localhost.',
    'LOCALHOST',
    '',
  ].flatMap((other) => [`${scheme}://${other}/teams/`, `${scheme}://${other}`]);

const paths = (scheme: string, host: string): readonly string[] =>
  [
    '//',
    '//teams/',
    `//${foreign}/`,
    `/\\${foreign}/`,
    '/teams//',
    '/./',
    '/../',
    '/teams/../',
    '/teams/..',
    '/teams/./x/',
    '/teams/%2e%2e/',
    '/teams/%2E./',
    '/teams%2f..%2f',
    '/teams/%00/',
    '/teams/%0d%0aHost:x/',
    '/teams/;x=1/',
    '/teams?',
    '/teams/?x=1',
    '/teams/#',
    '/teams/#x',
    '?',
    '#',
    '/æ/',
    '/teams/ /',
    `/teams/${'a'.repeat(2_048)}`,
  ].map((path) => `${scheme}://${host}${path}`);

const schemes = (host: string): readonly string[] =>
  [
    'ftp://',
    'ws://',
    'wss://',
    'file://',
    'gopher://',
    'javascript://',
    'data:',
    'blob:https://',
    'view-source:https://',
    'HTTPS://',
    'Https://',
    'https:',
    'https:/',
    'https:///',
    'https:////',
    'https:\\\\',
    'https:\\/',
    'https:/\\',
    'https//',
    '//',
    '\\\\',
    '/',
    '',
    'https;//',
    'httpss://',
    'shttps://',
  ].flatMap((scheme) => [`${scheme}${host}/teams/`, `${scheme}${host}`]);

const notTexts: readonly unknown[] = [null, 0, 1, true, [], {}, ['https://smba.trafficmanager.net/teams/']];

/** Every hostile form of an address of this host, without doubles and without the address itself. */
export const hostileServiceUrls = (scheme: 'http' | 'https', host: string): readonly unknown[] => {
  const forms = new Set<unknown>([
    ...characters.flatMap((put) => around(scheme, host, '/teams/', put)),
    ...credentials(scheme, host),
    ...otherHosts(scheme, host),
    ...paths(scheme, host),
    ...schemes(host),
    ...notTexts,
  ]);
  for (const good of [`${scheme}://${host}`, `${scheme}://${host}/teams/`]) forms.delete(good);
  return [...forms];
};
