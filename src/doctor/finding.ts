/** One thing that was looked at. A fault keeps the bot from working; a warning only from doing all that it could. */
export type Finding = {
  readonly kind: 'ok' | 'warning' | 'fault';
  readonly about: string;
  /** What is the matter, and what to do about it; never a setting's value, which may be a secret. */
  readonly words: string;
};

export const ok = (about: string, words: string): Finding => ({ kind: 'ok', about, words });
export const warning = (about: string, words: string): Finding => ({ kind: 'warning', about, words });
export const fault = (about: string, words: string): Finding => ({ kind: 'fault', about, words });

const count = (findings: readonly Finding[], kind: Finding['kind'], word: string): string => {
  const { length } = findings.filter((each) => each.kind === kind);
  return `${length} ${word}${length === 1 ? '' : 's'}`;
};

/** The findings as lines to read, and the sum of them last. */
export const reportOf = (findings: readonly Finding[]): string => {
  const lines = findings.map(({ kind, about, words }) => `${kind.padEnd(8)}${about.padEnd(15)} ${words}`);
  const sum = `${count(findings, 'fault', 'fault')}, ${count(findings, 'warning', 'warning')}.`;
  return `${[...lines, '', sum].join('\n')}\n`;
};
