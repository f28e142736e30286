import { dayMs, minuteMs } from '../almanac';
import * as clock from '../clock';
import { endsAt, type Stage } from '../stage';
import { typedIn } from './messages';

/** Where a word still stands: in the database, in a channel or in somebody's private chat. */
const placesOf = (stage: Stage, bytes: string, word: string): readonly string[] => {
  const found = stage.teams
    .messages()
    // What stands in a channel that is away is out of reach.
    .filter(
      ({ conversation, versions }) =>
        !stage.teams.isGone(conversation) && JSON.stringify(versions.at(-1)).includes(word),
    )
    .map(
      ({ conversation, isReply }) =>
        `${conversation.startsWith('a:') ? 'a private message' : 'a channel message'}${isReply ? ' that answered somebody' : ''}`,
    );
  return [...new Set([...(bytes.includes(word) ? ['the database'] : []), ...found])];
};

/** Gone: what was withdrawn, refused, replaced or removed is nowhere. */
export const judgeGone = (stage: Stage, bytes: string): void => {
  for (const { word, at, why } of stage.memory.deadWords()) {
    if (clock.now() - at < minuteMs) continue;
    for (const place of placesOf(stage, bytes, word))
      stage.breach('Gone', `a word (${why}) stands in ${place}`, word);
  }
};

/** Gone to the end: what has outlived its meeting by the retention is nowhere, but for what waits for a meeting. */
export const judgeOutlived = (stage: Stage, bytes: string): void => {
  const waiting = new Set(
    stage.memory
      .items()
      .filter((item) => item.end === undefined)
      .flatMap(({ title, note }) => [...typedIn(`${title} ${note}`)]),
  );
  for (const [word, { what, at }] of stage.memory.typedWords()) {
    if (what.endsWith('sted') || waiting.has(word) || clock.now() - at < 60 * minuteMs) continue;
    for (const place of placesOf(stage, bytes, word))
      stage.breach('Gone', `an outlived word (${what}) stands in ${place}`, word);
  }
};

/** What was decided goes by the retention that is configured now, also when it was longer before. */
export const judgeRetention = (stage: Stage, bytes: string): void => {
  const { memory } = stage;
  const over = new Set(
    memory
      .meetings()
      .filter(({ facts }) => clock.now() > endsAt(facts) + (stage.settings().retentionDays + 1) * dayMs)
      .map(({ place, occurrence }) => `${place}/${occurrence}`),
  );
  const saved = memory.savedFields();
  const words = [
    ...saved.filter(({ place, occurrence }) => over.has(`${place}/${occurrence}`)).map(({ value }) => value),
    ...memory
      .items()
      .filter(({ place, occurrence, end }) => end?.how === 'decided' && over.has(`${place}/${occurrence}`))
      .filter(({ id, occurrence }) =>
        saved.every((each) => each.occurrence === occurrence || !each.id.endsWith(id)),
      )
      .map(({ title, note }) => `${title} ${note}`),
  ];
  for (const word of words.flatMap((each) => [...typedIn(each)]))
    for (const place of placesOf(stage, bytes, word))
      stage.breach('Gone', `a word older than RETENTION_DAYS stands in ${place}`, word);
};

/** SSP-NU holds no free text at all. */
export const judgeNoText = (stage: Stage, bytes: string): void => {
  for (const [word, { place, what }] of stage.memory.typedWords())
    if (place === 'nu' && !what.endsWith('sted'))
      for (const where of placesOf(stage, bytes, word))
        stage.breach('Only who may', `free text (${what}) of SSP-NU stands in ${where}`, word);
};

/** A place is free text too: it goes some time after its meeting, but for the plan's own. */
export const judgePlaces = (stage: Stage, bytes: string): void => {
  const ofPlans = new Set(stage.memory.meetings().map(({ original }) => original.place));
  for (const [word, { what }] of stage.memory.typedWords())
    if (what === 'sted' && ![...ofPlans].some((each) => each.includes(word)) && bytes.includes(word))
      stage.breach('Gone', 'the place of a meeting stands in the database a year later', word);
};
