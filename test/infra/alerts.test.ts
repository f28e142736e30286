import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { createMetrics } from '../../src/http/metrics';
import { onPath } from '../support/mongodb-server';
import { describeWith } from '../support/requires';

const folder = path.join(__dirname, '../../infra/prometheus');
const read = (name: string) => parse(readFileSync(path.join(folder, name), 'utf8'));

type Rule = { readonly alert: string; readonly expr: string };
type RuleTest = {
  readonly alert_rule_test: readonly {
    readonly alertname: string;
    readonly exp_alerts: readonly unknown[];
  }[];
};
const rules: readonly Rule[] = read('vejviser.rules.yml').groups.flatMap(
  ({ rules: own }: { rules: Rule[] }) => own,
);
const tests: readonly RuleTest[] = read('vejviser.test.yml').tests;

describe('the alert', () => {
  it.each(rules.map(({ alert }) => alert))('%s > is shown to fire, and not to fire', (alert) => {
    const shown = tests
      .flatMap(({ alert_rule_test: each }) => each)
      .filter(({ alertname }) => alertname === alert);
    expect(shown.some(({ exp_alerts: fired }) => fired.length > 0)).toBe(true);
    expect(shown.some(({ exp_alerts: fired }) => fired.length === 0)).toBe(true);
  });

  it.each(rules.map(({ alert, expr }) => [alert, expr] as const))(
    '%s > asks for metrics that the bot has',
    async (_, expr) => {
      const metrics = createMetrics({
        version: '1.2.3',
        database: 'mongodb',
        isStopped: false,
        clock: () => 1_000,
      });
      const { text } = await metrics.exposition();
      const known = [...text.matchAll(/^# TYPE (\S+) (\S+)/gm)].flatMap(([, name = '', kind]) =>
        kind === 'histogram' ? [name, `${name}_bucket`] : [name],
      );
      const asked = expr.match(/\b(vejviser|http|db)_\w+(?=[{[)\s])/g) ?? [];
      const label = 'http_route';
      expect(asked.filter((name) => name !== label && !known.includes(name))).toEqual([]);
    },
  );

  it.each(rules.map(({ alert }) => alert))('%s > has its row in the page for whoever is on duty', (alert) => {
    const page = readFileSync(path.join(__dirname, '../../docs/drift.md'), 'utf8');
    expect(page).toContain(`| \`${alert}\` |`);
  });

  it('on the first row that Teams refuses > sees it, since the count begins at nought', async () => {
    const metrics = createMetrics({
      version: '1.2.3',
      database: 'mongodb',
      isStopped: false,
      clock: () => 1_000,
    });
    const { text } = await metrics.exposition();
    for (const line of [
      'vejviser_outbox_rows_total{result="failed"} 0',
      'vejviser_outbox_rows_total{result="unknown"} 0',
      'vejviser_undelivered_total{what="reply"} 0',
      'vejviser_signing_key_fetches_total{result="failed"} 0',
      'vejviser_turn_faults_total 0',
      'vejviser_login_failures_total 0',
    ])
      expect(text).toContain(line);
  });
});

describeWith('promtool', onPath('promtool'))('promtool', () => {
  const run = (...args: string[]): string =>
    execFileSync('promtool', args, { cwd: folder, encoding: 'utf8', stdio: 'pipe' });

  it('finds no fault in the rules', () => {
    expect(run('check', 'rules', 'vejviser.rules.yml')).toContain(`${rules.length} rules found`);
  });

  it('sees every alert fire and not fire as told', () => {
    expect(run('test', 'rules', 'vejviser.test.yml')).toContain('SUCCESS');
  });
});
