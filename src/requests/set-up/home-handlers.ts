import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { Handler, Handlers } from '../../chat/router';
import type { Actor, Answer, Member } from '../../chat/turn';
import { readersOf } from '../../meetings/access';
import { isOfNow } from '../../meetings/answering';
import type { Doc, Instant } from '../../storage/contract';
import { requestTexts } from '../../text/requests';
import { isOpen } from '../model/request';
import {
  type CalledUnit,
  calledUnits,
  homeIndex,
  mostDeputies,
  nameIn,
  type OpenHome,
  openHome,
  ownPeople,
  seenHome,
  type UnitHome,
} from '../model/unit-home';
import { allHomes, type RequestPorts } from '../ports';
import { answer, languageOf, type RefusalKind, refusal } from '../view';
import {
  askTakeDownCard,
  deputiesCard,
  type HomeView,
  homeCard,
  nameCard,
  namedCard,
  previewCard,
  takenDownCard,
} from './home-cards';

/** A click in a channel, with who is in it now and what the sender is there. */
type Click = HomeView & {
  readonly raw: unknown;
  readonly actor: Actor;
  readonly now: Instant;
  readonly members: readonly Member[];
  readonly homes: readonly Doc<UnitHome>[];
  /** The unit that lives in this channel, or is to. */
  readonly here: Doc<UnitHome> | undefined;
  readonly isAdministrator: boolean;
  /** Whom an administrator has named here, and who is still on the roster and no guest. */
  readonly isNamed: boolean;
};

const inChannel =
  (ports: RequestPorts, run: (click: Click) => Promise<Answer>): Handler =>
  async (raw, actor, now) => {
    const { municipality } = ports;
    const language = languageOf(ports, raw);
    if (!isOfNow(raw)) return refusal(language, 'odd-card');
    if (actor.scope === 'personal') return refusal(language, 'not-in-channel', { isPrivate: true });
    const members = await ports.roster(actor);
    if (!Array.isArray(members)) return refusal(language, 'unknown-roster');
    const homes = await allHomes(ports);
    const isHere = ({ body: { channel } }: Doc<UnitHome>) => channel.conversationId === actor.conversationId;
    const here = homes.find(isHere);
    // Ids are a tenant's own: from another one nobody is anything here.
    const isForeign = here !== undefined && here.body.channel.tenantId !== actor.tenantId;
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
      isAdministrator: !isForeign && ports.administrators.has(actor.personId),
      isNamed: !isForeign && isOn && here?.body.named.includes(actor.personId) === true,
    });
  };

const unitShape = z.object({ unitId: z.enum(calledUnits) });
const refused = ({ language }: Click, reason: RefusalKind): Answer => refusal(language, reason);

const openOf = (doc: Doc<UnitHome> | undefined): OpenHome | undefined =>
  doc?.body.state.kind === 'open' ? { ...doc.body, state: doc.body.state } : undefined;

/** The units that can come into this channel: the one that is here, or those that are nowhere. */
const unitsFor = ({ here, homes }: Click): readonly CalledUnit[] => {
  if (here !== undefined) return [here.body.unitId];
  const inUse = homes.flatMap((doc) =>
    openOf(doc)?.state.lostAt === undefined ? (openOf(doc)?.unitId ?? []) : [],
  );
  return calledUnits.filter((unit) => !inUse.includes(unit));
};

const choosePerson = (click: Click): Answer => {
  const units = unitsFor(click);
  if (!click.isAdministrator) return refused(click, 'administrators-only');
  if (units.length === 0) return refused(click, 'unit-elsewhere');
  return answer(click.language, nameCard(click, { units, members: ownPeople(click.members) }));
};

const start = (click: Click): Answer => {
  const { here, language, isNamed, isAdministrator } = click;
  const open = openOf(here);
  if (open !== undefined)
    return isNamed || isAdministrator
      ? answer(language, homeCard(click, open, click))
      : refused(click, 'not-named');
  if (here !== undefined && isNamed)
    return answer(language, previewCard(click, here.body, readersOf(click.members)));
  return here !== undefined && !isAdministrator ? refused(click, 'not-named') : choosePerson(click);
};

const channelOf = ({ conversationId, tenantId, serviceUrl, teamId = '' }: Actor): UnitHome['channel'] => ({
  conversationId,
  teamId,
  tenantId,
  serviceUrl,
});

const save = async (
  { homes }: RequestPorts,
  known: Doc<UnitHome> | undefined,
  home: UnitHome,
): Promise<boolean> =>
  known === undefined
    ? homes.insert(home.unitId, home, homeIndex(home))
    : homes.replace(known, home, homeIndex(home));

const namedShape = unitShape.extend({ personId: z.string().max(64) });

const name = async (ports: RequestPorts, click: Click, isNamed: boolean): Promise<Answer> => {
  const { language, members, homes, here } = click;
  const parsed = namedShape.safeParse(click.raw);
  const person = ownPeople(members).find(({ personId }) => personId === parsed.data?.personId);
  if (!click.isAdministrator || !parsed.success || person === undefined) return choosePerson(click);
  const { unitId } = parsed.data;
  if (!unitsFor(click).includes(unitId)) return refused(click, 'unit-elsewhere');
  const known = homes.find(({ id }) => id === unitId);
  const channel = channelOf(click.actor);
  const others = (known?.body.named ?? []).filter((each) => each !== person.personId);
  const next = isNamed
    ? nameIn(known?.body, { unitId, channel, personId: person.personId })
    : here && { ...here.body, named: others };
  if (next === undefined) return isNamed ? refused(click, 'enough-named') : choosePerson(click);
  if (!(await save(ports, known, next))) return refused(click, 'changed-meanwhile');
  return answer(language, namedCard(click, person.name, isNamed));
};

const readersShape = z.object({ readers: z.object({ members: z.number(), guests: z.number() }) });

const confirm = async (ports: RequestPorts, click: Click): Promise<Answer> => {
  const { here, language, members, actor, now } = click;
  if (here === undefined || !click.isNamed) return refused(click, 'not-named');
  const said = readersShape.safeParse(click.raw).data?.readers;
  const readers = readersOf(members);
  // The yes was to those who were in the channel then.
  if (!isDeepStrictEqual(said, readers)) {
    const notice = requestTexts[language].setUp.changed;
    return answer(language, previewCard({ ...click, notice }, here.body, readers));
  }
  if ((await ports.channels.find(actor.conversationId))?.body.groupId !== undefined)
    return refused(click, 'channel-of-group');
  const home = openHome(here.body, actor.personId, now);
  if (!(await save(ports, here, home))) return refused(click, 'changed-meanwhile');
  return start({ ...click, here: { ...here, body: home } });
};

/** A click about the channel's own unit, which is in use; whoever was named may do it, and for some things an administrator. */
const ofOpen =
  (
    run: (click: Click, open: OpenHome, here: Doc<UnitHome>) => Promise<Answer>,
    isForAdministrators = false,
  ) =>
  async (click: Click): Promise<Answer> => {
    const { here } = click;
    const open = openOf(here);
    const may = click.isNamed || (isForAdministrators && click.isAdministrator);
    return may && open !== undefined && here !== undefined
      ? run(click, open, here)
      : refused(click, 'not-named');
  };

const deputiesShape = z.object({ deputies: z.string().max(2_000).catch('') });

const saveDeputies = (ports: RequestPorts) =>
  ofOpen(async (click, open, here) => {
    const chosen = deputiesShape.safeParse(click.raw).data?.deputies.split(',') ?? [];
    const deputies = ownPeople(click.members)
      .map(({ personId }) => personId)
      .filter((personId) => chosen.includes(personId))
      .slice(0, mostDeputies);
    const home: OpenHome = { ...open, state: { ...open.state, deputies } };
    if (!(await save(ports, here, home))) return refused(click, 'changed-meanwhile');
    const notice = requestTexts[click.language].setUp.deputiesSaved;
    return answer(click.language, homeCard({ ...click, notice }, home, click));
  });

const everyRequest = 10_000;

/** Lets the unit's open requests be looked at at once: who waits is told to call. */
const lookAtOpen = async ({ requests }: RequestPorts, unitId: CalledUnit): Promise<void> => {
  for (const doc of await requests.list(unitId, 0, everyRequest))
    if (isOpen(doc.body)) await requests.putOff(doc, 0);
};

const takeDown = (ports: RequestPorts) =>
  ofOpen(async (click, { unitId }) => {
    await ports.homes.remove(unitId);
    await lookAtOpen(ports, unitId);
    return answer(click.language, takenDownCard(click, unitId));
  }, true);

/** Everything about a unit's channel, always from the channel itself and by who is on its roster now. */
export const createHomeClicks = (ports: RequestPorts): Handlers => ({
  verbs: {
    'unit.set-up': inChannel(ports, async (click) => {
      const { here } = click;
      const seen = here && seenHome(here.body, true, click.now);
      if (here !== undefined && seen !== undefined && seen !== here.body) await save(ports, here, seen);
      return start(click);
    }),
    'unit.choose-person': inChannel(ports, async (click) => choosePerson(click)),
    'unit.name': inChannel(ports, (click) => name(ports, click, true)),
    'unit.unname': inChannel(ports, (click) => name(ports, click, false)),
    'unit.confirm': inChannel(ports, (click) => confirm(ports, click)),
    'unit.deputies': inChannel(
      ports,
      ofOpen(async (click, open) =>
        answer(click.language, deputiesCard(click, open, ownPeople(click.members))),
      ),
    ),
    'unit.save-deputies': inChannel(ports, saveDeputies(ports)),
    'unit.ask-take-down': inChannel(
      ports,
      ofOpen(async (click, { unitId }) => answer(click.language, askTakeDownCard(click, unitId)), true),
    ),
    'unit.take-down': inChannel(ports, takeDown(ports)),
  },
  commands: { enhed: 'unit.set-up', unit: 'unit.set-up' },
});
