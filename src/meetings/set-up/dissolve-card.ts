import type { Card } from '../../cards/card';
import { box, buttonRow, words } from '../../cards/elements';
import { meetingTexts } from '../../text/meetings';
import type { GroupFacts } from '../model/group-facts';
import { button, type CardView, formCard, secondaryButton } from '../view';

/** What goes with a group: meetings that are still to be held, items that nobody has come to an end with, and their authors. */
export type Loss = { readonly meetings: number; readonly items: number; readonly authors: number };

type DissolveView = CardView & {
  readonly facts: GroupFacts;
  /** Nobody can be told in it, and nothing that stood there can be opened. */
  readonly isChannelGone: boolean;
};

/** Asks once before a group is dissolved; nothing has happened yet. */
export const askDissolveCard = (view: DissolveView, loss: Loss): Card => {
  const { facts, language, isChannelGone } = view;
  const { dissolving: text, buttons } = meetingTexts[language];
  const data = { groupId: facts.id };
  const { heard, what, lead } = isChannelGone ? text.gone : text;
  const lost = [text.meetings(loss.meetings, heard), text.items(loss.items, loss.authors)];
  return formCard(view, {
    heading: text.heading(facts.name[language]),
    lead,
    alsoSpoken: lost.join(' '),
    rows: [
      box(
        'warning',
        lost.map((each) => words(each, { isBold: true })),
      ),
      ...what.map((each) => words(`• ${each}`)),
    ],
    actions: [
      button(language, {
        title: text.yes,
        verb: 'group.dissolve',
        data: { ...data, loss },
        style: 'destructive',
      }),
      ...(isChannelGone ? [] : [secondaryButton(language, buttons.agenda, 'agenda.list', data)]),
      secondaryButton(language, buttons.back, 'group.set-up'),
    ],
  });
};

/** The group is no more. */
export const dissolvedCard = (view: DissolveView): Card => {
  const { facts, language, isChannelGone } = view;
  const { dissolving: text } = meetingTexts[language];
  const lead = isChannelGone ? text.gone.done : text.done;
  return formCard(view, { heading: text.doneHeading(facts.name[language]), lead });
};

/** The groups whose channel is gone, for an administrator in private. */
export const goneGroupsCard = (view: CardView, groups: readonly GroupFacts[]): Card => {
  const { language } = view;
  const { gone } = meetingTexts[language].dissolving;
  return formCard(view, {
    heading: groups.length === 0 ? gone.none : gone.heading,
    lead: groups.length === 0 ? gone.noneLead : gone.listLead,
    rows: groups.map(({ id, name }) =>
      buttonRow([
        secondaryButton(language, gone.dissolve(name[language]), 'group.ask-dissolve', { groupId: id }),
      ]),
    ),
    actions: [],
  });
};
