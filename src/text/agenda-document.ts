import type { Language } from '../municipality/schema';

const da = {
  heading: (group: string) => `Dagsorden: ${group}`,
  /** `when` is the meeting's day and time in words, `length` its minutes. */
  when: (when: string, length: number) => `${when}, ${length} minutter`,
  place: (place: string) => `Sted: ${place}`,
  apologies: (apologies: readonly string[]) =>
    apologies.length === 0 ? 'Afbud: ingen' : `Afbud: ${apologies.join(', ')}`,
  substitute: (name: string, substitute: string) => `${name} (${substitute} kommer i stedet)`,
  /** Above empty lines to write on. */
  notes: 'Noter:',
  singleCase: 'Enkeltsag',
  removed: 'Teksten er fjernet',
  standing: 'Fast punkt',
  unchecked: 'Funktionerne er valgt af dem, der har meldt ind. Ingen har kontrolleret dem.',
  topicKinds: { orientation: 'Orientering', discussion: 'Drøftelse', decision: 'Beslutning' },
  minutes: (minutes: number) => (minutes === 1 ? '1 minut' : `${minutes} minutter`),
  carried: (times: number) => (times === 1 ? 'Udsat én gang' : `Udsat ${times} gange`),
  sum: (sum: number) => `I alt: ${sum === 1 ? '1 minut' : `${sum} minutter`}`,
  over: (minutes: number) =>
    `Det er ${minutes === 1 ? '1 minut' : `${minutes} minutter`} mere, end mødet varer.`,
  noItems: 'Der er ingen punkter.',
  decision: (decision: string) => `Beslutning: ${decision}`,
  outcome: (outcome: string) => `Efter mødet: ${outcome}`,
  outcomes: {
    done: 'færdigbehandlet',
    decided: 'besluttet',
    carried: 'udsat til næste møde',
    discussed: 'drøftet',
    continues: 'fortsætter',
    closed: 'afsluttet',
  },
  footer: 'Dagsordenen er ikke en underretning, og den må ikke indeholde personoplysninger.',
};

/** Every word of an agenda's printed document that isn't an item's. */
export type DocumentTexts = typeof da;

const en: DocumentTexts = {
  heading: (group) => `Agenda: ${group}`,
  when: (when, length) => `${when}, ${length} minutes`,
  place: (place) => `Place: ${place}`,
  apologies: (apologies) =>
    apologies.length === 0 ? 'Apologies: none' : `Apologies: ${apologies.join(', ')}`,
  substitute: (name, substitute) => `${name} (${substitute} comes instead)`,
  notes: 'Notes:',
  singleCase: 'Individual case',
  removed: 'The text has been removed',
  standing: 'Standing item',
  unchecked: 'The functions were chosen by those who submitted. Nobody has checked them.',
  topicKinds: { orientation: 'Information', discussion: 'Discussion', decision: 'Decision' },
  minutes: (minutes) => (minutes === 1 ? '1 minute' : `${minutes} minutes`),
  carried: (times) => (times === 1 ? 'Carried over once' : `Carried over ${times} times`),
  sum: (sum) => `In all: ${sum === 1 ? '1 minute' : `${sum} minutes`}`,
  over: (minutes) =>
    `That is ${minutes === 1 ? '1 minute' : `${minutes} minutes`} more than the meeting lasts.`,
  noItems: 'There are no items.',
  decision: (decision) => `Decision: ${decision}`,
  outcome: (outcome) => `After the meeting: ${outcome}`,
  outcomes: {
    done: 'dealt with',
    decided: 'decided',
    carried: 'carried to the next meeting',
    discussed: 'discussed',
    continues: 'continues',
    closed: 'closed',
  },
  footer: 'The agenda is not a report (underretning), and it must not contain personal data.',
};

export const documentTexts: Readonly<Record<Language, DocumentTexts>> = { da, en };
