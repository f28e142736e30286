import { ishojFile, loadMunicipality } from '../../src/municipality/load';
import { requestTexts } from '../../src/text/requests';
import { texts } from '../../src/text/text';
import { createMovingClock } from '../support/clock-file';
import { until } from '../support/patience';
import { type Person, type Playground, startPlayground } from '../support/playground';
import { otherPerson } from '../support/playground-other';
import { describeWith, findChromium } from '../support/requires';

const { buttons, setUp, form, receipt, mine, unit, callBack } = requestTexts.da;
const { questions, choices } = texts.da;
const { units } = loadMunicipality(ishojFile);
const name = units['staff-unit'].shortName?.da ?? units['staff-unit'].name.da;
const number = '20 31 42 53';
const channel = 'Netværksgruppen';
/** Monday, 23 November 2026, at half past nine. */
const monday = new Date('2026-11-23T08:30:00Z');

describeWith('Chromium', findChromium())('a call back, on the page', () => {
  const clock = createMovingClock(monday);
  let playground: Playground;
  let mette: Person;
  let jonas: ReturnType<typeof otherPerson>;
  beforeAll(async () => {
    playground = await startPlayground(clock.env);
    jonas = otherPerson(playground.url, { userId: 'user-jonas', channelId: 'channel-network-group' });
    mette = await playground.person();
  });
  afterAll(async () => {
    await playground.stop();
    clock.remove();
  });

  test('the channel > is named, seen and said yes to, and the answers get their button', async () => {
    await mette.openChannel(channel);
    await mette.mention('enhed');
    await mette.sees(setUp.nameHeading);
    await mette.choose(setUp.unit, name);
    await mette.choose(setUp.person, 'Mette, lærer (opfundet)');
    await mette.press(buttons.name);
    await mette.sees(setUp.namedHeading);
    await mette.keep('unit-named');
    await mette.mention('enhed');
    await mette.sees(setUp.previewHeading(name));
    await mette.keep('unit-preview');
    await mette.press(buttons.use);
    await mette.sees(setUp.openHeading(name));
    await mette.keep('unit-open');
  });

  test('a request from a result > says that it is no report, and that it has arrived only when it has', async () => {
    clock.set(new Date(monday.getTime() + 60_000));
    await mette.openPrivateChat();
    await until(
      async () => {
        await mette.ask('hej');
        await mette.sees(questions.urgency.heading);
        await mette.press(choices.urgency.ordinary.title);
        await mette.press(choices.subject['young-person'].title);
        await mette.press(choices.age.adult.title);
        await mette.press(choices.workplace.other);
        await mette.sees(name);
        return (await mette.card().getByRole('button', { name: callBack }).count()) > 0;
      },
      () => 'the button never came',
    );
    await mette.keep('call-back-result');
    await mette.press(callBack);
    await mette.sees(form.heading(name));
    await mette.fill(form.number, number);
    await mette.card().getByRole('checkbox').nth(0).check();
    await mette.card().getByRole('checkbox').nth(2).check();
    await mette.keep('call-back-form');
    await mette.press(buttons.send);
    await mette.saw(receipt.heading['call-back'](name));
    await mette.reads(mine.heading['in-channel'](name));
    await mette.keep('call-back-asked', 'page');
  });

  test('taken by two at once and closed > one has the number, the other sees who; the asker hears both', async () => {
    await mette.openChannel(channel);
    await mette.sees(unit.takeFirst);
    expect(await mette.card().innerText()).not.toContain(number);
    await mette.keep('call-back-waits', 'page');
    const reference = /"reference":"([^"]+)"/.exec(await mette.updates())?.[1];
    const post = await jonas.write('Jeg ser på den.');
    const standing = mette.cards.filter({ hasText: unit.heading['call-back'] }).first();
    const [answer] = await Promise.all([
      jonas.click('request.take', { unitId: 'staff-unit', reference }, post),
      standing.getByRole('button', { name: buttons.take }).click(),
    ]);
    const shown = mette.page.getByText(/Du har taget den|Taget af Jonas/).first();
    await shown.waitFor();
    const isHers = (await shown.innerText()).includes(unit.yours);
    expect([answer.includes(number), answer.includes(unit.takenBy)]).toEqual([!isHers, isHers]);
    expect(await mette.page.getByText(number).count()).toBe(isHers ? 1 : 0);
    await mette.keep('call-back-taken', 'page');
    await mette.openPrivateChat();
    await mette.reads(mine.heading.taken(name));
    await mette.openChannel(channel);
    await mette.reads(unit.takenBy.trim());
    if (isHers) await mette.page.getByRole('button', { name: buttons.close }).first().click();
    else await jonas.click('request.close', { unitId: 'staff-unit', reference }, post);
    await mette.reads(unit.states.closed);
    await mette.keep('call-back-over', 'page');
    await mette.openPrivateChat();
    await mette.reads(mine.heading.closed(name));
    await mette.keep('call-back-closed', 'page');
  });
});
