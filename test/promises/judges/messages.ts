import { buttonsOf, wordsOf } from '../cards';
import { chatOf, type Name, places } from '../people';
import type { Stage } from '../stage';
import type { GroupPlace } from '../story';
import type { Message } from '../teams';
import { said, stateWords } from '../words';

/** What somebody who looks at it reads in a message as it stands. */
export const standing = (message: Message): string => {
  const last = message.versions.at(-1);
  return `${last?.text ?? ''}\n${wordsOf(last?.card)}`;
};
const wordsIn = (version: Message['versions'][number] | undefined): string =>
  version === undefined ? '' : `${version.text}\n${wordsOf(version.card)}`;
/** Whether the message was posted for a card that was put into it a moment later. */
export const isFilled = ({ versions: [first] }: Message): boolean =>
  first !== undefined && first.card === undefined && said.onItsWay.test(first.text);
/** What was told with the message: its first words, or the card that was put into it. */
export const firstWords = (message: Message): string => wordsIn(message.versions[isFilled(message) ? 1 : 0]);
export const postedAt = ({ versions: [first] }: Message): number => first?.at ?? 0;

/** What the bot said of its own accord. */
export const ownIn = ({ teams }: Stage, conversation: string): readonly Message[] =>
  teams.messages().filter((each) => each.conversation === conversation && !each.isReply);
export const inChannel = (stage: Stage, place: GroupPlace): readonly Message[] =>
  ownIn(stage, places[place].channel);
export const inChat = (stage: Stage, name: Name): readonly Message[] => ownIn(stage, chatOf(name));

/** The meeting that a message's buttons are about, in any of its versions. */
export const occurrenceOf = ({ versions }: Message): string | undefined =>
  versions
    .flatMap(({ card }) => buttonsOf(card))
    .map(({ data }) => data.occurrence)
    .find((each) => typeof each === 'string');

/** A message in which a meeting's own card stands, saying how it stands with the meeting. */
export const isMeetingCard = (message: Message): boolean =>
  message.versions.at(-1)?.card !== undefined &&
  !isAgendaCard(message) &&
  Object.values(stateWords).some((words) => standing(message).includes(words));
/** A message in which an agenda's card stands or stood. */
export const isAgendaCard = ({ versions }: Message): boolean =>
  versions.some(({ text, card }) => card !== undefined && /^Dagsorden: /.test(text));

const wordPattern = /\p{L}+zq[a-p]+q/gu;
/** The words of people in it. */
export const typedIn = (text: string): ReadonlySet<string> =>
  new Set([...text.matchAll(wordPattern)].map(([word]) => word));
