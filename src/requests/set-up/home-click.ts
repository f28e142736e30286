import { z } from 'zod';
import type { Handler } from '../../chat/router';
import type { Actor, Answer, Member } from '../../chat/turn';
import { isOfNow } from '../../meetings/answering';
import type { Doc, Instant } from '../../storage/contract';
import { calledUnits, homeIndex, type OpenHome, ownPeople, placeIn, type UnitHome } from '../model/unit-home';
import { allHomes, type RequestPorts } from '../ports';
import { languageOf, type RefusalKind, refusal } from '../view';
import type { HomeView } from './home-cards';

/** A click in a channel, with who is in it now and what the sender is there. */
export type Click = HomeView & {
  readonly raw: unknown;
  readonly actor: Actor;
  readonly now: Instant;
  readonly members: readonly Member[];
  readonly homes: readonly Doc<UnitHome>[];
  /** The unit that lives in this channel, or is to. */
  readonly here: Doc<UnitHome> | undefined;
  /** It lives in another one, until somebody who is named here says yes. */
  readonly isNext: boolean;
  readonly isAdministrator: boolean;
  /** Whom an administrator has named here, and who is still on the roster and no guest. */
  readonly isNamed: boolean;
};

export const inChannel =
  (ports: RequestPorts, run: (click: Click) => Promise<Answer>): Handler =>
  async (raw, actor, now) => {
    const { municipality } = ports;
    const language = languageOf(ports, raw);
    if (!isOfNow(raw)) return refusal(language, 'odd-card');
    if (actor.scope === 'personal') return refusal(language, 'not-in-channel', { isPrivate: true });
    const members = await ports.roster(actor);
    if (!Array.isArray(members)) return refusal(language, 'unknown-roster');
    const homes = await allHomes(ports);
    const placeOf = ({ body }: Doc<UnitHome>) => placeIn(body, actor.conversationId);
    const here = homes.find((each) => placeOf(each) !== undefined);
    const place = here && placeOf(here);
    // Ids are a tenant's own: from another one nobody is anything here.
    const isForeign = place !== undefined && place.channel.tenantId !== actor.tenantId;
    const isOn = ownPeople(members).some(({ personId }) => personId === actor.personId);
    return run({
      municipality,
      language,
      raw,
      actor,
      now: now.getTime(),
      members,
      homes,
      here,
      isNext: place?.isNext === true,
      isAdministrator: !isForeign && ports.administrators.has(actor.personId),
      isNamed: !isForeign && isOn && place?.named.includes(actor.personId) === true,
    });
  };

export const unitShape = z.object({ unitId: z.enum(calledUnits) });
export const refused = ({ language }: Click, reason: RefusalKind): Answer => refusal(language, reason);

export const openOf = (doc: Doc<UnitHome> | undefined): OpenHome | undefined =>
  doc?.body.state.kind === 'open' ? { ...doc.body, state: doc.body.state } : undefined;

/** The unit that lives here and is in use. */
export const openHere = ({ here, isNext }: Click): OpenHome | undefined =>
  isNext ? undefined : openOf(here);

export const channelOf = ({
  conversationId,
  tenantId,
  serviceUrl,
  teamId = '',
}: Actor): UnitHome['channel'] => ({
  conversationId,
  teamId,
  tenantId,
  serviceUrl,
});

export const save = async (
  { homes }: RequestPorts,
  known: Doc<UnitHome> | undefined,
  home: UnitHome,
): Promise<boolean> =>
  known === undefined
    ? homes.insert(home.unitId, home, homeIndex(home))
    : homes.replace(known, home, homeIndex(home));
