import type { Answers, UnitId } from '../municipality/facts';
import type { Language, Municipality } from '../municipality/schema';
import type { NoticeKind } from '../text/text';
import type { Route } from './route';

/** What the result card shows. */
export type ResultView = {
  readonly municipality: Municipality;
  readonly language: Language;
  readonly answers: Answers;
  /** The answers without those that can't change the result. */
  readonly normalise: (answers: Answers) => Answers;
  readonly route: Route;
  /** What is known of a unit's opening, in one sentence; '' when nothing is. */
  readonly availability: (unit: UnitId) => string;
  readonly notice?: NoticeKind | undefined;
};
