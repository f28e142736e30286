import { saveGroupPlan } from '../../../src/meetings/set-up/save-group-plan';
import { groupId, now, openDesk, openSetUpDesk } from '../desk';

const other = '19:faster@thread.tacv2';

test('one group, two channels at the same time > the second is refused, and the first keeps the group', async () => {
  const [model] = (await openSetUpDesk()).groups.all();
  if (model === undefined) throw new Error('no group');
  const plan = model.body;
  const faster = { ...plan, channel: { ...plan.channel, conversationId: other } };
  const { ports, groups } = openDesk();
  const at = now.getTime();
  const find: typeof ports.groups.find = async (id) => {
    if (groups.all().length > 0) return ports.groups.find(id);
    // What is read here is of before the other channel's click.
    await saveGroupPlan(ports, { plan: faster, version: 0 }, at);
    return undefined;
  };
  const settled = await saveGroupPlan(
    { ...ports, groups: { ...ports.groups, find } },
    { plan, version: 0 },
    at,
  );
  expect(settled).toEqual({ kind: 'refused', reason: 'group-taken' });
  expect((await ports.groups.find(groupId))?.body.channel.conversationId).toBe(other);
});
