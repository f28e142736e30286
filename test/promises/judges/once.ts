import { hourMs } from '../almanac';
import { whenOf } from '../memory';
import type { Stage } from '../stage';
import { said } from '../words';
import { firstWords, postedAt } from './messages';

const deathMs = 120_000;
const soonMs = 6 * hourMs;

/** Once: nothing comes twice, unless the process died or no answer came just then. */
export const judgeOnce = (stage: Stage): void => {
  const { teams, memory, calls, state } = stage;
  const changes = memory
    .meetings()
    .reduce((sum, each) => sum + each.changes.length + (each.isUnsure ? 3 : 0), 0);
  const excuses = [...state.deaths, ...state.ambiguous];
  const byWords = new Map<string, number[]>();
  for (const message of teams.messages().filter((each) => !each.isReply && firstWords(each).trim() !== '')) {
    const key = `${message.conversation}\n${firstWords(message).replace(said.late, ' ').trim()}`;
    byWords.set(key, [...(byWords.get(key) ?? []), postedAt(message)]);
  }
  for (const [key, times] of byWords) {
    const isExcused = times
      .slice(1)
      .some((at) => excuses.some((each) => at - each >= 0 && at - each < deathMs * 10));
    // Extra meetings at the same time are told in the same words.
    const alike = memory
      .meetings()
      .filter((each) =>
        each.changes.some(({ what, after }) => what === 'made' && key.includes(whenOf(after))),
      );
    const most = Math.max(
      said.changed.test(key) ? 1 + changes : changes > 0 ? 2 : 1,
      alike.length,
      calls.mostAlike(key),
    );
    // What is told again another day is told anew.
    const together = Math.max(
      ...times.map((at) => times.filter((each) => each >= at && each - at < soonMs).length),
    );
    if (together > most && !isExcused)
      stage.breach('Once', 'a message comes twice', `${together} times: ${key.slice(0, 160)}`);
  }
};
