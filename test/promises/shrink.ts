import type { Step, Story } from './story';

/** Whether a story still breaks what it broke. */
export type Breaks = (story: Story) => Promise<boolean>;

const mostRuns = 90;

/** Takes steps away, in halves and then one by one, as long as the story still breaks its promise. */
const withFewerSteps = async (story: Story, breaks: Breaks): Promise<Story> => {
  let steps = story.steps;
  for (let size = Math.ceil(steps.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < steps.length; ) {
      const fewer = [...steps.slice(0, at), ...steps.slice(at + size)];
      if (await breaks({ ...story, steps: fewer })) steps = fewer;
      else at += size;
    }
  }
  return { ...story, steps };
};

/** Simpler things that a step could be. */
const simpler = (step: Step): readonly Step[] => {
  const plainer: Step[] = [];
  if ('pick' in step && step.pick !== 0) plainer.push({ ...step, pick: 0 }, { ...step, pick: step.pick % 7 });
  if ('group' in step && step.group !== 0) plainer.push({ ...step, group: 0 });
  if ('where' in step && step.where === 'chat') plainer.push({ ...step, where: 'channel' });
  if ('who' in step && step.who !== 'anna') plainer.push({ ...step, who: 'anna' });
  if ('meeting' in step && step.meeting > 0) plainer.push({ ...step, meeting: 0 });
  if (step.do === 'meanwhile') plainer.push(step.step);
  if (step.do === 'together') plainer.push(...step.steps);
  if (step.do === 'trouble' && step.times > 1) plainer.push({ ...step, times: 1 });
  return plainer;
};

const withSimplerSteps = async (story: Story, breaks: Breaks): Promise<Story> => {
  let { steps } = story;
  for (const at of steps.keys()) {
    for (const one of simpler(steps[at] as Step)) {
      const other = steps.with(at, one);
      if (await breaks({ ...story, steps: other })) steps = other;
    }
  }
  return { ...story, steps };
};

const withSimplerBeginning = async (story: Story, breaks: Breaks): Promise<Story> => {
  let shortest = story;
  for (const beginning of [
    { ...story.beginning, groups: ['north'] as const },
    { ...story.beginning, groups: story.beginning.groups.slice(0, 1) },
    { ...story.beginning, meetings: 1 },
    { ...story.beginning, meetings: 2 },
    { ...story.beginning, on: '2026-08-17', weekday: 2 },
    { ...story.beginning, everyWeeks: 4 },
    { ...story.beginning, retentionDays: 30 },
  ]) {
    const other = {
      ...shortest,
      beginning: { ...shortest.beginning, ...changed(story.beginning, beginning) },
    };
    if (await breaks(other)) shortest = other;
  }
  return shortest;
};
const changed = <T extends object>(before: T, after: T): Partial<T> =>
  Object.fromEntries(
    Object.entries(after).filter(([key, value]) => Reflect.get(before, key) !== value),
  ) as Partial<T>;

/** The shortest story that is found to break the same promise. */
export const shrink = async (story: Story, stillBreaks: Breaks): Promise<Story> => {
  let runs = 0;
  const breaks: Breaks = async (each) => {
    runs += 1;
    return runs <= mostRuns && stillBreaks(each);
  };
  const short = await withFewerSteps(story, breaks);
  return withFewerSteps(await withSimplerSteps(await withSimplerBeginning(short, breaks), breaks), breaks);
};
