import { dayMs, minuteMs } from '../duration';
import type { Instant, OutboxRow } from '../storage/contract';
import { mustUpdate } from '../storage/update';
import { requestTexts } from '../text/requests';
import type { MessageRow, RequestMessage } from './messages';
import { nextWorkingAt } from './model/hours';
import { homeIndex, seenHome, type UnitHome } from './model/unit-home';
import { unitGoneKind } from './model/upkeep';
import { allHomes, type RequestPorts } from './ports';
import { unitName } from './view';

/** Longer than a roster is kept, so that one from before the channel was lost doesn't bring it back. */
const surelyBackMs = 10 * minuteMs;
/** So long are the rows of a loss planned anew, which changes nothing once they are there. */
const planningMs = dayMs;
const noticeLastsMs = 30 * dayMs;

const lostAtOf = ({ state }: UnitHome): Instant | undefined =>
  state.kind === 'open' ? state.lostAt : undefined;

/** Remembers whether Teams knows the unit's channel, with the bot in it; the button comes and goes with that. */
export const noteHome = async (
  { homes }: Pick<RequestPorts, 'homes'>,
  { unitId, conversationId }: { readonly unitId: string; readonly conversationId: string },
  { isThere, now }: { readonly isThere: boolean; readonly now: Instant },
): Promise<void> => {
  await mustUpdate(homes, unitId, (home) => {
    const body = home.channel.conversationId === conversationId ? seenHome(home, isThere, now) : home;
    return body === home ? { kind: 'leave', left: 'same' } : { kind: 'save', body, index: homeIndex(body) };
  });
};

/** That the channel can't be reached, to the administrators and to whoever brought it into use: once a loss. */
const goneRows = (ports: RequestPorts, home: UnitHome, now: Instant): readonly OutboxRow[] => {
  const { unitId, state } = home;
  const lostAt = lostAtOf(home);
  if (state.kind !== 'open' || lostAt === undefined || now > lostAt + planningMs) return [];
  return [...new Set([...ports.administrators, state.by])].map((to) => ({
    id: `${unitId}/${unitGoneKind}/${lostAt}/${to}`,
    kind: unitGoneKind,
    groupId: unitId,
    subject: `${unitId}/${lostAt}`,
    to,
    // Nobody can put it right at night.
    dueAt: nextWorkingAt(now, ports.hours(unitId)) ?? now,
    usefulUntil: lostAt + noticeLastsMs,
  }));
};

/** Looks whether each unit's channel is there, and lets it be told when it isn't. */
export const checkHomes = async (ports: RequestPorts, now: Instant): Promise<void> => {
  for (const { body } of await allHomes(ports)) {
    const members = body.state.kind === 'open' ? await ports.roster(body.channel) : undefined;
    const lostAt = lostAtOf(body);
    const isBack = Array.isArray(members) && lostAt !== undefined && now - lostAt >= surelyBackMs;
    if (isBack || members === 'gone')
      await noteHome(
        ports,
        { unitId: body.unitId, conversationId: body.channel.conversationId },
        { isThere: isBack, now },
      );
  }
  const rows = (await allHomes(ports)).flatMap(({ body }) => goneRows(ports, body, now));
  if (rows.length > 0) await ports.outbox.plan(rows);
};

/** The row's message, as long as the same loss lasts. */
export const goneMessage = async (
  { homes, municipality }: RequestPorts,
  { groupId, subject, to }: MessageRow,
): Promise<RequestMessage | undefined> => {
  const home = (await homes.find(groupId))?.body;
  if (home === undefined || subject !== `${home.unitId}/${lostAtOf(home)}`) return undefined;
  const { language } = municipality;
  const { serviceUrl, tenantId } = home.channel;
  const text = requestTexts[language].setUp.gone(unitName({ municipality, language, unitId: home.unitId }));
  return {
    to: { serviceUrl, tenantId, personId: to },
    shown: { kind: 'text', text },
    requestEffect: { kind: 'reminds' },
  };
};
