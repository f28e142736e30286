import type { Answers, UnitId } from '../municipality/facts';
import type { Ask, Language, Municipality } from '../municipality/schema';
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
  /** The units that can be asked by card to call back; none unless told. */
  readonly calledUnits?: ReadonlySet<UnitId>;
  readonly notice?: NoticeKind | undefined;
};

/** Whether somebody is meant is asked about nobody in particular, and last, for the answer stands without it. */
export const asksWhetherSomebody = ({ set }: Ask): boolean => 'subject' in set;

/** Then what happens next is the answer itself; where somebody is meant there is enough to do first. */
export const isAboutNobody = ({ route }: ResultView): boolean => route.asks.some(asksWhetherSomebody);
