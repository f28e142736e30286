import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.join(__dirname, '../..');
const papers = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.md'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file !== '' && existsSync(path.join(root, file)));

/** A heading's address, as GitHub makes it. */
const anchorOf = (heading: string): string =>
  heading
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(/\s/g, '-');

const withoutCode = (text: string): string =>
  text.replaceAll(/```[\s\S]*?```/g, '').replaceAll(/`[^`\n]*`/g, '');
const anchorsIn = (text: string): ReadonlySet<string> =>
  new Set(
    [...text.replaceAll(/```[\s\S]*?```/g, '').matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
      anchorOf(heading),
    ),
  );

const faultOf = (paper: string, link: string): string | undefined => {
  if (/^(https?:|mailto:)/.test(link)) return undefined;
  const [file = '', anchor] = link.split('#');
  const target =
    file === '' ? path.join(root, paper) : path.resolve(root, path.dirname(paper), decodeURIComponent(file));
  if (!existsSync(target)) return `${paper}: ${link} leads nowhere`;
  if (anchor === undefined || !target.endsWith('.md')) return undefined;
  const known = anchorsIn(readFileSync(target, 'utf8'));
  return known.has(decodeURIComponent(anchor)) ? undefined : `${paper}: ${link} has no such heading`;
};

describe('papers', () => {
  it('every link to a file or a heading > leads there', () => {
    expect(papers).toEqual(expect.arrayContaining(['README.md', 'docs/drift.md', 'docs/idriftsaettelse.md']));
    const faults = papers.flatMap((paper) =>
      [...withoutCode(readFileSync(path.join(root, paper), 'utf8')).matchAll(/\]\(([^)\s]+)\)/g)].map(
        ([, link = '']) => faultOf(paper, link),
      ),
    );
    expect(faults.filter((fault) => fault !== undefined)).toEqual([]);
  });

  it('a link to nothing, and one to a heading that is gone > are found', () => {
    expect(faultOf('docs/drift.md', 'nowhere.md')).toContain('leads nowhere');
    expect(faultOf('docs/drift.md', '#intet')).toContain('has no such heading');
    expect(faultOf('docs/drift.md', '#stopknappen')).toBeUndefined();
  });

  it('what the doctor is quoted with > is what it says', () => {
    const [, table = ''] = readFileSync(path.join(root, 'docs/drift.md'), 'utf8').split('| doktoren siger |');
    const [rows = ''] = table.split('\n\n');
    const quoted = [...rows.matchAll(/^\| `([^`]+)` \|/gm)].map(([, words = '']) => words);
    expect(quoted.length).toBeGreaterThanOrEqual(10);
    const said = [
      'src/config.ts',
      'src/doctor/settings.ts',
      'src/doctor/reach.ts',
      'src/municipality/load.ts',
    ]
      .map((file) => readFileSync(path.join(root, file), 'utf8'))
      .join();
    expect(quoted.filter((words) => !said.includes(words))).toEqual([]);
  });

  it('every metric and every event of the log > is explained to whoever is on duty', () => {
    const paper = readFileSync(path.join(root, 'docs/drift.md'), 'utf8');
    const metrics = readFileSync(path.join(root, 'src/http/metrics.ts'), 'utf8');
    const names = [
      ...[...metrics.matchAll(/(?:counter|gauge)\('(\w+)'/g)].map(([, name]) => `vejviser_${name}`),
      ...[...metrics.matchAll(/name: '(\w+)'/g)].map(([, name]) => name ?? ''),
    ];
    expect(names.length).toBeGreaterThan(15);
    const events = readFileSync(path.join(root, 'src/log.ts'), 'utf8').split('const levels')[1] ?? '';
    const said = [...events.matchAll(/^ {2}'?([a-z-]+)'?: '(?:info|warn|error|debug)'/gm)].map(
      ([, name]) => name ?? '',
    );
    expect(said.length).toBeGreaterThan(12);
    expect([...names, ...said].filter((name) => !paper.includes(`\`${name}`))).toEqual([]);
  });
});
