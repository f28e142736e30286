import type { Card } from '../../cards/card';
import { box, buttonRow, typedWords, words } from '../../cards/elements';
import { meetingTexts } from '../../text/meetings';
import type { GroupFacts } from '../model/group-facts';
import { button, type CardView, formCard, secondaryButton } from '../view';

/** Which of the groups that live elsewhere is to meet here. */
export const chooseMoveCard = (view: CardView, groups: readonly GroupFacts[]): Card => {
  const { language } = view;
  const { moving: text, buttons } = meetingTexts[language];
  return formCard(view, {
    heading: text.chooseHeading,
    lead: groups.length === 0 ? text.nothingToMove : text.chooseLead,
    rows: groups.map(({ id, name }) =>
      buttonRow([button(language, { title: name[language], verb: 'group.ask-move', data: { groupId: id } })]),
    ),
    actions: [secondaryButton(language, buttons.back, 'group.set-up')],
  });
};

export type MoveQuestion = {
  /** Here, as Teams calls it. */
  readonly place: { readonly team?: string; readonly channel?: string };
  readonly readers: { readonly members: number; readonly guests: number };
  /** Subscribers who aren't in this channel. */
  readonly lostSubscribers: number;
  /** Whether neither coordinator nor deputy is in this channel. */
  readonly isWithoutCoordinator: boolean;
};

/** Asks once before a group leaves its channel for this one; nothing has happened yet. */
export const askMoveCard = (
  view: CardView & { readonly facts: GroupFacts; readonly version: number },
  { place, readers, lostSubscribers, isWithoutCoordinator }: MoveQuestion,
): Card => {
  const { facts, language, version } = view;
  const { moving: text, preview, buttons, team } = meetingTexts[language];
  const warnings = [
    preview.readers(readers.members, readers.guests),
    ...(lostSubscribers > 0 ? [text.lostSubscribers(lostSubscribers)] : []),
    ...(isWithoutCoordinator ? [text.withoutCoordinator] : []),
  ];
  return formCard(view, {
    heading: text.heading(facts.name[language]),
    lead: text.lead,
    alsoSpoken: warnings.join(' '),
    rows: [
      ...(place.team === undefined ? [] : [typedWords(team, place.team)]),
      ...(place.channel === undefined ? [] : [typedWords(preview.channel, place.channel)]),
      box(
        'warning',
        warnings.map((each) => words(each, { isBold: true })),
      ),
      ...text.what.map((each) => words(`• ${each}`)),
    ],
    actions: [
      button(language, {
        title: text.yes,
        verb: 'group.move',
        data: { groupId: facts.id, groupVersion: version, readers },
        style: 'positive',
      }),
      secondaryButton(language, buttons.back, 'group.set-up'),
    ],
  });
};

/** The group meets here now. */
export const movedCard = (
  view: CardView & { readonly facts: GroupFacts },
  next: string | undefined,
): Card => {
  const { facts, language } = view;
  const { moving: text, done, buttons } = meetingTexts[language];
  return formCard(view, {
    heading: text.doneHeading(facts.name[language]),
    lead: next === undefined ? done.leadNoMeeting : text.doneLead(next),
    rows: [words(text.doneOld)],
    actions: [
      secondaryButton(language, buttons.next, 'meeting.next', { groupId: facts.id }),
      secondaryButton(language, buttons.agenda, 'agenda.list', { groupId: facts.id }),
    ],
  });
};
