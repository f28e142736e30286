import type { UnitId } from '../municipality/facts';
import type { Language, Municipality } from '../municipality/schema';
import { dateInWords } from '../text/dates';
import { texts } from '../text/text';
import { shortNameOf } from './choice-text';
import type { RouteStep } from './route';

type View = { readonly municipality: Municipality; readonly language: Language };
type Shown = { readonly unit: UnitId; readonly by: readonly RouteStep['by'][number][] };
type Vouched = { readonly name: string; readonly confirmedOn: string | undefined };

const unitsIn = (shown: readonly Shown[], view: View): readonly Vouched[] => {
  const ids = new Set<UnitId>(
    shown.flatMap(({ unit, by }) => (by.some((way) => way !== 'form') ? [unit] : [])),
  );
  return [...ids].flatMap((id) => {
    const { national, telephone, mail, confirmedOn } = view.municipality.units[id] ?? {};
    const isShown = national === undefined && (telephone ?? mail) !== undefined;
    return isShown ? [{ name: shortNameOf(id, view), confirmedOn }] : [];
  });
};

const formIn = (shown: readonly Shown[], { municipality, language }: View): readonly Vouched[] => {
  const { name, confirmedOn } = municipality.reportForm;
  return shown.some(({ by }) => by.includes('form')) ? [{ name: name[language], confirmedOn }] : [];
};

/** Which of the contacts shown the municipality vouches for, said once for all of them; '' where there are none. */
export const confirmationOf = (shown: readonly Shown[], view: View): string => {
  const { result } = texts[view.language];
  const contacts = [...unitsIn(shown, view), ...formIn(shown, view)];
  const dates = contacts.flatMap(({ confirmedOn }) => confirmedOn ?? []).toSorted();
  const [oldest] = dates;
  if (contacts.length === 0) return '';
  if (oldest === undefined) return result.unconfirmed;
  if (dates.length === contacts.length) return result.confirmed(dateInWords(oldest, view.language));
  const others = contacts.filter(({ confirmedOn }) => confirmedOn === undefined).map(({ name }) => name);
  return result.unconfirmedOnly(others.join(', '));
};
