// `node --require ./test/support/typescript-hook.js test/promises/taken-out.ts [name,name]`, after `npm run build`: takes out each
// mending in turn, in a copy of the program, and tells the story that it was made for. Every one of them must turn red.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { transformSync } from '@swc/core';
import { type Mending, mendings } from './mendings';

const root = path.join(__dirname, '../..');
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const builtOf = (file: string): string => path.join('dist', file.replace(/\.ts$/, '.js'));

/** The source without the mending, as a built file. */
const without = (file: string, changes: Mending['changes']): string => {
  let source = readFileSync(path.join(root, 'src', file), 'utf8');
  for (const { from, to } of changes) {
    if (source.split(from).length !== 2) throw new Error(`${file} hasn't exactly one:\n${from}`);
    source = source.replace(from, () => to);
  }
  return transformSync(source, {
    filename: file,
    jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
    module: { type: 'commonjs', ignoreDynamic: true },
  }).code;
};

const takeOut = (copy: string, { story, changes }: Mending): boolean => {
  const files = [...new Set(changes.map(({ file }) => file))];
  for (const file of files)
    writeFileSync(
      path.join(copy, builtOf(file)),
      without(
        file,
        changes.filter((each) => each.file === file),
      ),
    );
  const hook = path.join(copy, 'test/support/typescript-hook.js');
  const told = spawnSync(
    process.execPath,
    ['--require', hook, path.join(copy, 'test/promises/run.ts'), '--only', story],
    { encoding: 'utf8' },
  );
  for (const file of files) cpSync(path.join(root, builtOf(file)), path.join(copy, builtOf(file)));
  return told.stdout.includes('is broken again');
};

const main = (): void => {
  const [names = ''] = process.argv.slice(2);
  const wanted = mendings.filter(({ story }) => names === '' || names.split(',').includes(story));
  const copy = mkdtempSync(path.join(os.tmpdir(), 'vejviser-taken-out-'));
  try {
    for (const each of ['dist', 'src', 'test', 'cards', 'package.json'])
      cpSync(path.join(root, each), path.join(copy, each), { recursive: true });
    symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'));
    const green = wanted.filter((mending) => {
      const isRed = takeOut(copy, mending);
      say(`${isRed ? 'red  ' : 'GREEN'}  ${mending.story}: without »${mending.what}«`);
      return !isRed;
    });
    say(`${wanted.length - green.length} of ${wanted.length} mendings are held by their story.`);
    process.exitCode = green.length === 0 ? 0 : 1;
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
};

main();
