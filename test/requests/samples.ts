import type { Card } from '../../src/cards/card';
import { telephoneLink } from '../../src/cards/telephone';
import type { Language } from '../../src/municipality/schema';
import { askerCard, callFormCard, chooseCard, receiptCard } from '../../src/requests/asker-cards';
import { halfDayId } from '../../src/requests/model/hours';
import { newRequest, type Progress, type UnitRequest } from '../../src/requests/model/request';
import type { OpenHome } from '../../src/requests/model/unit-home';
import {
  askTakeDownCard,
  deputiesCard,
  homeCard,
  nameCard,
  namedCard,
  previewCard,
  takenDownCard,
} from '../../src/requests/set-up/home-cards';
import { teachingFormCard } from '../../src/requests/teaching-card';
import { emptyTeaching, parseTeaching, type TeachingForm } from '../../src/requests/teaching-form';
import { doneCard, leftCard, numberCard, onlyHereCard, unitCard } from '../../src/requests/unit-cards';
import { refusal } from '../../src/requests/view';
import { requestTexts } from '../../src/text/requests';
import { ishoj } from '../cards/results';
import { cardOf } from '../meetings/desk';

const askedAt = Date.parse('2026-12-01T09:12:00+01:00');
const halfDays = [
  { date: '2026-12-01', half: 'forenoon' },
  { date: '2026-12-01', half: 'afternoon' },
  { date: '2026-12-02', half: 'forenoon' },
  { date: '2026-12-02', half: 'afternoon' },
  { date: '2026-12-03', half: 'forenoon' },
  { date: '2026-12-03', half: 'afternoon' },
] as const;
const wish = {
  kind: 'call-back',
  number: '20314253',
  when: halfDays.slice(1, 4),
  matter: 'under-18',
} as const;

/** A name as long as some are, with what Markdown would draw. */
export const longName = 'Christina-Marie **Østergaard** [Frederiksborg](x) Nørregaard-Andersen';

const progresses: readonly (readonly [string, Progress])[] = [
  ['in-line', { kind: 'in-line', wish }],
  ['in-channel', { kind: 'in-channel', since: askedAt, reminded: 0, wish }],
  ['overdue', { kind: 'in-channel', since: askedAt, reminded: 3, wish }],
  ['taken', { kind: 'taken', by: 'p', at: askedAt, wish }],
  ['closed', { kind: 'closed', at: askedAt }],
  ['withdrawn', { kind: 'withdrawn', at: askedAt }],
  ['undelivered', { kind: 'undelivered', at: askedAt }],
  ['expired', { kind: 'expired', at: askedAt }],
];

const teachingWish = {
  kind: 'teaching',
  number: '20314253',
  themes: ['tolerance', 'identity'],
  level: 'upper',
  place: longName,
  month: '2027-02',
} as const;

const teachingFaults = (language: Language): TeachingForm => {
  const parsed = parseTeaching(
    { place: 'Ahmed i 8.b', number: '2' },
    { municipality: ishoj, language, now: askedAt },
  );
  if (parsed.kind === 'wish') throw new Error('nothing is wrong');
  return parsed.form;
};

const people = ['Anna', longName, 'Cilla'].map((name, at) => ({ personId: `p-${at}`, name, isGuest: false }));

/** Every kind of card about requests to a unit, by a name for its picture. */
export const everyRequestCard = (language: Language): readonly (readonly [string, Card])[] => {
  const municipality = ishoj;
  const unitId = 'staff-unit' as const;
  const asker = {
    personId: 'p',
    tenantId: 't',
    serviceUrl: 'https://x.example/',
    conversationId: 'a:p',
    language,
  };
  const request: UnitRequest = newRequest(
    { unitId, key: '5c9f2bd2-0000-4000-8000-000000000001', asker, askedAt, earlier: [] },
    wish,
  );
  const view = { municipality, language };
  const home: OpenHome = {
    unitId,
    channel: { conversationId: '19:u', teamId: '', tenantId: 't', serviceUrl: 'https://x.example/' },
    named: ['p-0'],
    state: { kind: 'open', by: 'p-0', at: askedAt, deputies: ['p-1'], showsTaker: false },
  };
  const formView = {
    ...view,
    unitId,
    name: longName,
    halfDays,
    expectedAt: askedAt,
    isOpen: false,
    areHoursKnown: false,
  };
  const form = { number: '', when: [], matter: 'under-18', faults: {} } as const;
  const readers = { members: 12, guests: 2 };
  const { faults } = requestTexts[language];
  const teaching: UnitRequest = { ...newRequest({ ...request, key: 'key-2' }, teachingWish), cards: {} };
  return [
    ['request-choose', chooseCard({ ...view, units: ['staff-unit', 'family-centre'] })],
    ['request-choose-none', chooseCard({ ...view, units: [] })],
    ['request-form', callFormCard(formView, form)],
    ['request-form-open-now', callFormCard({ ...formView, isOpen: true }, form)],
    [
      'request-form-family',
      callFormCard(
        { ...formView, unitId: 'family-centre', name: '', areHoursKnown: true },
        {
          ...form,
          number: '2031',
          when: halfDays.slice(0, 2).map(halfDayId),
          faults: { number: faults.number, when: faults.when },
        },
      ),
    ],
    ['teaching-form', teachingFormCard({ ...view, unitId, name: longName, now: askedAt }, emptyTeaching)],
    [
      'teaching-form-faults',
      teachingFormCard({ ...view, unitId, name: '', now: askedAt }, teachingFaults(language)),
    ],
    ['teaching-receipt', receiptCard({ ...view, unitId }, teaching)],
    ['teaching-asker', askerCard({ ...view, unitId }, teaching)],
    ['teaching-unit', unitCard(view, teaching, '')],
    ['teaching-number', numberCard(view, teaching, longName)],
    ['request-receipt', receiptCard({ ...view, unitId }, request)],
    ...progresses.flatMap(([name, progress]): readonly (readonly [string, Card])[] => [
      [`request-asker-${name}`, askerCard({ ...view, unitId }, { ...request, progress })],
      [`request-unit-${name}`, unitCard(view, { ...request, progress }, longName)],
    ]),
    [
      'request-asker-taken-by',
      askerCard({ ...view, unitId, taker: longName }, { ...request, progress: progresses[3]![1] }),
    ],
    ['request-unit-left', leftCard(view, request)],
    ['request-number', numberCard(view, request, longName)],
    ['request-number-unnamed', numberCard(view, request, '')],
    ['request-only-here', onlyHereCard(view)],
    ['request-closed', doneCard(view, 'closed')],
    ['request-returned', doneCard(view, 'returned')],
    [
      'request-asked-enough',
      cardOf(refusal(language, 'asked-enough', { telephone: telephoneLink('43 57 75 55'), isPrivate: true })),
    ],
    [
      'request-refused',
      cardOf(refusal(language, 'no-channel', { telephone: telephoneLink('43 57 75 55'), isPrivate: true })),
    ],
    ['unit-name', nameCard(view, { units: ['staff-unit', 'family-centre'], members: people })],
    ['unit-named', namedCard(view, { name: longName, isNamed: true, isMove: false })],
    ['unit-named-move', namedCard(view, { name: longName, isNamed: true, isMove: true })],
    ['unit-unnamed', namedCard(view, { name: longName, isNamed: false, isMove: false })],
    ['unit-preview', previewCard(view, { unitId, isNext: false, readers })],
    ['unit-preview-move', previewCard(view, { unitId, isNext: true, readers })],
    ['unit-open', homeCard(view, home, { isNamed: true, isAdministrator: true })],
    [
      'unit-moving',
      homeCard(
        view,
        {
          ...home,
          next: { channel: home.channel, named: ['p-2'] },
          state: { ...home.state, deputies: [], showsTaker: true },
        },
        { isNamed: true, isAdministrator: true },
      ),
    ],
    ['unit-deputies', deputiesCard(view, home, people)],
    ['unit-ask-take-down', askTakeDownCard(view, unitId)],
    ['unit-taken-down', takenDownCard(view, unitId)],
  ];
};
