import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { Handlers } from '../../chat/router';
import type { Answer } from '../../chat/turn';
import { readersOf } from '../../meetings/access';
import type { Doc } from '../../storage/contract';
import { requestTexts } from '../../text/requests';
import { isOpen } from '../model/request';
import {
  type CalledUnit,
  mostDeputies,
  type OpenHome,
  openHome,
  ownPeople,
  seenHome,
  type UnitHome,
} from '../model/unit-home';
import type { RequestPorts } from '../ports';
import { answer } from '../view';
import { askTakeDownCard, deputiesCard, homeCard, previewCard, takenDownCard } from './home-cards';
import { type Click, channelOf, inChannel, openHere, refused, save } from './home-click';
import { choosePerson, name } from './naming';

const preview = (click: Click, { unitId }: UnitHome): Answer => {
  const { isNext, members } = click;
  return answer(click.language, previewCard(click, { unitId, isNext, readers: readersOf(members) }));
};

const start = (click: Click): Answer => {
  const { here, language, isNamed, isAdministrator } = click;
  const open = openHere(click);
  if (open !== undefined)
    return isNamed || isAdministrator
      ? answer(language, homeCard(click, open, click))
      : refused(click, 'not-named');
  if (here !== undefined && isNamed) return preview(click, here.body);
  return here !== undefined && !isAdministrator ? refused(click, 'not-named') : choosePerson(click);
};

const everyRequest = 10_000;

/** Lets the unit's open requests be looked at at once: who waits is told to call, or their cards follow the unit. */
const lookAtOpen = async ({ requests }: RequestPorts, unitId: CalledUnit): Promise<void> => {
  for (const doc of await requests.list(unitId, 0, everyRequest))
    if (isOpen(doc.body)) await requests.putOff(doc, 0);
};

const readersShape = z.object({ readers: z.object({ members: z.number(), guests: z.number() }) });

const confirm = async (ports: RequestPorts, click: Click): Promise<Answer> => {
  const { here, members, actor, now } = click;
  if (here === undefined || !click.isNamed) return refused(click, 'not-named');
  const said = readersShape.safeParse(click.raw).data?.readers;
  const readers = readersOf(members);
  // The yes was to those who were in the channel then.
  if (!isDeepStrictEqual(said, readers)) {
    const notice = requestTexts[click.language].setUp.changed;
    return preview({ ...click, notice }, here.body);
  }
  if ((await ports.channels.find(actor.conversationId))?.body.groupId !== undefined)
    return refused(click, 'channel-of-group');
  const yes = { channel: channelOf(actor), by: actor.personId, now, people: ownPeople(members) };
  const home = openHome(here.body, yes);
  if (!(await save(ports, here, home))) return refused(click, 'changed-meanwhile');
  if (click.isNext) await lookAtOpen(ports, home.unitId);
  return start({ ...click, here: { ...here, body: home }, isNext: false });
};

/** A click about the channel's own unit, which is in use; whoever was named may do it, and for some things an administrator. */
const ofOpen =
  (
    run: (click: Click, open: OpenHome, here: Doc<UnitHome>) => Promise<Answer>,
    isForAdministrators = false,
  ) =>
  async (click: Click): Promise<Answer> => {
    const { here } = click;
    const open = openHere(click);
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

const shownShape = z.object({ shows: z.boolean() });

const showTaker = (ports: RequestPorts) =>
  ofOpen(async (click, open, here) => {
    const parsed = shownShape.safeParse(click.raw);
    if (!parsed.success) return refused(click, 'odd-card');
    const home: OpenHome = { ...open, state: { ...open.state, showsTaker: parsed.data.shows } };
    if (!(await save(ports, here, home))) return refused(click, 'changed-meanwhile');
    return answer(click.language, homeCard(click, home, click));
  });

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
      const { here, isNext } = click;
      const seen = here && !isNext && seenHome(here.body, true, click.now);
      if (here !== undefined && seen && seen !== here.body) await save(ports, here, seen);
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
    'unit.show-taker': inChannel(ports, showTaker(ports)),
    'unit.ask-take-down': inChannel(
      ports,
      ofOpen(async (click, { unitId }) => answer(click.language, askTakeDownCard(click, unitId)), true),
    ),
    'unit.take-down': inChannel(ports, takeDown(ports)),
  },
  commands: { enhed: 'unit.set-up', unit: 'unit.set-up' },
});
