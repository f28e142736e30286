import { dayMs, minuteMs } from '../almanac';
import { type Asked, hasNumber } from '../calls';
import { buttonsOf } from '../cards';
import * as clock from '../clock';
import { chatOf, idOf, places } from '../people';
import type { Stage } from '../stage';
import type { Message } from '../teams';
import { firstWords, ownIn, postedAt, standing } from './messages';

/** Ten minutes, and the minute in which a message is sent. */
const soonMs = 12 * minuteMs;
/** What nobody ends by then has ended by itself. */
const longestMs = 15 * dayMs;

const everSaid = ({ versions }: Message): string =>
  versions.map(({ text, card }) => `${text} ${JSON.stringify(card ?? '')}`).join('\n');
const unitMessages = (stage: Stage): readonly Message[] =>
  [places.spare.channel, places.other.channel].flatMap((channel) => ownIn(stage, channel));

type Heard = { readonly at: number; readonly words: string };

/** What the asker heard in private of this request, until the next one of its kind: a card that changes notifies nobody. */
const heardOf = (stage: Stage, asked: Asked): readonly Heard[] => {
  const next = stage.calls
    .all()
    .find(({ who, kind, at }) => who === asked.who && kind === asked.kind && at > asked.at);
  return ownIn(stage, chatOf(asked.who))
    .map((message) => ({
      at: postedAt(message),
      words: `${message.versions[0]?.text} ${firstWords(message)}`,
    }))
    .filter(
      ({ at, words }) => at >= asked.at && (next === undefined || at < next.at) && /anmodning/.test(words),
    );
};

const says = (heard: readonly Heard[], words: RegExp, since = 0): Heard | undefined =>
  heard.find((each) => each.at >= since && words.test(each.words));
const final = /kom ikke frem|nåede ikke|har lukket/;

/** An arrival is told of only when something has arrived, and else the unit's number comes soon. */
const judgeArrival = (stage: Stage, asked: Asked): void => {
  const heard = heardOf(stage, asked);
  const about = `${asked.who} at ${new Date(asked.at).toISOString()}`;
  const arrived = says(heard, /har modtaget din anmodning/);
  const isThere = unitMessages(stage).some(
    (message) =>
      /beder om at blive ringet op|bestiller undervisning/.test(everSaid(message)) &&
      postedAt(message) >= asked.at &&
      postedAt(message) <= (arrived?.at ?? 0),
  );
  if (arrived !== undefined && !isThere)
    stage.breach('Called back', 'an arrival is told of where nothing arrived', about);
  const { troubles, deaths, locks } = stage.state;
  const isPlain = troubles + deaths.length + locks.length === 0;
  const by = asked.at + (isPlain ? soonMs : dayMs);
  if (clock.now() < by || (asked.end !== undefined && asked.end.at < by)) return;
  const first = says(heard, /har modtaget|har taget|[rR]ing selv/);
  if (first === undefined || first.at > by)
    stage.breach('Called back', 'neither an arrival nor the number is told of', about);
};

/** Nothing ends in silence: what became of it is told, with the unit's number where nobody calls. */
const judgeEnding = (stage: Stage, asked: Asked): void => {
  const heard = heardOf(stage, asked);
  const about = `${asked.who} at ${new Date(asked.at).toISOString()}`;
  const isAskedAgain = stage.calls
    .all()
    .some(({ who, at }) => who === asked.who && at > asked.at && at < asked.at + longestMs + dayMs);
  if (asked.end?.how === 'withdrawn' || isAskedAgain) return;
  const last = says(heard, final, asked.end?.at);
  if (last === undefined) stage.breach('Called back', 'a request ends in silence', about);
  else if (
    !hasNumber(last.words.replaceAll(/\D(\d\d) (\d\d) (\d\d) (\d\d)\D/g, ' $1$2$3$4 '), asked.telephone)
  )
    stage.breach('Called back', 'an end without the unit’s number', `${about}: ${last.words.slice(0, 120)}`);
  const wasForgotten = /nåede ikke/.test(last?.words ?? '') && asked.takenAt === undefined;
  if (wasForgotten && says(heard, /har ikke taget din anmodning endnu/) === undefined)
    stage.breach('Called back', 'a forgotten request isn’t said to be', about);
};

/** When it was over, by what people were answered and told; of two at once nobody knows which one is told of. */
const overAt = (stage: Stage, asked: Asked): number | undefined => {
  const isAlone = stage.calls.all().every((each) => each === asked || each.who !== asked.who);
  return asked.end?.at ?? (isAlone ? says(heardOf(stage, asked), final)?.at : undefined);
};

const judgeWords = (stage: Stage, asked: Asked, bytes: string): void => {
  const messages = stage.teams.messages();
  if (messages.some((message) => hasNumber(everSaid(message), asked.number)))
    stage.breach('Called back', 'a number stands in a message', asked.who);
  const over = overAt(stage, asked);
  if (over === undefined || clock.now() - over < minuteMs) return;
  if (hasNumber(bytes, asked.number))
    stage.breach('Called back', 'a number is in the database when it is over', asked.who);
  if (asked.school === '') return;
  const isStanding = messages.some(
    (message) => !stage.teams.isGone(message.conversation) && standing(message).includes(asked.school),
  );
  if (bytes.includes(asked.school) || isStanding)
    stage.breach('Called back', 'a school stands where the request is over', asked.who);
};

/** Called back, as it stands: what was told is so, and the number is where it may be. */
export const judgeCalled = (stage: Stage, bytes: string): void => {
  for (const asked of stage.calls.all()) {
    judgeWords(stage, asked, bytes);
    if (!asked.isUnsure) judgeArrival(stage, asked);
  }
};

/** Of somebody who belongs to no group nothing but requests is kept, and the trail's row of what was refused them. */
const hasOnlyAsked = (stage: Stage, who: string): boolean =>
  stage.trace
    .filter((line) => line.includes(`  ${who} in `))
    .every((line) => line.includes(`  ${who} in chat: request.`));

/** Called back to the end: nobody waits any more, and nothing about it is left. */
export const judgeCalledBack = (stage: Stage, bytes: string): void => {
  judgeCalled(stage, bytes);
  for (const asked of stage.calls.all()) {
    if (hasNumber(bytes, asked.number))
      stage.breach('Called back', 'a number outlives its request', asked.who);
    if (!asked.isUnsure) judgeEnding(stage, asked);
    if (asked.who === 'ukendt' && hasOnlyAsked(stage, 'ukendt') && bytes.includes(idOf('ukendt')))
      stage.breach('Called back', 'who asked is in the database weeks later', asked.who);
  }
  for (const message of unitMessages(stage)) {
    if (stage.wasUnitLost() || stage.teams.isGone(message.conversation)) continue;
    const left = buttonsOf(message.versions.at(-1)?.card).find(({ verb }) => verb.startsWith('request.'));
    if (left !== undefined)
      stage.breach('Called back', 'a card can be pressed weeks later', standing(message).slice(0, 120));
  }
};
