import { meetingTexts } from '../../src/text/meetings';
import { executesOf } from '../cards/crawl';
import { type Groups, personIdOf, startGroups } from '../support/groups';
import { monday, nameSomebody, previewAs } from '../support/set-up-group';
import { textOf } from '../support/walking';

jest.setTimeout(60_000);

const { refusals, people, done } = meetingTexts.da;

/** The steps of docs/idriftsaettelse.md, from an empty database and with nothing but a setting. */
describe('the first coordinator', () => {
  let groups: Groups;
  afterEach(() => groups.stop());

  test('with ADMINISTRATORS set > is named by the administrator, sets the group up and coordinates it', async () => {
    groups = await startGroups(monday);
    expect(textOf(await groups.at('anna', 'north').ask('opsæt'))).toContain(refusals['not-named']);
    expect(textOf(await nameSomebody(groups, 'anna', 'north'))).toContain(people.named);
    const preview = await previewAs(groups, { name: 'anna', channel: 'north' });
    const set = await groups.at('anna', 'north').press(preview, 'group.confirm');
    expect(textOf(set)).toContain(done.lead('tirsdag 8. december kl. 9.00-11.00'));
    expect(textOf(await groups.at('anna', 'north').ask('opsæt'))).toContain('Kanalen hører til');
  });

  test('with another in the setting > the former administrator can name nobody', async () => {
    groups = await startGroups(monday, { ADMINISTRATORS: personIdOf('bo') });
    const card = await groups.at('administrator', 'north').ask('opsæt');
    expect(executesOf(card).map(({ verb }) => verb)).not.toContain('group.name');
    expect(textOf(card)).toContain(refusals['not-named']);
    const bo = await groups.at('bo', 'north').ask('opsæt');
    expect(executesOf(bo).map(({ verb }) => verb)).toContain('group.name');
  });
});
