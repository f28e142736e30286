import { agendaCard } from '../../src/agenda/agenda-card';
import type { AgendaView } from '../../src/agenda/agenda-view';
import { answer, keptWords } from '../../src/agenda/answering';
import { coordinatorCard, publishCard } from '../../src/agenda/coordinator-card';
import { refuseCard, standingCard } from '../../src/agenda/coordinator-forms';
import { itemCard } from '../../src/agenda/coordinator-item-card';
import type { Typed } from '../../src/agenda/item-form';
import { type ItemForm, itemFormCard, keptCard, nothingTyped } from '../../src/agenda/item-form-card';
import { listCard, nextCard } from '../../src/agenda/list-card';
import { askRemovalCard, handedInCard, myItemsCard } from '../../src/agenda/my-items-card';
import { orderCard } from '../../src/agenda/order-card';
import { outcomesCard } from '../../src/agenda/outcomes-card';
import { receiptCard as letterCard } from '../../src/agenda/receipts';
import { removalCard } from '../../src/agenda/removal-card';
import type { Card } from '../../src/cards/card';
import type { Agenda } from '../../src/meetings/model/agenda';
import type { Meeting } from '../../src/meetings/model/meeting';
import { type ReceiptKind, receiptKinds } from '../../src/meetings/model/row-kinds';
import type { Language } from '../../src/municipality/schema';
import type { PersonLike } from '../../src/privacy/person-like';
import { agendaTexts } from '../../src/text/agenda';
import { group, meetingOn } from '../meetings/model/meetings';
import {
  after,
  afterwards,
  agendasOf,
  before,
  factsAt,
  type Items,
  itemsOf,
  reader,
  type UserText,
} from './agenda-samples';

type Made = {
  readonly language: Language;
  readonly text: UserText;
  readonly items: Items;
  readonly agendas: ReturnType<typeof agendasOf>;
  readonly view: (agenda: Agenda, more?: Partial<AgendaView>) => AgendaView;
  readonly meeting: (agenda: Agenda) => Meeting;
};
type Named = readonly (readonly [string, Card])[];

const found = (text: UserText): readonly PersonLike[] => [
  { kind: 'name', words: text.title },
  { kind: 'telephone', words: '12 34 56 78' },
];

const formCards = ({ view, agendas, text, language, items }: Made): Named => {
  const typed: Typed = {
    kind: 'discussion',
    title: text.title,
    note: text.note,
    minutes: '15',
    functionId: 'ppr',
  };
  const form: ItemForm = { id: 'nonce-form', isEdit: false, isCase: false, typed: nothingTyped };
  const faulty: ItemForm = {
    ...form,
    typed: { ...typed, minutes: '500' },
    faults: {
      title: 'cpr',
      note: 'too-long',
      minutes: 'out-of-range',
      kind: 'missing',
      functionId: 'unknown',
      form: 'unknown',
    },
  };
  const nu = { facts: factsAt('ssp-nu') };
  const open = view(agendas.open);
  const late = view(agendas.closed, { now: after });
  const notice = agendaTexts[language].refusals.full;
  const caseForm: ItemForm = { ...form, isCase: true, typed: { ...nothingTyped, kind: 'single-case' } };
  const caseFaults: ItemForm = {
    ...caseForm,
    faults: { title: 'single-case-has-no-text', minutes: 'missing' },
  };
  const sent = { verb: 'agenda.hand-in' as const, data: { nonce: form.id }, typed };
  return [
    ['form-topic', itemFormCard(open, form)],
    ['form-late', itemFormCard(late, form)],
    ['form-case-late', itemFormCard(late, caseForm)],
    ['form-case', itemFormCard(open, caseForm)],
    ['form-case-faults', itemFormCard(open, caseFaults)],
    ['form-nu', itemFormCard(view(agendas.none, nu), caseForm)],
    ['form-edit', itemFormCard(open, { ...form, isEdit: true, typed })],
    ['form-faults', itemFormCard(open, faulty)],
    ['form-person', itemFormCard(open, { ...form, typed, found: found(text) })],
    ['form-kept', keptCard({ language, notice }, sent)],
    ['receipt-topic', handedInCard(open, { item: items.topic, isEdit: false })],
    ['receipt-case', handedInCard(open, { item: items.single, isEdit: false })],
    ['receipt-late', handedInCard(late, { item: items.late, isEdit: false })],
    ['receipt-saved', handedInCard(open, { item: items.topic, isEdit: true })],
  ];
};

const agendaCards = ({ view, agendas, language, text, meeting }: Made): Named => {
  const status = { kind: 'cancelled', at: before, by: 'k' } as const;
  const cancelled: AgendaView = { ...view(agendas.open), meeting: { ...meeting(agendas.open), status } };
  const readers = {
    author: { personId: reader, isCoordinator: false },
    coordinator: { personId: 'k', isCoordinator: true },
  };
  const later = { now: after };
  const held = { now: afterwards };
  const open = view(agendas.open);
  return [
    ['agenda-none', agendaCard(view(agendas.none))],
    ['agenda-open', agendaCard(open)],
    ['agenda-open-author', agendaCard(open, { reader: readers.author })],
    ['agenda-open-coordinator', agendaCard(open, { reader: readers.coordinator })],
    ['agenda-closed', agendaCard(view(agendas.closed, later))],
    ['agenda-closed-coordinator', agendaCard(view(agendas.closed, later), { reader: readers.coordinator })],
    ['agenda-published', agendaCard(view(agendas.published, later))],
    ['agenda-held', agendaCard(view(agendas.held, held))],
    ['agenda-held-coordinator', agendaCard(view(agendas.held, held), { reader: readers.coordinator })],
    ['agenda-erased', agendaCard(view(agendas.erased, held))],
    ['agenda-cancelled', agendaCard(cancelled)],
    ['agenda-first-page', agendaCard(view(agendas.many, later))],
    ['agenda-next-page', agendaCard(view(agendas.many, later), { reader: readers.author, page: 1 })],
    ['mine-open', myItemsCard(open, { personId: reader })],
    ['mine-closed', myItemsCard(view(agendas.closed, later), { personId: reader })],
    ['mine-none', myItemsCard(view(agendas.none), { personId: reader })],
    ['mine-many', myItemsCard(view(agendas.many, later), { personId: reader })],
    ...(['withdraw', 'remove'] as const).map(
      (step) =>
        [
          `sure-${step}`,
          askRemovalCard(open, { item: itemsOf(text).topic, step, back: 'agenda.mine' }),
        ] as const,
    ),
    ...listCards({ view, agendas, language, meeting }),
  ];
};

const listCards = ({
  agendas,
  language,
  meeting,
}: Pick<Made, 'view' | 'agendas' | 'language' | 'meeting'>): Named => {
  const [one, other] = [factsAt('ssp-network-1'), factsAt('ssp-nu')];
  const inChannel = nextCard({ language, now: before, facts: one, meeting: meeting(agendas.open) });
  const pointed = answer(language, inChannel);
  const groups = [
    {
      facts: one,
      next: meeting(agendas.open),
      before: { ...meeting(agendas.held), startsAt: before - 28 * 86_400_000 },
    },
    { facts: other, next: meeting(agendas.published), before: undefined },
  ];
  return [
    ['list', listCard({ language, now: before, page: 1, pages: 3 }, groups)],
    ['list-none', listCard({ language, now: before, page: 0, pages: 1 }, [])],
    ['list-in-channel', inChannel],
    ...(pointed.kind === 'card' && pointed.pointer ? [['pointer', pointed.pointer] as const] : []),
  ];
};

const coordinatorCards = ({ view, agendas, items, text, language }: Made): Named => {
  const open = view(agendas.open);
  const closed = view(agendas.closed, { now: after });
  const held = view(agendas.held, { now: afterwards });
  const published = view(agendas.published, { now: afterwards });
  const { faults, outcomes, coordinator, refusals } = agendaTexts[language];
  const fault = faults.missing;
  const line = { typed: '', fault };
  const person = { typed: text.reason, found: found(text) };
  const noted = new Map([
    ['item-parking', { outcome: 'decided', decision: '', decisionFault: outcomes.withoutDecision }],
    [
      'item-carried',
      { outcome: 'not-noted', decision: text.decision, outcomeFault: outcomes.withoutOutcome },
    ],
  ]);
  const numbers = new Map([
    ['item-carried', { typed: '3', fault: coordinator.numberTwice(3) }],
    ['item-parking', { typed: '3', fault: coordinator.numberTwice(3) }],
    ['item-case', { typed: '', fault: coordinator.numberError(6) }],
  ]);
  const standing = { id: 'nonce-standing', title: { typed: '' }, minutes: { typed: '' } };
  const raw = { reason: text.reason, title: text.title };
  const kept = keptWords(language, 'unknown-roster', raw);
  return [
    ['coordinate-open', coordinatorCard(open)],
    ['coordinate-closed', coordinatorCard(closed)],
    ['coordinate-published', coordinatorCard(published)],
    ['publish-asks', publishCard(closed)],
    ['order', orderCard(closed)],
    ['order-faults', orderCard({ ...closed, notice: refusals['ordered-meanwhile'] }, { numbers })],
    ['order-many', orderCard(view(agendas.many, { now: after }), { page: 1 })],
    ['texts', removalCard(closed)],
    ['texts-none', removalCard(view(agendas.none))],
    ['texts-many', removalCard(view(agendas.many, { now: after }), 1)],
    ['coordinate-many', coordinatorCard(view(agendas.many, { now: after }), { page: 1 })],
    ['item', itemCard(closed, { item: items.topic })],
    ['item-late', itemCard(closed, { item: items.late })],
    ['item-standing', itemCard(closed, { item: items.standing })],
    ['item-case', itemCard(closed, { item: items.single })],
    ['item-fault', itemCard(closed, { item: items.topic, minutes: { typed: '500', fault } })],
    ['refuse', refuseCard(closed, { item: items.topic, reason: { typed: '' } })],
    ['refuse-fault', refuseCard(closed, { item: items.topic, reason: line })],
    ['refuse-person', refuseCard(closed, { item: items.topic, reason: person })],
    ['refuse-case', refuseCard(closed, { item: items.single, reason: { typed: '' } })],
    ['standing', standingCard(open, standing)],
    ['standing-fault', standingCard(open, { ...standing, title: line, minutes: line })],
    ['standing-person', standingCard(open, { ...standing, title: person })],
    ['outcomes', outcomesCard(published)],
    ['outcomes-noted', outcomesCard({ ...held, notice: outcomes.saved })],
    ['outcomes-faults', outcomesCard(published, { noted })],
    ['outcomes-person', outcomesCard(published, { found: found(text) })],
    ['outcomes-many', outcomesCard(view(agendas.many, { now: afterwards }), { page: 1 })],
    ...(kept.kind === 'card' ? [['words-kept', kept.card] as const] : []),
  ];
};

const letterCards = ({ items, language, meeting, agendas }: Made): Named => {
  const facts = factsAt('ssp-network-1');
  const agenda = { ...agendas.closed, items: [items.accepted, items.next] };
  const idOf: Readonly<Record<ReceiptKind, string>> = {
    'item-refused': 'item-refused',
    'item-taken': 'item-accepted',
    'item-postponed': 'item-next',
  };
  return receiptKinds.flatMap((kind) => {
    const row = { id: `meeting/${kind}/${idOf[kind]}`, kind, to: reader };
    const card = letterCard(row, { language, facts, meeting: meeting(agenda) });
    return card === undefined ? [] : [[`letter-${kind}`, card] as const];
  });
};

/** Every kind of card about agendas, by a name for its picture. */
export const everyAgendaCard = (language: Language, text: UserText): Named => {
  const items = itemsOf(text);
  const agendas = agendasOf(items, text);
  const meeting = (agenda: Agenda): Meeting => ({
    ...meetingOn('2027-01-12', { of: { ...group, groupId: 'ssp-network-1' } }),
    place: text.place,
    agenda,
  });
  const facts = factsAt('ssp-network-1');
  const view = (agenda: Agenda, more: Partial<AgendaView> = {}): AgendaView => ({
    language,
    facts,
    meeting: meeting(agenda),
    now: before,
    ...more,
  });
  const made: Made = { language, text, items, agendas, view, meeting };
  return [...formCards(made), ...agendaCards(made), ...coordinatorCards(made), ...letterCards(made)];
};
