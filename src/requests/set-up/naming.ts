import { z } from 'zod';
import type { Answer } from '../../chat/turn';
import {
  type CalledUnit,
  calledUnits,
  nameIn,
  ownPeople,
  placeIn,
  type UnitHome,
  unnameIn,
} from '../model/unit-home';
import type { RequestPorts } from '../ports';
import { answer } from '../view';
import { nameCard, namedCard } from './home-cards';
import { type Click, channelOf, refused, save, unitShape } from './home-click';

/** The units that can come into this channel: the one that is here, or all. */
const unitsFor = ({ here }: Click): readonly CalledUnit[] =>
  here === undefined ? calledUnits : [here.body.unitId];

export const choosePerson = (click: Click): Answer =>
  click.isAdministrator
    ? answer(click.language, nameCard(click, { units: unitsFor(click), members: ownPeople(click.members) }))
    : refused(click, 'administrators-only');

/**
 * Whether somebody may take the unit here from where it lives: it takes a member of that channel who is no guest, so that
 * nobody gets to read what they couldn't read before. A channel that is gone holds nobody back.
 */
const mayTakeFrom = async (ports: RequestPorts, { actor }: Click, home: UnitHome): Promise<boolean> => {
  const { channel, state } = home;
  if (state.kind === 'named') return true;
  if (channel.tenantId !== actor.tenantId) return false;
  if (state.lostAt !== undefined) return true;
  const members = await ports.roster(channel);
  return Array.isArray(members) && ownPeople(members).some(({ personId }) => personId === actor.personId);
};

const namedShape = unitShape.extend({ personId: z.string().max(64) });

export const name = async (ports: RequestPorts, click: Click, isNamed: boolean): Promise<Answer> => {
  const { language, members, homes, here } = click;
  const channel = channelOf(click.actor);
  const parsed = namedShape.safeParse(click.raw);
  const person = ownPeople(members).find(({ personId }) => personId === parsed.data?.personId);
  if (!click.isAdministrator || !parsed.success || person === undefined) return choosePerson(click);
  const { unitId } = parsed.data;
  const { personId } = person;
  if (!unitsFor(click).includes(unitId)) return refused(click, 'channel-taken');
  const known = homes.find(({ id }) => id === unitId);
  if (known !== undefined && here === undefined && !(await mayTakeFrom(ports, click, known.body)))
    return refused(click, 'unit-elsewhere');
  const next = isNamed
    ? nameIn(known?.body, { unitId, channel, personId })
    : here && unnameIn(here.body, { channel, personId });
  if (next === undefined) return isNamed ? refused(click, 'enough-named') : choosePerson(click);
  if (!(await save(ports, known, next))) return refused(click, 'changed-meanwhile');
  const isMove = placeIn(next, channel.conversationId)?.isNext === true;
  return answer(language, namedCard(click, { name: person.name, isNamed, isMove }));
};
