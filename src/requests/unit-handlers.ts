import { z } from 'zod';
import type { Handler, Handlers } from '../chat/router';
import type { Actor, Answer, Member } from '../chat/turn';
import { isOfNow } from '../meetings/answering';
import type { Language } from '../municipality/schema';
import type { Doc, Instant } from '../storage/contract';
import { changeRequest } from './change';
import { close, type Decided, giveBack, type Hands, take, type UnitRequest, wishOf } from './model/request';
import { calledUnits, ownPeople } from './model/unit-home';
import { findRequest, nameIn, type RequestPorts } from './ports';
import { doneCard, numberCard, onlyHereCard, unitCard } from './unit-cards';
import { answer, languageOf, refusal } from './view';

const shape = z.object({ unitId: z.enum(calledUnits), reference: z.string().max(80) });

/** A click of one of the unit's own people in its own channel, about a request that is there. */
type Click = {
  readonly language: Language;
  readonly actor: Actor;
  readonly now: Instant;
  readonly doc: Doc<UnitRequest>;
  readonly hands: Hands;
  readonly people: readonly Member[];
};

/** Lets a click through whose sender is on the roster of the unit's channel now, and no guest; nobody else sees anything. */
const inUnit =
  (ports: RequestPorts, run: (click: Click) => Promise<Answer>): Handler =>
  async (raw, actor, now) => {
    const language = languageOf(ports, raw);
    const parsed = shape.safeParse(raw);
    if (!parsed.success || !isOfNow(raw)) return refusal(language, 'odd-card');
    const { unitId, reference } = parsed.data;
    const home = (await ports.homes.find(unitId))?.body;
    if (home?.state.kind !== 'open' || actor.scope === 'personal') return refusal(language, 'outsider');
    const { channel, state } = home;
    const isHere = actor.conversationId === channel.conversationId && actor.tenantId === channel.tenantId;
    if (!isHere) return refusal(language, 'outsider');
    const members = await ports.roster(channel);
    if (!Array.isArray(members)) return refusal(language, 'unknown-roster');
    const people = ownPeople(members);
    const isOn = (personId: string) => people.some((each) => each.personId === personId);
    if (!isOn(actor.personId)) return refusal(language, 'outsider');
    const doc = await findRequest(ports, unitId, reference);
    if (doc === undefined) return refusal(language, 'over');
    const { progress } = doc.body;
    const hasLeft = progress.kind === 'taken' && !isOn(progress.by);
    const mayForOthers = hasLeft || state.deputies.includes(actor.personId);
    const hands = { personId: actor.personId, mayForOthers };
    return run({ language, actor, now: now.getTime(), doc, hands, people });
  };

const showNumber = async (
  ports: RequestPorts,
  { language }: Click,
  request: UnitRequest,
): Promise<Answer> => {
  const view = { municipality: ports.municipality, language };
  const shown = answer(
    language,
    numberCard(view, request, await nameIn(ports, request.asker, request.asker.personId)),
  );
  return shown.kind === 'card' ? { ...shown, pointer: onlyHereCard(view) } : shown;
};

/** The card as it stands for whoever was too late: it says who has it. */
const showStanding = (ports: RequestPorts, { language, people }: Click, request: UnitRequest): Answer => {
  const { progress } = request;
  const name = progress.kind === 'taken' ? people.find(({ personId }) => personId === progress.by)?.name : '';
  return answer(language, unitCard({ municipality: ports.municipality, language }, request, name ?? ''));
};

type Outcome = {
  readonly request: UnitRequest;
  readonly left?: Extract<Decided, { kind: 'refused' }>['reason'];
};

/** Decides on the request as it is when the click runs; of two at once the second decides on what the first has made. */
const change = async (
  ports: RequestPorts,
  { doc, now }: Click,
  decide: (request: UnitRequest) => Decided,
): Promise<Outcome | undefined> => {
  const updated = await changeRequest<NonNullable<Outcome['left']>>(ports, doc, {
    now,
    decide: (request) => {
      // Another one may have taken the document's place since.
      if (request.key !== doc.body.key) return { kind: 'leave', left: 'over' };
      const decided = decide(request);
      return decided.kind === 'changed'
        ? { kind: 'save', body: decided.request }
        : { kind: 'leave', left: decided.reason };
    },
  });
  switch (updated.kind) {
    case 'missing':
    case 'busy':
      return undefined;
    case 'saved':
      return { request: updated.doc.body };
    case 'left':
      return { request: updated.doc.body, left: updated.left };
    default:
      return updated satisfies never;
  }
};

/** Everything that a unit's people can do with a request. */
export const createUnitClicks = (ports: RequestPorts): Handlers => {
  const { municipality } = ports;
  const decides = (
    decide: (request: UnitRequest, click: Click) => Decided,
    done: (click: Click, request: UnitRequest) => Promise<Answer>,
  ): Handler =>
    inUnit(ports, async (click) => {
      const outcome = await change(ports, click, (request) => decide(request, click));
      if (outcome === undefined) return refusal(click.language, 'changed-meanwhile');
      const { request, left } = outcome;
      if (left === undefined || left === 'same') return done(click, request);
      const standing =
        left === 'over' && request.key !== click.doc.body.key
          ? refusal(click.language, 'over')
          : showStanding(ports, click, request);
      return standing.kind === 'card' ? { ...standing, refused: 'too-late' } : standing;
    });
  const said =
    (what: 'closed' | 'returned') =>
    async ({ language }: Click) =>
      answer(language, doneCard({ municipality, language }, what));

  return {
    commands: {},
    verbs: {
      'request.take': decides(
        (request, { actor, now }) => take(request, actor.personId, now),
        (click, request) => showNumber(ports, click, request),
      ),
      'request.number': inUnit(ports, async (click) => {
        const { body } = click.doc;
        const { progress } = body;
        const isTheirs =
          progress.kind === 'taken' && (progress.by === click.actor.personId || click.hands.mayForOthers);
        return isTheirs && wishOf(body) !== undefined
          ? showNumber(ports, click, body)
          : showStanding(ports, click, body);
      }),
      'request.close': decides((request, { hands, now }) => close(request, hands, now), said('closed')),
      'request.give-back': decides(
        (request, { hands, now }) => giveBack(request, hands, now),
        said('returned'),
      ),
    },
  };
};
