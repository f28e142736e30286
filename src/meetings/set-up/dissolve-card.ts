import type { Card } from '../../cards/card';
import { box, words } from '../../cards/elements';
import { meetingTexts } from '../../text/meetings';
import type { GroupFacts } from '../model/group-facts';
import { button, type CardView, formCard, secondaryButton } from '../view';

/** What goes with a group: meetings that are still to be held, items that nobody has come to an end with, and their authors. */
export type Loss = { readonly meetings: number; readonly items: number; readonly authors: number };

type DissolveView = CardView & { readonly facts: GroupFacts };

/** Asks once before a group is dissolved; nothing has happened yet. */
export const askDissolveCard = (view: DissolveView, loss: Loss): Card => {
  const { facts, language } = view;
  const { dissolving: text, buttons } = meetingTexts[language];
  const data = { groupId: facts.id };
  const lost = [text.meetings(loss.meetings), text.items(loss.items, loss.authors)];
  return formCard(view, {
    heading: text.heading(facts.name[language]),
    lead: text.lead,
    alsoSpoken: lost.join(' '),
    rows: [
      box(
        'warning',
        lost.map((each) => words(each, { isBold: true })),
      ),
      ...text.what.map((each) => words(`• ${each}`)),
    ],
    actions: [
      button(language, {
        title: text.yes,
        verb: 'group.dissolve',
        data: { ...data, loss },
        style: 'destructive',
      }),
      secondaryButton(language, buttons.agenda, 'agenda.list', data),
      secondaryButton(language, buttons.back, 'group.set-up'),
    ],
  });
};

/** The group is no more. */
export const dissolvedCard = (view: DissolveView): Card => {
  const { facts, language } = view;
  const { dissolving: text } = meetingTexts[language];
  return formCard(view, { heading: text.doneHeading(facts.name[language]), lead: text.done });
};
