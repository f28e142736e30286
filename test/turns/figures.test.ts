// Figures over HTTP, in the built program: counted in one month, shown in the next.

import type { MonthFigures } from '../../src/figures/model/month';
import { openStore } from '../../src/storage/open';
import { figuresTexts } from '../../src/text/figures';
import { executesOf } from '../cards/crawl';
import { wordsOn } from '../requests/words';
import { everyRoster, type Groups, startGroups } from '../support/groups';
import { until } from '../support/patience';

const { heading, none, refusals } = figuresTexts.da;
const adult = { urgency: 'ordinary', subject: 'young-person', age: 'adult', workplace: 'other' };

let groups: Groups;
beforeAll(async () => {
  groups = await startGroups(new Date('2026-11-27T09:00:00Z'));
  await groups.connector.setRosters(everyRoster);
});
afterAll(() => groups.stop());

test('answers shown in November > are a number for an administrator in December, and for nobody else', async () => {
  const administrator = groups.at('administrator');
  expect(wordsOn(await administrator.ask('tal'))).toContain(none);
  for (let shown = 0; shown < 6; shown += 1)
    await groups.at('dan').click('concern.show', { version: 1, language: 'da', answers: adult });
  const store = await openStore(`file:${groups.app.databaseFile}`);
  const stateOf = async (month: string) =>
    (await store.documents<MonthFigures>('figures').find(month))?.body ?? { state: 'none' };
  await until(
    async () => {
      const found = await stateOf('2026-11');
      return 'counts' in found && found.counts['shown/staff-unit'] === 6;
    },
    () => 'six answers were not counted',
  );
  groups.clock.set(new Date('2026-12-01T00:30:00Z'));
  await until(
    async () => (await stateOf('2026-11')).state === 'published',
    () => 'November was not published',
  );
  await store.close();
  const card = await administrator.ask('tal');
  expect(wordsOn(card)).toContain(heading('november 2026'));
  expect(executesOf(card).map(({ verb }) => verb)).toContain('figures.page');
  for (const place of [undefined, 'north'] as const)
    expect(wordsOn(await groups.at('dan', place).ask('tal'))).toContain(refusals['not-allowed']);
});
