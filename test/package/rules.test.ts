import path from 'node:path';
import { PNG } from 'pngjs';
import { buildPackage, readTemplate } from '../../scripts/teams-package/build';
import type { RuleName } from '../../scripts/teams-package/fault';
import { type Files, jsonOf } from '../../scripts/teams-package/files';
import { recordOf } from '../../scripts/teams-package/version';

const template = readTemplate(path.join(__dirname, '../../appPackage'));
const env = {
  TEAMS_APP_ID: '11111111-aaaa-4bbb-8ccc-222222222222',
  BOT_ID: '33333333-dddd-4eee-8fff-444444444444',
  BOT_DOMAIN: 'bot.kommune.example',
  DEVELOPER_NAME: 'Opfundet Kommune',
  APP_NAME_SUFFIX: '',
};

/** Any content is a higher version than this one, so that a test breaks one rule alone. */
const never = { version: '0.0.0', content: '' };
const build = (files: Files, values: Record<string, string | undefined> = env, last = never) =>
  buildPackage(files, values, last);

const refusedFor = (built: ReturnType<typeof build>): readonly (readonly [RuleName, string])[] =>
  built.kind === 'refused' ? built.faults.map(({ rule, says }) => [rule, says] as const) : [];

// biome-ignore lint/suspicious/noExplicitAny: a manifest is broken here in ways that its type forbids
type Loose = any;

const withJson = (name: string, breakIt: (value: Loose) => void): Files => {
  const value = structuredClone(jsonOf(template, name));
  breakIt(value);
  return new Map(template).set(name, Buffer.from(JSON.stringify(value)));
};
const withManifest = (breakIt: (manifest: Loose) => void): Files => withJson('manifest.json', breakIt);
const withEnglish = (breakIt: (texts: Loose) => void): Files => withJson('en.json', breakIt);
const commands = (manifest: Loose, list = 0): Loose[] => manifest.bots[0].commandLists[list].commands;

const withIcon = (name: string, side: number, colourAt: (index: number) => readonly number[]): Files => {
  const png = new PNG({ width: side, height: side });
  for (let index = 0; index < side * side; index += 1) png.data.set(colourAt(index), index * 4);
  return new Map(template).set(name, PNG.sync.write(png));
};
const white = [255, 255, 255, 255] as const;
const clear = [0, 0, 0, 0] as const;
const green = [10, 90, 40, 255] as const;

describe('the app’s package as it stands', () => {
  it('is refused for nothing', () => {
    expect(refusedFor(build(template))).toEqual([]);
  });
});

describe('the app’s package, broken in one place', () => {
  it.each<readonly [string, RuleName, Files, string]>([
    [
      'a manifest that is no JSON',
      'json',
      new Map(template).set('manifest.json', Buffer.from('{')),
      'manifest.json',
    ],
    [
      'a manifest of another version',
      'manifest-schema',
      withManifest((m) => (m.manifestVersion = '1.17')),
      '1.17|manifestVersion',
    ],
    ['a key that no manifest has', 'manifest-schema', withManifest((m) => (m.colour = 'blue')), 'colour'],
    [
      'a short name of 31 characters',
      'manifest-schema',
      withManifest((m) => (m.name.short = 'V'.repeat(31))),
      'name/short',
    ],
    [
      'a bot id that is no GUID',
      'manifest-schema',
      withManifest((m) => (m.bots[0].botId = 'vejviser')),
      'botId',
    ],
    [
      'a developer of 33 characters',
      'manifest-schema',
      withManifest((m) => (m.developer.name = 'D'.repeat(33))),
      'developer/name',
    ],
    [
      'a language file with an unknown key',
      'localisation-schema',
      withEnglish((e) => (e['name.middle'] = 'x')),
      'name.middle',
    ],
    [
      'a translated description that is too long',
      'localisation-schema',
      withEnglish((e) => (e['description.short'] = 'x'.repeat(81))),
      'description.short',
    ],
    [
      'commands for a scope that the bot hasn’t',
      'command-scopes',
      withManifest((m) => (m.bots[0].scopes = ['team'])),
      'personal',
    ],
    [
      'two lists for one scope',
      'command-scopes',
      withManifest((m) => m.bots[0].commandLists[1].scopes.push('personal')),
      'personal',
    ],
    [
      'a command of 33 characters',
      'command-texts',
      withManifest((m) => (commands(m)[0].title = 'b'.repeat(33))),
      'bbb',
    ],
    [
      'a command twice',
      'command-texts',
      withManifest((m) => (commands(m)[1].title = commands(m)[0].title)),
      'bekymring',
    ],
    [
      'a description of 129 characters',
      'command-texts',
      withManifest((m) => (commands(m, 1)[2].description = 'd'.repeat(129))),
      'opsæt',
    ],
    [
      'a bot in teams without tier1',
      'channel-features',
      withManifest((m) => delete m.supportsChannelFeatures),
      'tier1',
    ],
    [
      'a translation of nothing',
      'localised-keys',
      withEnglish((e) => (e['bots[0].commandLists[0].commands[11].title'] = 'x')),
      'commands[11]',
    ],
    [
      'a text that isn’t translated',
      'localised-keys',
      withEnglish((e) => delete e['bots[0].commandLists[1].commands[2].title']),
      'commandLists[1].commands[2].title',
    ],
    [
      'an address over http',
      'addresses',
      withManifest((m) => (m.developer.privacyUrl = 'http://bot.kommune.example/privatliv')),
      'http://bot',
    ],
    [
      'an address on this machine',
      'addresses',
      withManifest((m) => (m.developer.websiteUrl = 'https://localhost/')),
      'localhost',
    ],
    [
      'an address that is none',
      'addresses',
      withManifest((m) => (m.developer.termsOfUseUrl = 'https://')),
      'https://',
    ],
    [
      'a file that the manifest doesn’t name',
      'files',
      new Map(template).set('.DS_Store', Buffer.from('x')),
      '.DS_Store',
    ],
    [
      'an icon that isn’t there',
      'files',
      new Map([...template].filter(([name]) => name !== 'color.png')),
      'color.png',
    ],
    [
      'an icon in a folder',
      'files',
      withManifest((m) => (m.icons.color = 'icons/color.png')),
      'icons/color.png',
    ],
    [
      'an icon that is no PNG',
      'icon-size',
      new Map(template).set('color.png', Buffer.from('GIF89a')),
      'color.png',
    ],
    ['a colour icon of 191 x 191', 'icon-size', withIcon('color.png', 191, () => green), '191'],
    [
      'an outline of 192 x 192',
      'icon-size',
      withIcon('outline.png', 192, (at) => (at === 7 ? white : clear)),
      '192',
    ],
    [
      'a colour icon with a hole',
      'icon-colour',
      withIcon('color.png', 192, (at) => (at === 500 ? clear : green)),
      'transparent',
    ],
    ['an outline on white', 'icon-outline', withIcon('outline.png', 32, () => white), 'background'],
    [
      'an outline in green',
      'icon-outline',
      withIcon('outline.png', 32, (at) => (at === 9 ? green : clear)),
      'colour',
    ],
    ['an empty outline', 'icon-outline', withIcon('outline.png', 32, () => clear), 'nothing'],
    ['a version in words', 'version', withManifest((m) => (m.version = 'next')), 'next'],
  ])('%s > %s', (_, rule, files, words) => {
    const faults = refusedFor(build(files)).filter(([name]) => name === rule);
    expect(faults.map(([, says]) => says).join()).toMatch(new RegExp(words.replace(/[.[\]*]/g, '\\$&')));
  });

  it('names every fault at once', () => {
    const files = withManifest((m) => {
      commands(m)[0].title = 'b'.repeat(33);
      delete m.supportsChannelFeatures;
    });
    expect(refusedFor(build(files)).map(([rule]) => rule)).toEqual(['command-texts', 'channel-features']);
  });
});

describe('the env file of a package', () => {
  it.each(['TEAMS_APP_ID', 'BOT_ID', 'BOT_DOMAIN', 'DEVELOPER_NAME'])('without %s > env-values', (name) => {
    expect(refusedFor(build(template, { ...env, [name]: '' }))).toEqual([
      ['env-values', expect.stringContaining(name)],
    ]);
  });

  it('may leave the name’s ending empty, but not out', () => {
    expect(refusedFor(build(template, { ...env, APP_NAME_SUFFIX: undefined }))[0]?.[0]).toBe('env-values');
  });

  it('with a value that asks for another > placeholders', () => {
    const faults = refusedFor(build(template, { ...env, DEVELOPER_NAME: '${{BOT_ID}}' }));
    expect(faults.map(([rule]) => rule)).toContain('placeholders');
  });

  it('with quotation marks in a value > stays one value', () => {
    const built = build(template, { ...env, DEVELOPER_NAME: 'X", "version": "9.9.9' });
    expect(built.kind).toBe('built');
  });
});

describe('the version of a package', () => {
  const last = recordOf(template);
  const changed = withEnglish((e) => (e['description.short'] = 'Another description'));
  const raised = new Map(changed).set(
    'manifest.json',
    withManifest((m) => (m.version = '1.0.9')).get('manifest.json') ?? Buffer.from(''),
  );
  const lowered = withManifest((m) => (m.version = '0.9.9'));

  it('must be raised when a text has changed', () => {
    expect(refusedFor(build(changed, env, last))).toEqual([['version', expect.stringContaining('raise')]]);
    expect(build(raised, env, last).kind).toBe('built');
  });

  it('must be raised when an icon has changed', () => {
    const files = withIcon('outline.png', 32, (at) => (at === 40 ? white : clear));
    expect(refusedFor(build(files, env, last))).toEqual([['version', expect.stringContaining('raise')]]);
  });

  it('is never lowered', () => {
    expect(refusedFor(build(lowered, env, last)).map(([rule]) => rule)).toEqual(['version']);
  });

  it('is higher by its numbers and not by its letters', () => {
    const nine = { version: '1.9.0', content: 'other' };
    const ten = withManifest((m) => (m.version = '1.10.0'));
    expect(build(ten, env, nine).kind).toBe('built');
  });
});
