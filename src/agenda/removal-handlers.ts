import type { z } from 'zod';
import type { Handlers } from '../chat/router';
import type { Answer } from '../chat/turn';
import { authorise } from '../meetings/answering';
import type { Agenda, HeldItem, Refusal } from '../meetings/model/agenda';
import { removeText, withdrawItem } from '../meetings/model/handing-in';
import type { Meeting } from '../meetings/model/meeting';
import { agendaTexts } from '../text/agenda';
import { agendaAt, itemsIn } from './agenda-view';
import {
  type AgendaClick,
  type AgendaPorts,
  answer,
  itemShape,
  outcomeOf,
  pageShape,
  showing,
  shown,
  viewOf,
  whoOf,
} from './answering';
import { keepEverywhere } from './carried-words';
import { askRemovalCard, myItemsCard } from './my-items-card';
import { refusalsIn, removalCard } from './removal-card';

type ItemClick = AgendaClick<z.infer<typeof itemShape>>;

/** An item, or what is left of one that was refused. */
const foundIn = (agenda: Agenda, itemId: string): HeldItem | Refusal | undefined =>
  [...itemsIn(agenda), ...refusalsIn(agenda)].find(({ id }) => id === itemId);

/** Asks once before words go. */
const asking = (ports: AgendaPorts, step: 'withdraw' | 'remove') =>
  showing(ports, { shape: itemShape, permission: 'take-part' }, (view, click) => {
    const item = foundIn(agendaAt(view), click.data.itemId);
    if (item === undefined)
      return shown(click, view.meeting, agendaTexts[view.language].refusals['no-such-item']);
    const isMine = item.author === click.actor.personId;
    if (!isMine && !click.isCoordinator)
      return shown(click, view.meeting, agendaTexts[view.language].refusals['not-author']);
    return answer(
      view.language,
      askRemovalCard(view, { item, step, back: isMine ? 'agenda.mine' : 'agenda.texts' }),
    );
  });

/** The card on which the button was: the reader's own items, or all texts of the agenda. */
const back = (click: ItemClick, meeting: Meeting, notice: string): Answer => {
  const view = viewOf(click, meeting, notice);
  const { personId } = click.actor;
  const item = foundIn(agendaAt(view), click.data.itemId);
  if (item !== undefined && item.author !== personId && click.isCoordinator)
    return answer(click.language, removalCard(view));
  return answer(click.language, myItemsCard(view, { personId }));
};

/** Withdrawing an item, and removing its words for good; each is asked once. */
export const createRemovalClicks = (ports: AgendaPorts): Handlers => ({
  commands: {},
  verbs: {
    'agenda.texts': showing(ports, { shape: pageShape, permission: 'coordinate' }, (view, { data }) =>
      answer(view.language, removalCard(view, data.page)),
    ),
    'agenda.ask-withdraw': asking(ports, 'withdraw'),
    'agenda.withdraw': authorise(ports, { shape: itemShape, permission: 'take-part' }, async (click) => {
      const kept = await keepEverywhere(ports, click, {
        decide: (agenda) => withdrawItem(agenda, { by: whoOf(click), id: click.data.itemId }, click.now),
      });
      const { mine } = agendaTexts[click.language];
      return outcomeOf(click, kept, (meeting) => back(click, meeting, mine.withdrawn));
    }),
    'agenda.ask-remove': asking(ports, 'remove'),
    'agenda.remove-text': authorise(ports, { shape: itemShape, permission: 'take-part' }, async (click) => {
      const kept = await keepEverywhere(ports, click, {
        until: 'always',
        decide: (agenda) => removeText(agenda, { by: whoOf(click), id: click.data.itemId }, click.now),
      });
      const { mine } = agendaTexts[click.language];
      return outcomeOf(click, kept, (meeting) => back(click, meeting, mine.removed));
    }),
  },
});
