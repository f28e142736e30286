import { figuresCard, noFiguresCard } from '../../src/figures/figures-card';
import { type PublishedMonth, publishMonth } from '../../src/figures/model/month';
import { figuresOf } from '../../src/figures/tables';
import { ishojFile, loadMunicipality } from '../../src/municipality/load';
import type { Language } from '../../src/municipality/schema';

export const municipality = loadMunicipality(ishojFile);

/** October 2026 with much in it; the seven months before it with less and less. */
export const october = publishMonth(
  '2026-10',
  {
    'shown/staff-unit': 58,
    'shown/family-centre': 34,
    'shown/police': 7,
    'shown/ssp-nu': 6,
    'shown/emergency': 4,
    'shown/children-and-prevention': 3,
    'shown/infohus': 2,
    'asked/staff-unit': 12,
    'asked/family-centre': 4,
    'waited/staff-unit/1': 2,
    'waited/staff-unit/4': 5,
    'waited/staff-unit/8': 2,
    'item/orientation': 14,
    'item/discussion': 11,
    'item/decision': 6,
    'item/single-case': 3,
    'item/standing': 2,
  },
  { held: 11, 'called-off': 2 },
);
const quiet = (month: string, count: number): PublishedMonth =>
  publishMonth(month, { 'shown/staff-unit': count }, { held: 0, 'called-off': 0 });

export const months: readonly PublishedMonth[] = [
  ...['2026-03', '2026-04', '2026-05', '2026-06', '2026-07', '2026-08', '2026-09'].map((month, at) =>
    quiet(month, month === '2026-07' ? 2 : 20 + 7 * at),
  ),
  october,
];

export const everyFiguresCard = (language: Language) => {
  const view = { language, municipality, earlier: undefined, later: undefined };
  return [
    ['figures-none', noFiguresCard(language)],
    ['figures-private', figuresCard({ ...view, months, isPrivate: true, earlier: '2026-09' })],
    ['figures-channel', figuresCard({ ...view, months, isPrivate: false })],
    [
      'figures-quiet',
      figuresCard({ ...view, months: months.slice(0, 5), isPrivate: true, later: '2026-08' }),
    ],
    ['figures-first', figuresCard({ ...view, months: [october], isPrivate: true })],
  ] as const;
};

export const figures = (language: Language) => figuresOf({ language, municipality, months });
