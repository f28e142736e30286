/**
 * `npm run bundle [-- folder]`: puts what production needs, and nothing else, into an empty folder, build/bundle. App
 * Service and the image get this folder. It has every municipality's file; `MUNICIPALITY_FILE` says which one is used.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { loadMunicipality, municipalityFilesIn } from '../src/municipality/load';

/** npm runs it at the top of the repository. */
const root = process.cwd();
const own = path.join(root, 'build/bundle');
const files = ['dist', 'cards', 'LICENSE', 'package-lock.json', '.npmrc'];
/** What only compilers and debuggers read: a third of what npm brings. */
const isUnread = (name: string): boolean => /\.(map|d\.[cm]?ts|tsbuildinfo)$/.test(name);

/** It runs on Linux, whatever it is put together on: the embedded database is a binary. */
const cpu = process.platform === 'linux' ? process.arch : 'x64';
const forLinux = ['--os=linux', `--cpu=${cpu}`];

/** Without what only development needs: scripts of the repository would not run there. */
const productionPackage = (): string => {
  const { devDependencies, scripts, ...rest } = JSON.parse(
    readFileSync(path.join(root, 'package.json'), 'utf8'),
  );
  return `${JSON.stringify({ ...rest, scripts: { start: scripts.start } }, null, 2)}\n`;
};

/** A file that the process would refuse is refused here, where somebody sees it. */
const municipalities = (): readonly string[] =>
  municipalityFilesIn('src/municipality').map((file) => {
    try {
      loadMunicipality(file);
      return file;
    } catch (error) {
      throw new Error(`${file}: ${error instanceof Error ? error.message : 'can not be read'}`);
    }
  });

const main = (): void => {
  const carried = [...files, ...municipalities()];
  const target = path.resolve(process.argv[2] ?? own);
  if (target === own) rmSync(target, { recursive: true, force: true });
  if (existsSync(target) && readdirSync(target).length > 0) throw new Error(`${target} isn't empty.`);
  mkdirSync(target, { recursive: true });
  for (const name of carried) cpSync(path.join(root, name), path.join(target, name), { recursive: true });
  // npm compares the lock with the whole package.json, so that one is there while it installs.
  cpSync(path.join(root, 'package.json'), path.join(target, 'package.json'));
  execFileSync('npm', ['ci', '--omit=dev', '--prefer-offline', '--loglevel=error', ...forLinux], {
    cwd: target,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  writeFileSync(path.join(target, 'package.json'), productionPackage());
  for (const name of readdirSync(path.join(target, 'node_modules'), { recursive: true, encoding: 'utf8' })) {
    if (isUnread(name)) rmSync(path.join(target, 'node_modules', name));
  }
  process.stdout.write(`${path.relative(process.cwd(), target) || '.'} has what production needs.\n`);
};

try {
  main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : 'The bundle can not be made.'}\n`);
  process.exitCode = 1;
}
