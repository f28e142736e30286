import type { z } from 'zod';
import type { Handlers } from '../chat/router';
import type { Answer } from '../chat/turn';
import { dayMs } from '../duration';
import { authorise } from '../meetings/answering';
import { removeText, withdrawItem } from '../meetings/model/handing-in';
import type { Meeting } from '../meetings/model/meeting';
import { updateMeeting } from '../meetings/update-meeting';
import { agendaTexts } from '../text/agenda';
import { agendaAt, itemsIn } from './agenda-view';
import {
  type AgendaClick,
  type AgendaPorts,
  answer,
  itemShape,
  keepAgenda,
  outcomeOf,
  showing,
  shown,
  viewOf,
  whoOf,
} from './answering';
import { coordinatorCard } from './coordinator-card';
import { askRemovalCard, myItemsCard } from './my-items-card';

type ItemClick = AgendaClick<z.infer<typeof itemShape>>;

/** Asks once before words go. */
const asking = (ports: AgendaPorts, step: 'withdraw' | 'remove') =>
  showing(ports, { shape: itemShape, permission: 'take-part' }, (view, click) => {
    const item = itemsIn(agendaAt(view)).find(({ id }) => id === click.data.itemId);
    if (item === undefined)
      return shown(click, view.meeting, agendaTexts[view.language].refusals['no-such-item']);
    const isMine = item.author === click.actor.personId;
    return answer(
      view.language,
      askRemovalCard(view, { item, step, back: isMine ? 'agenda.mine' : 'agenda.show' }),
    );
  });

/** The card on which the button was: the reader's own items, or the coordinator's agenda. */
const back = (click: ItemClick, meeting: Meeting, notice: string): Answer => {
  const view = viewOf(click, meeting, notice);
  const { personId } = click.actor;
  const isMine = itemsIn(agendaAt(view)).some(({ author }) => author === personId);
  if (!isMine && click.isCoordinator && meeting.agenda.state !== 'erased')
    return answer(click.language, coordinatorCard(view));
  return answer(click.language, myItemsCard(view, { personId }));
};

const withoutEnd = 60;
const longestKeptMs = 400 * dayMs;

/** Takes an item's words off every agenda of the group that has it: it may have been carried from one to the next. */
const removeEverywhere = async (ports: AgendaPorts, click: ItemClick): Promise<void> => {
  const { data, group, facts, now } = click;
  const docs = await ports.meetings.list(facts.id, now - longestKeptMs, 10 * withoutEnd);
  const others = docs
    .map(({ body }) => body)
    .filter(
      ({ occurrence, agenda }) =>
        occurrence !== data.occurrence && itemsIn(agenda).some(({ id }) => id === data.itemId),
    );
  for (const { occurrence } of others)
    await updateMeeting<'gone'>(ports, { group: group.body, occurrence, now }, (meeting) => {
      const removed = removeText(meeting.agenda, { by: whoOf(click), id: data.itemId }, now);
      return removed.kind === 'refused'
        ? { kind: 'refused', reason: 'gone' }
        : { kind: 'changed', meeting: { ...meeting, agenda: removed.agenda } };
    });
};

/** Withdrawing an item, and removing its words for good; each is asked once. */
export const createRemovalClicks = (ports: AgendaPorts): Handlers => ({
  commands: {},
  verbs: {
    'agenda.ask-withdraw': asking(ports, 'withdraw'),
    'agenda.withdraw': authorise(ports, { shape: itemShape, permission: 'take-part' }, async (click) => {
      const kept = await keepAgenda(ports, click, {
        decide: (agenda) => withdrawItem(agenda, { by: whoOf(click), id: click.data.itemId }, click.now),
      });
      const { mine } = agendaTexts[click.language];
      return outcomeOf(click, kept, (meeting) => back(click, meeting, mine.withdrawn));
    }),
    'agenda.ask-remove': asking(ports, 'remove'),
    'agenda.remove-text': authorise(ports, { shape: itemShape, permission: 'take-part' }, async (click) => {
      const kept = await keepAgenda(ports, click, {
        until: 'always',
        decide: (agenda) => removeText(agenda, { by: whoOf(click), id: click.data.itemId }, click.now),
      });
      if (kept.kind === 'updated') await removeEverywhere(ports, click);
      const { mine } = agendaTexts[click.language];
      return outcomeOf(click, kept, (meeting) => back(click, meeting, mine.removed));
    }),
  },
});
