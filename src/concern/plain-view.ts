import type { UnitId } from '../municipality/facts';
import type { Language, Municipality } from '../municipality/schema';
import type { NoticeKind } from '../text/text';

/** What a card shows that depends on no answers. */
export type PlainView = {
  readonly municipality: Municipality;
  readonly language: Language;
  readonly notice?: NoticeKind | undefined;
  /** The units that can be asked by card to call back; none unless told. */
  readonly calledUnits?: ReadonlySet<UnitId>;
};
