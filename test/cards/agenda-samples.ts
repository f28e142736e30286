import type { Agenda, HeldItem } from '../../src/meetings/model/agenda';
import { factsOf } from '../../src/meetings/model/group-facts';
import type { Item, SingleCase, StandingItem, Topic } from '../../src/meetings/model/item';
import { ishojFile, loadMunicipality } from '../../src/municipality/load';

/** What people have typed. */
export type UserText = Readonly<Record<'title' | 'note' | 'reason' | 'decision' | 'place', string>>;

export const ordinary: UserText = {
  title: 'Uro på parkeringspladsen bag biblioteket',
  note: 'Der samles mange om aftenen, og naboerne er utrygge.\nHvem kan være der fredag?',
  reason: 'Det hører til i en anden gruppe. Ring til mig, så finder vi ud af hvilken.',
  decision: 'Gadeplan er der fredag og lørdag aften til og med februar.',
  place: 'Rådhuset, lokale 2',
};

/** Markdown, a script, a template and HTML, as somebody could type them. */
const odd = '**x** [x](javascript:alert(1)) ${x} <b>x</b> # x';
export const hostile: UserText = {
  title: `title ${odd}`,
  note: `note ${odd}`,
  reason: `reason ${odd}`,
  decision: `decision ${odd}`,
  place: `place ${odd}`,
};
export const longest: UserText = {
  title: 'Fællesskabsarrangementer'.repeat(5),
  note: 'Ungdomsuddannelsesvejledning og mere til. '.repeat(12).slice(0, 500),
  reason: 'Begrundelser kan også være lange. '.repeat(6).slice(0, 200),
  decision: 'Beslutninger i én lang linje. '.repeat(7).slice(0, 200),
  place: 'Fællesskabshuset ved Vejlebrovej, indgang B, første sal, lokale 217 bag køkkenet',
};

export const reader = 'aad-birgit';
const closesAt = Date.parse('2027-01-05T11:00:00Z');
export const before = closesAt - 86_400_000;
export const after = closesAt + 3_600_000;
export const afterwards = Date.parse('2027-01-12T12:00:00Z');
export const municipality = loadMunicipality(ishojFile);

export const factsAt = (id: string) => {
  const facts = factsOf(municipality, id);
  if (facts === undefined) throw new Error(id);
  return facts;
};

export const itemsOf = (text: UserText) => {
  const handed = { author: reader, handedInAt: before, carried: 0, minutes: 15 };
  const topic: Topic = {
    ...handed,
    kind: 'topic',
    id: 'item-parking',
    topicKind: 'discussion',
    functionId: 'school-management',
    title: text.title,
    note: text.note,
  };
  const single: SingleCase = {
    ...handed,
    kind: 'single-case',
    id: 'item-case',
    functionId: 'ppr',
    minutes: 20,
  };
  const standing: StandingItem = {
    ...handed,
    kind: 'standing',
    id: 'item-standing',
    title: text.title,
    author: 'k',
  };
  const carried: Topic = { ...topic, id: 'item-carried', topicKind: 'decision', carried: 2, note: '' };
  const late: Topic = { ...topic, id: 'item-late', late: 'waiting' };
  const accepted: Topic = { ...topic, id: 'item-accepted', late: 'accepted', minutes: 60 };
  const next: Topic = { ...topic, id: 'item-next', late: 'next' };
  const wordless: Topic = { ...topic, id: 'item-wordless', title: '', note: '' };
  return { topic, single, standing, carried, late, accepted, next, wordless };
};

export type Items = ReturnType<typeof itemsOf>;

export const agendasOf = (
  { topic, single, standing, carried, late, accepted, next, wordless }: Items,
  text: UserText,
) => {
  const refused = [{ id: 'item-refused', author: reader, reason: text.reason, at: after, by: 'k' }];
  const content = (items: readonly Item[]) => ({ items, refused, withdrawn: [] });
  const few = [carried, topic, single];
  const all = [...few, standing, wordless, accepted, late, next];
  const publishedAt = { closedAt: closesAt, publishedAt: after, publishedBy: 'k' };
  const outcomes: readonly HeldItem[] = [
    { ...carried, outcome: { kind: 'carried' } },
    { ...topic, outcome: { kind: 'decided', decision: text.decision } },
    { ...single, outcome: { kind: 'continues' } },
    standing,
  ];
  const many = Array.from({ length: 60 }, (_, at): Topic => ({ ...topic, id: `item-${at}`, minutes: 5 }));
  return {
    none: { state: 'open', closesAt, ...content([]), refused: [] },
    open: { state: 'open', closesAt, ...content(few) },
    closed: { state: 'closed', closedAt: closesAt, ...content(all) },
    published: { state: 'published', ...publishedAt, ...content([...few, standing]) },
    held: {
      state: 'held',
      closedAt: closesAt,
      publishedAt: after,
      publishedBy: 'k',
      heldAt: afterwards,
      heldBy: 'k',
      items: outcomes,
      refused: [],
      withdrawn: [],
    },
    erased: { state: 'erased', erasedAt: afterwards },
    many: { state: 'published', ...publishedAt, ...content(many) },
  } satisfies Readonly<Record<string, Agenda>>;
};
