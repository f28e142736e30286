import { z } from 'zod';
import { placeContext, placeFault, placeLimit } from '../meetings/place';
import { typedText } from '../meetings/typed-fields';
import type { Language, Municipality } from '../municipality/schema';
import type { Instant } from '../storage/contract';
import { requestTexts } from '../text/requests';
import { numberIn, shownAgain } from './call-form';
import { anyMonth, monthsFrom } from './model/months';
import { type Level, levels, type TeachingWish } from './model/request';

/** What stands in the form's fields, and what is wrong with it. */
export type TeachingForm = {
  readonly number: string;
  readonly themes: readonly string[];
  readonly level: Level | '';
  readonly place: string;
  readonly month: string;
  readonly faults: Readonly<Partial<Record<'number' | 'themes' | 'level' | 'place' | 'month', string>>>;
  /** Whoever wrote the place is asked whether it is a person. */
  readonly asksPerson: boolean;
};

export const emptyTeaching: TeachingForm = {
  number: '',
  themes: [],
  level: '',
  place: '',
  month: anyMonth,
  faults: {},
  asksPerson: false,
};

const typedShape = z.object({
  number: typedText,
  themes: typedText,
  level: z.enum(levels).optional().catch(undefined),
  place: typedText,
  month: typedText,
  noPerson: z.literal('true').optional().catch(undefined),
});

type Known = { readonly municipality: Municipality; readonly language: Language; readonly now: Instant };

export type ParsedTeaching =
  | { readonly kind: 'wish'; readonly wish: TeachingWish }
  | { readonly kind: 'faults'; readonly form: TeachingForm };

/** The schools and institutions to choose from; empty where the municipality has given none and one line is written. */
export const schoolsOf = ({ teaching }: Municipality): readonly string[] => teaching?.schools ?? [];

type Typed = z.infer<typeof typedShape>;

const faultOfPlace = ({ place, noPerson }: Typed, { municipality }: Known) => {
  const schools = schoolsOf(municipality);
  if (schools.length > 0) return schools.includes(place) ? undefined : 'missing';
  return placeFault(place, placeContext({ municipality }, noPerson));
};

/** Reads a filled-in form: choices, a number, and one line that is looked through for a person. */
export const parseTeaching = (raw: unknown, known: Known): ParsedTeaching => {
  const { municipality, language, now } = known;
  const { faults: sentences } = requestTexts[language];
  const typed = typedShape.parse(typeof raw === 'object' && raw !== null ? raw : {});
  const number = numberIn(typed.number);
  const chosen = typed.themes.split(',');
  const themes = (municipality.teaching?.themes ?? [])
    .map(({ id }) => id)
    .filter((id) => chosen.includes(id));
  const { level, place } = typed;
  const month = [...monthsFrom(now), anyMonth].find((each) => each === typed.month);
  const wrong = faultOfPlace(typed, known);
  if (number !== undefined && themes.length > 0 && level && month && wrong === undefined)
    return { kind: 'wish', wish: { kind: 'teaching', number, themes, level, place, month } };
  return {
    kind: 'faults',
    form: {
      number: number ?? shownAgain(typed.number),
      themes,
      level: level ?? '',
      place: wrong === 'cpr' ? '' : place.slice(0, placeLimit),
      month: month ?? anyMonth,
      faults: {
        ...(number === undefined ? { number: sentences.number } : {}),
        ...(themes.length === 0 ? { themes: sentences.themes } : {}),
        ...(level === undefined ? { level: sentences.missing } : {}),
        ...(wrong === undefined ? {} : { place: sentences[wrong] }),
      },
      asksPerson: wrong === 'person',
    },
  };
};
