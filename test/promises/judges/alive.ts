import { hourMs } from '../almanac';
import * as clock from '../clock';
import type { Stage } from '../stage';

const mostAnHour = 20;

/** Alive: nothing stays due for ever, and nobody is asked again and again. */
export const judgeAlive = async (stage: Stage): Promise<void> => {
  await stage.tick();
  const due = await stage.database.nextDue();
  if (due !== undefined && due <= clock.now())
    stage.breach('Alive', 'something stays due', `since ${new Date(due).toISOString()}`);
  const refused = stage.teams.calls().filter(({ trouble }) => trouble === 'gone');
  for (const conversation of new Set(refused.map((each) => each.conversation))) {
    const times = refused.filter((each) => each.conversation === conversation).map(({ at }) => at);
    const most = Math.max(
      ...times.map((at) => times.filter((each) => each >= at && each < at + hourMs).length),
    );
    if (most > mostAnHour)
      stage.breach(
        'Alive',
        'a lost conversation is asked again and again',
        `${most} times in an hour: ${conversation}`,
      );
  }
};
