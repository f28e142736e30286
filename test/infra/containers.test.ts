import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { loadConfig, variables } from '../../src/config';

const root = path.join(__dirname, '../..');
const read = (name: string): string => readFileSync(path.join(root, name), 'utf8');

describe('Dockerfile', () => {
  const lines = read('Dockerfile').split('\n');
  const last = lines.slice(lines.lastIndexOf('FROM node:24-slim'));

  it('makes what `npm run bundle` makes, and takes nothing else into the image', () => {
    expect(lines).toContain('RUN npm run bundle');
    expect(last.filter((line) => line.startsWith('COPY'))).toEqual([
      'COPY --from=build /build/build/bundle ./',
    ]);
  });

  it('runs as somebody else than root, with Node as the first process and a health check', () => {
    expect(last).toContain('USER node');
    expect(last).toContain('CMD ["node", "dist/main.js"]');
    expect(last.join('\n')).toMatch(/HEALTHCHECK .*\\\n {2}CMD .*\/readyz/);
  });

  it('is given every file that the bundle is made of', () => {
    const let_in = read('.dockerignore')
      .split('\n')
      .filter((line) => line.startsWith('!'))
      .map((line) => line.slice(1));
    expect(let_in.filter((name) => !existsSync(path.join(root, name)))).toEqual([]);
    const wanted = [
      'package.json',
      'package-lock.json',
      '.npmrc',
      'LICENSE',
      'tsconfig.json',
      'src',
      'cards',
      'scripts',
    ];
    expect(let_in).toEqual(expect.arrayContaining([...wanted, 'test/support/typescript-hook.js']));
  });
});

describe('compose.yaml', () => {
  const { services } = parse(read('compose.yaml'), { merge: true });

  it('starts two instances that write nothing and may do nothing, on one MongoDB', () => {
    for (const name of ['bot-1', 'bot-2']) {
      expect(services[name]).toMatchObject({ read_only: true, cap_drop: ['ALL'] });
      expect(services[name].environment.DATABASE_URL).toBe('mongodb://database:27017/vejviser');
    }
    expect(services.database.image).toMatch(/^mongo:/);
  });

  it('hands the program settings with which it starts', () => {
    const guid = '11111111-aaaa-4bbb-8ccc-222222222222';
    const env = Object.fromEntries(
      Object.entries<string>(services['bot-1'].environment).map(([name, value]) => [
        name,
        value
          .replace(/\$\{BOT_DOMAIN[^}]*\}/, 'bot.example')
          .replace(/\$\{\w+:-([^}]*)\}/, '$1')
          .replace(/\$\{[^}]+\}/, guid),
      ]),
    );
    const { publicUrl, retention, isStopped } = loadConfig(env);
    expect([publicUrl, retention.keepDays, isStopped]).toEqual(['https://bot.example', 30, false]);
  });

  it('offers every setting that the program reads, but those that are no choice here, and no other', () => {
    const noChoice = ['HOST', 'PORT', 'VEJVISER_ENV'];
    const ofMicrosoft = ['BOT_OPENID_METADATA_URL', 'BOT_LOGIN_URL', 'BOT_SERVICE_HOSTS'];
    const offered = Object.keys(services['bot-1'].environment);
    expect([...offered, ...noChoice, ...ofMicrosoft].sort()).toEqual([...variables].sort());
  });

  it('asks for nothing that the page on deployment doesn’t name', () => {
    const asked = [...read('compose.yaml').matchAll(/\$\{(\w+):\?/g)].map(([, name]) => `\`${name}\``);
    expect(asked.length).toBeGreaterThan(4);
    expect(asked.filter((name) => !read('docs/idriftsaettelse.md').includes(name))).toEqual([]);
  });

  it('has a secret’s name and never its value', () => {
    expect(services['bot-1'].environment.BOT_PASSWORD).toMatch(/^\$\{BOT_PASSWORD:\?[^}]+\}$/);
  });
});

describe('the proxy', () => {
  it('knows both instances, asks whether they are ready, and keeps the figures inside', () => {
    const text = read('infra/compose/Caddyfile');
    expect(text).toContain('reverse_proxy bot-1:3978 bot-2:3978');
    expect(text).toContain('health_uri /readyz');
    expect(text).toContain('respond /metrics 404');
  });
});
