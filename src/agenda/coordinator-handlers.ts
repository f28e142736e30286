import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Handler, Handlers } from '../chat/router';
import type { Answer } from '../chat/turn';
import { authorise, meetingShape } from '../meetings/answering';
import { type Agenda, type Decision, publishAgenda } from '../meetings/model/agenda';
import { acceptLate, dropStanding, setMinutes } from '../meetings/model/coordinating';
import { takesText } from '../meetings/model/group-facts';
import { isMinutes, usualMinutes } from '../meetings/model/item';
import type { Meeting } from '../meetings/model/meeting';
import type { ReceiptKind } from '../meetings/model/row-kinds';
import { typedText, wholeNumberIn } from '../meetings/typed-fields';
import { agendaTexts } from '../text/agenda';
import { type AgendaView, comingItems } from './agenda-view';
import {
  type AgendaClick,
  type AgendaPorts,
  answer,
  itemShape,
  keepAgenda,
  outcomeOf,
  pageShape,
  planReceipt,
  showing,
  shown,
  viewOf,
  whoOf,
} from './answering';
import { coordinatorCard, publishCard } from './coordinator-card';
import { standingCard } from './coordinator-forms';
import { itemCard } from './coordinator-item-card';

type ItemClick = AgendaClick<z.infer<typeof itemShape>>;

/** The coordinator's card of one item as it is now, or of the whole agenda when the item is gone. */
export const itemOr = (
  click: AgendaClick,
  meeting: Meeting,
  { itemId, notice = '' }: { readonly itemId: string; readonly notice?: string },
): Answer => {
  const view = viewOf(click, meeting, notice);
  const item = comingItems(view).find(({ id }) => id === itemId);
  const { refusals } = agendaTexts[click.language];
  return answer(
    click.language,
    item === undefined
      ? coordinatorCard({ ...view, notice: notice || refusals['no-such-item'] })
      : itemCard(view, { item }),
  );
};

type OfItem<Data extends z.infer<typeof itemShape>> = {
  readonly shape: z.ZodType<Data>;
  readonly decide: (agenda: Agenda, click: AgendaClick<Data>) => Decision;
  readonly done: (click: AgendaClick<Data>, meeting: Meeting) => Answer;
  readonly told?: (click: AgendaClick<Data>) => ReceiptKind;
};

const changesItem = <Data extends z.infer<typeof itemShape>>(
  ports: AgendaPorts,
  { shape, decide, done, told }: OfItem<Data>,
): Handler =>
  authorise(ports, { shape, permission: 'coordinate' }, async (click) => {
    if (told !== undefined) await planReceipt(ports, click, told(click));
    const kept = await keepAgenda(ports, click, { decide: (agenda) => decide(agenda, click) });
    return outcomeOf(click, kept, (meeting) => done(click, meeting));
  });

const saved = (click: ItemClick, meeting: Meeting): Answer =>
  itemOr(click, meeting, {
    itemId: click.data.itemId,
    notice: agendaTexts[click.language].coordinator.saved,
  });

const all = (click: AgendaClick, meeting: Meeting, notice: string): Answer =>
  answer(click.language, coordinatorCard(viewOf(click, meeting, notice)));

const minutesShape = itemShape.extend({ minutes: typedText });

const minutes = (ports: AgendaPorts): Handler =>
  authorise(ports, { shape: minutesShape, permission: 'coordinate' }, async (click) => {
    const { data, language, now } = click;
    const wanted = wholeNumberIn(data.minutes);
    const kept = await keepAgenda(ports, click, {
      decide: (agenda) => setMinutes(agenda, { by: whoOf(click), id: data.itemId, minutes: wanted }, now),
    });
    if (kept.kind === 'updated' || isMinutes(wanted) || kept.meeting === undefined)
      return outcomeOf(click, kept, (meeting) => saved(click, meeting));
    const view: AgendaView = viewOf(click, kept.meeting);
    const item = comingItems(view).find(({ id }) => id === data.itemId);
    if (item === undefined) return itemOr(click, kept.meeting, data);
    const fault = agendaTexts[language].faults['out-of-range'];
    return answer(language, itemCard(view, { item, minutes: { typed: data.minutes, fault } }));
  });

const publishShape = meetingShape.extend({ isSure: z.literal(true).optional().catch(undefined) });

const publish = (ports: AgendaPorts): Handler =>
  authorise(ports, { shape: publishShape, permission: 'coordinate' }, async (click) => {
    const asksFirst = click.data.isSure !== true;
    const kept = await keepAgenda(ports, click, {
      asksAgain: true,
      decide: (agenda) => publishAgenda(agenda, { by: whoOf(click), asksFirst }, click.now),
    });
    const { coordinator } = agendaTexts[click.language];
    if (kept.kind === 'refused' && kept.reason === 'items-wait' && kept.meeting !== undefined)
      return answer(click.language, publishCard(viewOf(click, kept.meeting)));
    if (kept.kind === 'refused' && kept.reason === 'still-open' && kept.meeting !== undefined)
      return all(click, kept.meeting, agendaTexts[click.language].refusals['still-open']);
    return outcomeOf(click, kept, (meeting) => shown(click, meeting, coordinator.published));
  });

/** What the coordinator and the deputy do with an agenda before the meeting, but for what they write. */
export const createCoordinatorClicks = (ports: AgendaPorts): Handlers => ({
  commands: {},
  verbs: {
    'agenda.coordinate': showing(ports, { shape: pageShape, permission: 'coordinate' }, (view, { data }) =>
      answer(view.language, coordinatorCard(view, { page: data.page })),
    ),
    'agenda.item': showing(ports, { shape: itemShape, permission: 'coordinate' }, (view, click) =>
      itemOr(click, view.meeting, {
        itemId: click.data.itemId,
        ...(view.notice ? { notice: view.notice } : {}),
      }),
    ),
    'agenda.minutes': minutes(ports),
    'agenda.late': changesItem(ports, {
      shape: itemShape.extend({ meeting: z.enum(['this', 'next']) }),
      decide: (agenda, click) => {
        const { itemId: id, meeting } = click.data;
        return acceptLate(agenda, { by: whoOf(click), id, meeting }, click.now);
      },
      told: ({ data }) => (data.meeting === 'this' ? 'item-taken' : 'item-postponed'),
      done: (click, meeting) => all(click, meeting, agendaTexts[click.language].coordinator.saved),
    }),
    'agenda.drop-standing': changesItem(ports, {
      shape: itemShape,
      decide: (agenda, click) => dropStanding(agenda, { by: whoOf(click), id: click.data.itemId }, click.now),
      done: (click, meeting) => all(click, meeting, agendaTexts[click.language].coordinator.dropped),
    }),
    'agenda.standing-form': showing(
      ports,
      { shape: meetingShape, permission: 'coordinate' },
      (view, click) => {
        if (!takesText(view.facts))
          return shown(click, view.meeting, agendaTexts[view.language].refusals['single-cases-only']);
        const form = {
          id: randomUUID(),
          title: { typed: '' },
          minutes: { typed: String(usualMinutes.standing) },
        };
        return answer(view.language, standingCard(view, form));
      },
    ),
    'agenda.publish': publish(ports),
  },
});
