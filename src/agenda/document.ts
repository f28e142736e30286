import type { Agenda } from './agenda';
import type { TopicKind } from './item';
import type { Outcome } from './outcomes';

/** Every word of the document that isn't an item's; made for one language. */
export type DocumentTexts = {
  readonly heading: string;
  readonly when: string;
  readonly place: string;
  /** "Emne 1" and the like are never needed: single cases all have this title. */
  readonly singleCase: string;
  readonly standing: string;
  readonly removed: string;
  readonly note: string;
  readonly decision: string;
  readonly noItems: string;
  readonly topicKinds: Readonly<Record<TopicKind, string>>;
  readonly outcomes: Readonly<Record<Outcome['kind'], string>>;
  readonly late: string;
  readonly minutes: (minutes: number) => string;
  readonly sum: (sum: number, lengthMinutes: number) => string;
  readonly over: (minutes: number) => string;
  readonly carried: (times: number) => string;
  /** On every page: what the file is and when the bot's own copy goes. */
  readonly footer: string;
};

export type DocumentInput = {
  /** Only a published or held agenda has a document. */
  readonly agenda: Extract<Agenda, { state: 'published' | 'held' }>;
  readonly groupName: string;
  /** The meeting's day and time, in words. */
  readonly when: string;
  readonly place: string;
  readonly lengthMinutes: number;
  readonly language: 'da' | 'en';
  readonly functionName: (functionId: string) => string;
};

/** The agenda as a Word document (docx) for the coordinator to print and file: no person's name, the same bytes every time. */
export declare const agendaDocument: (input: DocumentInput, texts: DocumentTexts) => Promise<Buffer>;
