import { executesOf } from '../../cards/crawl';
import { cardOf, filledForm, inChannel, jsonOf, openDesk, people } from '../desk';

test('somebody has come into the channel since the preview > the new number needs a yes', async () => {
  const desk = openDesk();
  const coordinator = inChannel('coordinator');
  await desk.click('group.name', inChannel('administrator'), { personId: people.coordinator });
  const preview = cardOf(await desk.click('group.preview', coordinator, filledForm));
  const yes = executesOf(preview).find(({ verb }) => verb === 'group.confirm');
  const { members = [] } = desk.teams;
  desk.teams.members = [...members, { personId: people.outsider, name: 'Ny', isGuest: true }];
  const asked = await desk.click('group.confirm', coordinator, yes?.data);
  expect(jsonOf(asked)).toContain('6 medlemmer, heraf 2 gæster udefra');
  expect(desk.groups.all()).toEqual([]);
  const again = executesOf(cardOf(asked)).find(({ verb }) => verb === 'group.confirm');
  await desk.click('group.confirm', coordinator, again?.data);
  expect(desk.groups.all()).toHaveLength(1);
});
