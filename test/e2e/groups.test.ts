import { agendaTexts } from '../../src/text/agenda';
import { meetingTexts } from '../../src/text/meetings';
import { createMovingClock } from '../support/clock-file';
import { until } from '../support/patience';
import { type Person, type Playground, startPlayground } from '../support/playground';
import { otherPerson } from '../support/playground-other';
import { describeWith, findChromium } from '../support/requires';
import { monday, plan } from '../support/set-up-group';

const { buttons, setUp, people, preview, done, change, reminders, moving, left, meeting } = meetingTexts.da;
const agenda = agendaTexts.da;
const group = 'SSP-netværksgruppe 1';
const fireworks = { title: 'Fyrværkeri før nytår', minutes: '10' };
const { asks } = reminders;

describeWith('Chromium', findChromium())('a group through a month that goes otherwise, on the page', () => {
  const clock = createMovingClock(monday);
  let playground: Playground;
  let mette: Person;
  let jonas: ReturnType<typeof otherPerson>;
  beforeAll(async () => {
    playground = await startPlayground(clock.env);
    jonas = otherPerson(playground.url, { userId: 'user-jonas', channelId: 'channel-network-group' });
    mette = await playground.person();
    await mette.openChannel('Netværksgruppen');
    await mette.mention('opsæt');
    await mette.sees(people.heading);
    await mette.choose(people.person, 'Mette, lærer (opfundet)');
    await mette.press(buttons.name);
    await mette.sees(people.named.trim());
    await mette.mention('opsæt');
    await mette.sees(setUp.heading);
    await mette.press(group);
    await mette.sees(setUp.formLead);
    for (const field of ['startsOn', 'endsOn', 'time', 'place'] as const)
      await mette.fill(setUp[field], plan[field]);
    await mette.press(buttons.preview);
    await mette.sees(preview.heading(group));
    await mette.press(buttons.confirm);
    await mette.sees(done.heading(group));
  });
  afterAll(async () => {
    await playground.stop();
    clock.remove();
  });

  test('moved to a Saturday > a warning first, and only the yes is told', async () => {
    clock.set(new Date('2026-11-24T08:00:30Z'));
    await mette.sees(reminders.heading['call-for-items']);
    await mette.press(buttons.more);
    await mette.sees(meeting.moreHeading);
    await mette.press(buttons.change);
    await mette.sees(change.lead);
    await mette.fill(change.date, '2026-12-12');
    await mette.press(buttons.save);
    await mette.sees(change.warned.heading);
    await mette.sees(change.warned.weekend('lørdag'));
    await mette.sees(change.warned.nothingYet);
    await mette.keep('meeting-saturday-warned');
    expect(await mette.page.getByText('er flyttet fra').count()).toBe(0);
    await mette.press(change.warned.yes);
    await mette.saw(change.saved);
    await mette.reads('til lørdag 12. december kl. 9.00-11.00.');
    await mette.keeps('lørdag 12. december kl. 9.00-11.00');
    await mette.keep('meeting-saturday-told', 'page');
  });

  test('an agenda that nobody publishes > its coordinator is asked before the meeting', async () => {
    const post = await jonas.write('Jeg melder et punkt ind.');
    const december = { groupId: 'ssp-network-1', occurrence: '2026-12-08', revision: 1 };
    const item = { ...fireworks, kind: 'orientation', functionId: 'ppr', note: '', nonce: 'nonce-of-jonas' };
    expect(await jonas.click('agenda.hand-in', { ...december, ...item }, post)).toContain(
      agenda.receipt.handedIn,
    );
    clock.set(new Date('2026-12-11T09:00:00Z'));
    await mette.openPrivateChat();
    await mette.sees(asks['ask-publish'].heading);
    await mette.keep('agenda-ask-publish');
  });

  test('and after it > what was agreed is asked for, and what nobody notes comes on the next agenda', async () => {
    clock.set(new Date('2026-12-14T09:00:00Z'));
    await mette.sees(asks['ask-unpublished'].heading);
    await mette.keep('agenda-ask-unpublished');
    await mette.press(agenda.buttons.outcomes);
    await mette.sees(fireworks.title);
    await mette.keep('agenda-unpublished-outcomes');
    clock.set(new Date('2026-12-17T12:00:00Z'));
    // The agenda is shown as it is when it is asked for, and the item goes over at the program's next look.
    await until(
      async () => {
        await mette.ask('dagsorden');
        await mette.pressOneOf(agenda.buttons.showAgenda, 0);
        await mette.sees('tirsdag 12. januar');
        return (await mette.card().innerText()).includes(fireworks.title);
      },
      () => 'the item isn’t on the next agenda',
    );
    await mette.keep('agenda-unpublished-carried');
  });

  test('moved to another channel > asked once, told in both, with no live card left behind', async () => {
    await mette.openChannel('General');
    await mette.mention('opsæt');
    await mette.sees(people.heading);
    await mette.press(buttons.moveHere);
    await mette.sees(moving.chooseHeading);
    await mette.press(group);
    await mette.sees(moving.heading(group));
    await mette.keep('group-move-ask');
    await mette.press(moving.yes);
    await mette.sees(moving.doneHeading(group));
    await mette.sees('tirsdag 12. januar');
    await mette.keep('group-move-done');
    await mette.reads(left.movedHere(group));
    await mette.openChannel('Netværksgruppen');
    await mette.reads(left.movedAway(group));
    await mette.reads(left.movedHeading);
    await mette.keep('group-move-old-channel', 'page');
    expect(await mette.page.getByRole('button', { name: buttons.apology, exact: true }).count()).toBe(0);
  });
});
