import { z } from 'zod';
import type { Handler, Handlers } from '../chat/router';
import type { Answer } from '../chat/turn';
import { authorise, meetingOf, refusal } from '../meetings/answering';
import type { Meeting } from '../meetings/model/meeting';
import { movedBy, numberFaults, type Ordering, orderItems } from '../meetings/model/ordering';
import { typedText, wholeNumberIn } from '../meetings/typed-fields';
import { agendaTexts } from '../text/agenda';
import {
  type AgendaClick,
  type AgendaPorts,
  answer,
  keepAgenda,
  outcomeOf,
  pageShape,
  reasonInWords,
  showing,
  viewOf,
  whoOf,
} from './answering';
import { coordinatorCard } from './coordinator-card';
import { numberField, orderCard, type TypedNumber } from './order-card';

const orderShape = pageShape.extend({
  /** The items as the form showed them. */
  shown: z.array(z.string().min(1).max(64)).max(200),
});
type OrderClick = AgendaClick<z.infer<typeof orderShape>>;

const fields = z.record(z.string(), z.unknown());

/** The numbers that were typed, of the items that have a field on the page. */
const typedNumbers = (shown: readonly string[], raw: unknown): ReadonlyMap<string, string> => {
  const given = fields.safeParse(raw).data ?? {};
  return new Map(
    shown.flatMap((id): readonly (readonly [string, string])[] => {
      const field = numberField(id);
      return Object.hasOwn(given, field) ? [[id, typedText.parse(given[field])]] : [];
    }),
  );
};

/** The form once more: the agenda as it is now, with the numbers of the items that were to be moved. */
const again = (
  click: OrderClick,
  { meeting, notice }: { readonly meeting: Meeting; readonly notice?: string },
  { typed, ordering }: { readonly typed: ReadonlyMap<string, string>; readonly ordering: Ordering },
): Answer => {
  const { coordinator } = agendaTexts[click.language];
  const faults = numberFaults(ordering);
  const inWords = (id: string, number: number): Pick<TypedNumber, 'fault'> => {
    const fault = faults.get(id);
    if (fault === undefined) return {};
    return fault === 'twice'
      ? { fault: coordinator.numberTwice(number) }
      : { fault: coordinator.numberError(ordering.shown.length) };
  };
  const numbers = [...movedBy(ordering)].map(
    ([id, number]) => [id, { typed: typed.get(id) ?? '', ...inWords(id, number) }] as const,
  );
  const view = viewOf(click, meeting, notice);
  return answer(click.language, orderCard(view, { numbers: new Map(numbers), page: click.data.page }));
};

const save = (ports: AgendaPorts): Handler =>
  authorise(ports, { shape: orderShape, permission: 'coordinate' }, async (click, raw) => {
    const { data, language, now } = click;
    const typed = typedNumbers(data.shown, raw);
    const numbers = Object.fromEntries([...typed].map(([id, number]) => [id, wholeNumberIn(number)]));
    const ordering: Ordering = { shown: data.shown, numbers };
    if (numberFaults(ordering).size > 0) {
      const meeting = await meetingOf(ports, data);
      return meeting === undefined
        ? refusal(language, 'no-such-meeting')
        : again(click, { meeting }, { typed, ordering });
    }
    const kept = await keepAgenda(ports, click, {
      decide: (agenda) => orderItems(agenda, { by: whoOf(click), ...ordering }, now),
    });
    if (kept.kind === 'refused' && kept.reason === 'ordered-meanwhile' && kept.meeting !== undefined) {
      const notice = reasonInWords(click, kept.reason, kept.meeting);
      return again(click, { meeting: kept.meeting, notice }, { typed, ordering });
    }
    const { orderSaved } = agendaTexts[language].coordinator;
    return outcomeOf(click, kept, (meeting) =>
      answer(language, coordinatorCard(viewOf(click, meeting, orderSaved))),
    );
  });

/** The order of an agenda's items, by a number for each. */
export const createOrderClicks = (ports: AgendaPorts): Handlers => ({
  commands: {},
  verbs: {
    'agenda.order': showing(ports, { shape: pageShape, permission: 'coordinate' }, (view, { data }) =>
      answer(view.language, orderCard(view, { page: data.page })),
    ),
    'agenda.save-order': save(ports),
  },
});
