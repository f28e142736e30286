import type { Agenda, Decision, Who } from '../../../src/meetings/model/agenda';
import { closeAgenda, newAgenda, publishAgenda } from '../../../src/meetings/model/agenda';
import { type AgendaGroup, handIn } from '../../../src/meetings/model/handing-in';
import type { Draft, Item } from '../../../src/meetings/model/item';

export const closesAt = Date.parse('2027-01-08T11:00:00Z');
export const before = closesAt - 86_400_000;
export const after = closesAt + 3_600_000;
export const startsAt = Date.parse('2027-01-12T12:30:00Z');

export const network: AgendaGroup = { kind: 'ssp-network', functionIds: ['school', 'ppr', 'local-police'] };
export const nu: AgendaGroup = { kind: 'ssp-nu', functionIds: ['centre', 'police', 'staff-unit'] };

export const birgit: Who = { personId: 'aad-birgit', isCoordinator: false };
export const omar: Who = { personId: 'aad-omar', isCoordinator: false };
export const karen: Who = { personId: 'aad-karen', isCoordinator: true };
export const deputy: Who = { personId: 'aad-deputy', isCoordinator: true };

type TopicDraft = Extract<Draft, { kind: 'topic' }>;
type CaseDraft = Extract<Draft, { kind: 'single-case' }>;

export const parking: TopicDraft = {
  kind: 'topic',
  id: 'nonce-parking',
  topicKind: 'discussion',
  functionId: 'school',
  minutes: 15,
  title: 'Uro på parkeringspladsen',
  note: 'Der samles mange om aftenen.',
};
export const fireworks: TopicDraft = {
  kind: 'topic',
  id: 'nonce-fireworks',
  topicKind: 'orientation',
  functionId: 'local-police',
  minutes: 10,
  title: 'Fyrværkeri efter nytår',
  note: '',
};
export const youngPerson: CaseDraft = {
  kind: 'single-case',
  id: 'nonce-young-person',
  functionId: 'ppr',
  minutes: 20,
};

/** The agenda of a decision that must have been taken. */
export const agendaOf = (decision: Decision): Agenda => {
  if (decision.kind !== 'changed') throw new Error(`refused: ${decision.reason}`);
  return decision.agenda;
};

export const reasonOf = (decision: Decision): string | undefined =>
  decision.kind === 'refused' ? decision.reason : undefined;

export const itemsOf = (agenda: Agenda): readonly Item[] => (agenda.state === 'erased' ? [] : agenda.items);

export const titlesOf = (agenda: Agenda): readonly string[] =>
  itemsOf(agenda).map((item) => (item.kind === 'single-case' ? 'single case' : item.title));

/** An open agenda with what Birgit, Omar and Omar again have handed in. */
export const openAgenda = (): Agenda =>
  [
    { by: birgit, draft: parking },
    { by: omar, draft: fireworks },
    { by: omar, draft: youngPerson },
  ].reduce(
    (agenda, { by, draft }, at) => agendaOf(handIn(agenda, { by, draft, group: network }, before + at)),
    newAgenda(closesAt, []),
  );

export const closedAgenda = (): Agenda => agendaOf(closeAgenda(openAgenda(), closesAt));
export const publishedAgenda = (): Agenda => agendaOf(publishAgenda(openAgenda(), { by: karen }, after));

/** What Omar hands in after the deadline, and an agenda on which it waits for the coordinator. */
export const lateDraft: TopicDraft = { ...fireworks, id: 'nonce-late', title: 'Sent punkt', minutes: 33 };
export const withLate = (agenda: Agenda = publishedAgenda()): Agenda =>
  agendaOf(handIn(agenda, { by: omar, draft: lateDraft, group: network }, after + 1));
