import { dayMs, hourMs } from './almanac';
import * as clock from './clock';
import type { Databases } from './databases';
import { judgeAlive } from './judges/alive';
import { judgeCalled, judgeCalledBack } from './judges/called';
import { judgeGone, judgeNoText, judgeOutlived, judgePlaces, judgeRetention } from './judges/gone';
import { judgeKept, judgePromised } from './judges/kept';
import { judgeOnce } from './judges/once';
import { judgeSaved } from './judges/saved';
import { judgeShown } from './judges/shown';
import { judgeHolidays, judgeTold } from './judges/told';
import { places } from './people';
import { perform } from './perform';
import { type Breach, endsAt, longestAskedMs, openStage, type Stage, Stuck } from './stage';
import type { Story } from './story';
import { type FakeTeams, startFakeTeams } from './teams';

export type Judged = {
  readonly breaches: readonly Breach[];
  readonly trace: readonly string[];
  readonly ticks: number;
};

const settleMs = 26 * hourMs;

/** Everything that people did is done, Teams is healthy: what is due in a day comes, and then all must be as promised. */
const judgeNow = async (stage: Stage): Promise<void> => {
  stage.heal();
  await stage.goOn(clock.now() + settleMs, stage.paceOf());
  stage.note('is judged as it stands');
  for (const meeting of stage.memory.meetings().filter(({ isUnsure }) => isUnsure)) {
    const facts = await stage.readMeeting(meeting.place, meeting.occurrence);
    if (facts !== undefined) stage.memory.correct(meeting, facts);
  }
  judgeTold(stage);
  await judgeShown(stage);
  await judgeKept(stage);
  const bytes = await stage.database.bytes();
  judgeGone(stage, bytes);
  judgeRetention(stage, bytes);
  judgeNoText(stage, bytes);
  judgeCalled(stage, bytes);
};

/** Then time goes on until every meeting has been over for longer than its words may be kept. */
const judgeEnd = async (stage: Stage): Promise<void> => {
  const last = Math.max(clock.now(), ...stage.memory.meetings().map(({ facts }) => endsAt(facts)));
  // What a channel that is away keeps waiting is tried every hour, which nobody need watch for weeks.
  const isAway = stage.beginning.groups.some((place) => stage.teams.isGone(places[place].channel));
  const asked = Math.max(0, ...stage.calls.all().map(({ at }) => at + longestAskedMs));
  const to = Math.max(last + (stage.settings().retentionDays + 3) * dayMs, asked);
  await stage.goOn(to, isAway ? dayMs : stage.paceOf());
  stage.note('is judged when all is over');
  await judgeShown(stage);
  await judgeKept(stage);
  const bytes = await stage.database.bytes();
  await judgeHolidays(stage);
  await judgePromised(stage, bytes);
  judgeOutlived(stage, bytes);
  judgeOnce(stage);
  judgeCalledBack(stage, bytes);
  await judgeAlive(stage);
  await judgeYearLater(stage, last);
};

/** A year after the last meeting nothing that anybody typed is left, but for what waits for a meeting. */
const judgeYearLater = async (stage: Stage, last: number): Promise<void> => {
  // Most of a year is nightly work, so only some stories go on for one, and are looked at once a month.
  if (stage.beginning.retentionDays !== 10) return;
  await stage.goOn(last + 365 * dayMs, 30 * dayMs);
  stage.note('is judged a year after the last meeting');
  const bytes = await stage.database.bytes();
  judgeOutlived(stage, bytes);
  judgePlaces(stage, bytes);
};

/** Lets a story happen from its beginning to its end, and says which promises it broke. */
export const runStory = async (
  story: Story,
  { databases, teams }: { databases: Databases; teams: FakeTeams },
): Promise<Judged> => {
  const stage = await openStage(story.beginning, { databases, teams });
  try {
    for (const step of story.steps) {
      await perform(stage, step);
      await stage.allDone();
      await stage.reviveIfDead();
      await stage.tick();
      await stage.allDone();
      await judgeSaved(stage);
    }
    await judgeNow(stage);
    await judgeEnd(stage);
  } catch (error) {
    if (!(error instanceof Stuck)) throw error;
  } finally {
    await stage.close();
  }
  return { breaches: stage.breaches, trace: stage.trace, ticks: stage.state.ticks };
};

/** What a run of stories stands on. */
export const startTheatre = async (databases: Databases) => {
  const teams = await startFakeTeams();
  return { run: (story: Story) => runStory(story, { databases, teams }), stop: () => teams.stop() };
};
