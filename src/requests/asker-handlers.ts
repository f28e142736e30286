import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Handler, Handlers } from '../chat/router';
import type { Actor, Answer } from '../chat/turn';
import { isOfNow } from '../meetings/answering';
import type { Instant } from '../storage/contract';
import { requestTexts } from '../text/requests';
import {
  type AskerView,
  askerCard,
  type CallForm,
  callFormCard,
  chooseCard,
  receiptCard,
} from './asker-cards';
import { matterShape, parseCall } from './call-form';
import { changeRequest } from './change';
import { halfDaysFrom, nextWorkingAt } from './model/hours';
import {
  type AskedKind,
  askedKinds,
  askedLately,
  isOpen,
  isSettled,
  mayAskAgain,
  newRequest,
  requestId,
  type UnitRequest,
  type Wish,
  withdraw,
} from './model/request';
import { calledUnits, isOpenHome } from './model/unit-home';
import { referenceOf, requestIndex } from './model/upkeep';
import { allHomes, nameIn, openHomeOf, type RequestPorts, shownTaker } from './ports';
import { teachingFormCard } from './teaching-card';
import { emptyTeaching, parseTeaching, type TeachingForm } from './teaching-form';
import { answer, languageOf, type RefusalKind, refusal, unitTelephone } from './view';

const unitShape = z.object({ unitId: z.enum(calledUnits) });

/** A click in somebody's own private chat about one unit. */
type Click = AskerView & { readonly raw: unknown; readonly actor: Actor; readonly now: Instant };

/** A handler for the private chat alone: whoever asks for something does it where nobody reads along. */
const privately =
  (ports: RequestPorts, run: (click: Omit<Click, 'unitId'>) => Promise<Answer>): Handler =>
  async (raw, actor, now) => {
    const { municipality } = ports;
    const language = languageOf(ports, raw);
    if (!isOfNow(raw)) return refusal(language, 'odd-card');
    if (actor.scope === 'shared') return refusal(language, 'in-channel');
    return run({ municipality, language, raw, actor, now: now.getTime() });
  };

const ofUnit = (ports: RequestPorts, run: (click: Click) => Promise<Answer>): Handler =>
  privately(ports, async (click) => {
    const parsed = unitShape.safeParse(click.raw);
    return parsed.success
      ? run({ ...click, unitId: parsed.data.unitId })
      : refusal(click.language, 'odd-card', { isPrivate: true });
  });

/** Teaching is the staff unit's, where the municipality's file has its themes. */
const ofTeaching = (ports: RequestPorts, run: (click: Click) => Promise<Answer>): Handler =>
  ofUnit(ports, async (click) =>
    click.unitId === 'staff-unit' && click.municipality.teaching !== undefined
      ? run(click)
      : refusal(click.language, 'odd-card', { isPrivate: true }),
  );

const refused = (click: Click, reason: RefusalKind): Answer =>
  refusal(click.language, reason, { telephone: unitTelephone(click), isPrivate: true });

/** So many half-days to choose from: three working days of the usual kind. */
const offered = 6;
const emptyForm: Omit<CallForm, 'matter'> = { number: '', when: [], faults: {} };

const showForm = async (ports: RequestPorts, click: Click, form: CallForm): Promise<Answer> => {
  const { municipality, unitId, language, now } = click;
  const hours = ports.hours(unitId);
  const halfDays = halfDaysFrom(now, hours, offered);
  const expectedAt = nextWorkingAt(now, hours);
  if (expectedAt === undefined || halfDays.length === 0) return refused(click, 'no-hours');
  const areHoursKnown = municipality.units[unitId].openingHours !== undefined;
  const name = await nameIn(ports, click.actor, click.actor.personId);
  return answer(
    language,
    callFormCard({ ...click, name, halfDays, expectedAt, isOpen: expectedAt === now, areHoursKnown }, form),
  );
};

const ownRequest = ({ requests }: RequestPorts, { unitId, actor }: Click, kind: AskedKind) =>
  requests.find(requestId(unitId, kind, actor.personId));

/** The first request, for whoever asks again while it is open. */
const showOwn = async (
  ports: RequestPorts,
  click: Click,
  { request, notice = '' }: { readonly request: UnitRequest; readonly notice?: string },
): Promise<Answer> => {
  const home = request.progress.kind === 'taken' ? await openHomeOf(ports, click.unitId) : undefined;
  const taker = await shownTaker(ports, request, home);
  return answer(click.language, askerCard({ ...click, notice, taker }, request));
};

/** What whoever asks again gets in place of another request: the first, or that it is enough for a day. */
const answerInstead = async (
  ports: RequestPorts,
  click: Click,
  request: UnitRequest | undefined,
): Promise<Answer | undefined> => {
  if (request === undefined) return undefined;
  const notice = requestTexts[click.language].mine.already;
  if (isOpen(request)) return showOwn(ports, click, { request, notice });
  return mayAskAgain(request, click.now) ? undefined : refused(click, 'asked-enough');
};

/** Keeps the request; the document's id is the person's with the unit, so that of two at once one is the first. */
const keep = async (ports: RequestPorts, click: Click, wish: Wish): Promise<Answer> => {
  const { unitId, actor, language, now } = click;
  const { personId, tenantId, serviceUrl, conversationId } = actor;
  const asker = { personId, tenantId, serviceUrl, conversationId, language };
  const known = await ownRequest(ports, click, wish.kind);
  const instead = await answerInstead(ports, click, known?.body);
  if (instead !== undefined) return instead;
  if (known !== undefined && !isSettled(known.body)) return refused(click, 'settling');
  const earlier = known === undefined ? [] : askedLately(known.body, now);
  const request = newRequest({ unitId, key: randomUUID(), asker, askedAt: now, earlier }, wish);
  const index = requestIndex(request, now);
  const isKept =
    known === undefined
      ? await ports.requests.insert(requestId(unitId, wish.kind, personId), request, index)
      : await ports.requests.replace(known, request, index);
  return isKept ? answer(language, receiptCard(click, request)) : keep(ports, click, wish);
};

const send = async (ports: RequestPorts, click: Click): Promise<Answer> => {
  const { unitId, raw, language, now } = click;
  if ((await openHomeOf(ports, unitId)) === undefined) return refused(click, 'no-channel');
  const parsed = parseCall(raw, halfDaysFrom(now, ports.hours(unitId), offered), language);
  return parsed.kind === 'faults' ? showForm(ports, click, parsed.form) : keep(ports, click, parsed.wish);
};

/** The form, unless the asker has such a request already, or nobody takes any. */
const open = async (
  ports: RequestPorts,
  click: Click,
  { kind, form }: { readonly kind: AskedKind; readonly form: () => Promise<Answer> },
): Promise<Answer> => {
  const instead = await answerInstead(ports, click, (await ownRequest(ports, click, kind))?.body);
  if (instead !== undefined) return instead;
  return (await openHomeOf(ports, click.unitId)) === undefined ? refused(click, 'no-channel') : form();
};

const matterIn = (raw: unknown) => z.object({ matter: matterShape }).safeParse(raw).data?.matter ?? 'none';

const showTeaching = async (ports: RequestPorts, click: Click, form: TeachingForm): Promise<Answer> =>
  answer(
    click.language,
    teachingFormCard({ ...click, name: await nameIn(ports, click.actor, click.actor.personId) }, form),
  );

const sendTeaching = async (ports: RequestPorts, click: Click): Promise<Answer> => {
  if ((await openHomeOf(ports, click.unitId)) === undefined) return refused(click, 'no-channel');
  const parsed = parseTeaching(click.raw, click);
  return parsed.kind === 'faults' ? showTeaching(ports, click, parsed.form) : keep(ports, click, parsed.wish);
};

const kindShape = z.object({ kind: z.enum(askedKinds).catch('call-back') });
/** A card's button is about its own request, also when another has come since. */
const referenceIn = (raw: unknown) =>
  z.object({ reference: z.string().max(80) }).safeParse(raw).data?.reference;
const kindIn = (raw: unknown): AskedKind => kindShape.safeParse(raw).data?.kind ?? 'call-back';

const takeBack = async (ports: RequestPorts, click: Click): Promise<Answer> => {
  const { unitId, actor, raw, now } = click;
  const id = requestId(unitId, kindIn(raw), actor.personId);
  const updated = await changeRequest<'over'>(ports, id, {
    now,
    decide: (request) => {
      if (referenceIn(raw) !== undefined && referenceIn(raw) !== referenceOf(request))
        return { kind: 'leave', left: 'over' };
      const decided = withdraw(request, now);
      return decided.kind === 'changed'
        ? { kind: 'save', body: decided.request }
        : { kind: 'leave', left: 'over' };
    },
  });
  if (updated.kind === 'missing') return refused(click, 'nothing-asked');
  if (updated.kind === 'busy') return refused(click, 'changed-meanwhile');
  return showOwn(ports, click, { request: updated.doc.body });
};

/** Everything that who asks can do; whose request it is comes from who clicked. */
export const createAskerClicks = (ports: RequestPorts): Handlers => ({
  verbs: {
    'request.choose': privately(ports, async ({ municipality, language }) => {
      const units = (await allHomes(ports)).flatMap(({ body }) => (isOpenHome(body) ? [body.unitId] : []));
      return answer(language, chooseCard({ municipality, language, units }));
    }),
    'request.form': ofUnit(ports, (click) =>
      open(ports, click, {
        kind: 'call-back',
        form: () => showForm(ports, click, { ...emptyForm, matter: matterIn(click.raw) }),
      }),
    ),
    'request.send': ofUnit(ports, (click) => send(ports, click)),
    'request.mine': ofUnit(ports, async (click) => {
      const known = await ownRequest(ports, click, kindIn(click.raw));
      return known === undefined
        ? refused(click, 'nothing-asked')
        : showOwn(ports, click, { request: known.body });
    }),
    'request.withdraw': ofUnit(ports, (click) => takeBack(ports, click)),
    'teaching.form': ofTeaching(ports, (click) =>
      open(ports, click, { kind: 'teaching', form: () => showTeaching(ports, click, emptyTeaching) }),
    ),
    'teaching.send': ofTeaching(ports, (click) => sendTeaching(ports, click)),
  },
  commands: {
    'ring mig op': 'request.choose',
    'bliv ringet op': 'request.choose',
    'call me': 'request.choose',
    'call me back': 'request.choose',
  },
});
