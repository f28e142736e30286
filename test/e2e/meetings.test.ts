import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { agendaTexts } from '../../src/text/agenda';
import { meetingTexts } from '../../src/text/meetings';
import { createMovingClock } from '../support/clock-file';
import { type Person, type Playground, startPlayground } from '../support/playground';
import { otherPerson } from '../support/playground-other';
import { describeWith, findChromium } from '../support/requires';
import { monday, plan } from '../support/set-up-group';

const { buttons, setUp, people, done, meeting, apology, change, preview, reminders } = meetingTexts.da;
const agenda = agendaTexts.da;
const group = 'SSP-netværksgruppe 1';
const december = { groupId: 'ssp-network-1', occurrence: '2026-12-08', revision: 1 };
const parking = { title: 'Uro på parkeringspladsen', minutes: '15' };
const fireworks = { title: 'Fyrværkeri før nytår', minutes: '10' };
const truancy = { title: 'Fravær i ottende klasse', minutes: '20' };

describeWith('Chromium', findChromium())('a group, its meeting and its agenda, on the page', () => {
  const clock = createMovingClock(monday);
  let playground: Playground;
  let mette: Person;
  let jonas: ReturnType<typeof otherPerson>;
  beforeAll(async () => {
    playground = await startPlayground(clock.env);
    jonas = otherPerson(playground.url, { userId: 'user-jonas', channelId: 'channel-network-group' });
    mette = await playground.person();
    await mette.openChannel('Netværksgruppen');
  });
  afterAll(async () => {
    await playground.stop();
    clock.remove();
  });

  test('set up in its channel > the dates before the yes', async () => {
    await mette.mention('opsæt');
    await mette.sees(people.heading);
    await mette.keep('group-name');
    await mette.choose(people.person, 'Mette, lærer (opfundet)');
    await mette.press(buttons.name);
    await mette.sees(people.named.trim());
    await mette.mention('opsæt');
    await mette.sees(setUp.heading);
    await mette.keep('group-choose');
    await mette.press(group);
    await mette.sees(setUp.formLead);
    for (const field of ['startsOn', 'endsOn', 'time', 'place'] as const)
      await mette.fill(setUp[field], plan[field]);
    await mette.keep('group-form');
    await mette.press(buttons.preview);
    await mette.sees(preview.heading(group));
    await mette.sees('tirsdag 8. december 2026');
    await mette.keep('group-preview');
    await mette.press(buttons.confirm);
    await mette.sees(done.heading(group));
    await mette.keep('group-done');
  });

  test('called for items > the meeting’s card, on which an apology is seen by everybody', async () => {
    clock.set(new Date('2026-11-24T08:00:30Z'));
    await mette.sees(reminders.heading['call-for-items']);
    await mette.sees('tirsdag 8. december kl. 9.00-11.00');
    await mette.keep('meeting');
    await mette.press(buttons.apology);
    await mette.sees(apology.functionId);
    await mette.choose(apology.functionId, 'StraXen');
    await mette.keep('meeting-apology');
    await mette.press(buttons.sendApology);
    await mette.sees(meeting.notComing);
    await mette.keeps(meeting.notComing);
  });

  test('moved > the same card says the new time, and one short message tells the channel', async () => {
    await mette.press(buttons.more);
    await mette.sees(meeting.moreHeading);
    await mette.keep('meeting-more');
    await mette.press(buttons.change);
    await mette.sees(change.lead);
    await mette.fill(change.date, '2026-12-07');
    await mette.keep('meeting-change');
    await mette.fill(change.date, '2026-11-01');
    await mette.press(buttons.save);
    await mette.sees(meetingTexts.da.faults.past);
    await mette.keep('meeting-change-fault');
    await mette.fill(change.date, '2026-12-07');
    await mette.press(buttons.save);
    await mette.saw(change.saved);
    await mette.reads('til mandag 7. december kl. 9.00-11.00.');
    await mette.keeps('mandag 7. december kl. 9.00-11.00');
    await mette.keep('meeting-moved', 'page');
  });

  test('three items by two people, one edited and one withdrawn > the agenda', async () => {
    const typed = { ...fireworks, kind: 'orientation', functionId: 'ppr', note: '', nonce: 'nonce-of-jonas' };
    const post = await jonas.write('Jeg melder et punkt ind.');
    const answer = await jonas.click('agenda.hand-in', { ...december, ...typed }, post);
    expect(answer).toContain(agenda.receipt.handedIn);
    await mette.openPrivateChat();
    for (const item of [parking, truancy]) {
      await mette.ask('dagsorden');
      await mette.sees(agenda.list.heading);
      await mette.pressOneOf(agenda.buttons.showAgenda, 0);
      await mette.sees(agenda.states.open);
      await mette.press(agenda.buttons.handIn);
      await mette.sees(agenda.form.title);
      await mette.fill(agenda.form.title, item.title);
      await mette.fill(agenda.form.minutes, item.minutes);
      await mette.choose(agenda.form.kind, 'Drøftelse');
      await mette.choose(agenda.form.functionId, 'Skolens ledelse');
      await mette.keep('agenda-form');
      await mette.press(agenda.buttons.send);
      await mette.sees(agenda.receipt.handedIn);
    }
    await mette.keep('agenda-receipt');
    await mette.press(agenda.buttons.mine);
    await mette.sees(agenda.mine.heading);
    await mette.keep('agenda-mine');
    await mette.pressOneOf(agenda.buttons.edit, 0);
    await mette.sees(agenda.form.headingEdit);
    await mette.fill(agenda.form.title, 'Uro ved stationen');
    await mette.press(agenda.buttons.saveItem);
    await mette.sees(agenda.receipt.saved);
    await mette.press(agenda.buttons.mine);
    await mette.pressOneOf(agenda.buttons.withdraw, 1);
    await mette.sees(agenda.sure.withdrawHeading);
    await mette.press(agenda.buttons.yesWithdraw);
    await mette.sees(agenda.mine.withdrawn);
    await mette.press(agenda.buttons.showAgenda);
    await mette.sees(fireworks.title);
    const text = await mette.card().innerText();
    expect(text).toContain('Uro ved stationen');
    expect(text).not.toContain(truancy.title);
    await mette.keep('agenda-open');
  });

  test('after the deadline > published by its coordinator, and in the channel for everybody', async () => {
    clock.set(new Date('2026-12-02T09:00:00Z'));
    await mette.openPrivateChat();
    await mette.ask('dagsorden');
    await mette.pressOneOf(agenda.buttons.showAgenda, 0);
    await mette.press(agenda.buttons.coordinate);
    await mette.sees(agenda.coordinator.whenClosed);
    await mette.keep('agenda-coordinate');
    await mette.press(agenda.buttons.publish);
    await mette.sees(agenda.coordinator.published);
    await mette.keep('agenda-published');
    await mette.openChannel('Netværksgruppen');
    await mette.sees(agenda.states.published);
    await mette.sees('Uro ved stationen');
    await mette.keep('agenda-in-channel', 'page');
  });

  test('opened as a document > the text of the agenda, through a page with one button', async () => {
    await mette.openPrivateChat();
    await mette.ask('dagsorden');
    await mette.pressOneOf(agenda.buttons.showAgenda, 0);
    await mette.press(agenda.buttons.coordinate);
    await mette.press(agenda.buttons.document);
    await mette.sees(agenda.document.lead);
    await mette.keep('agenda-document');
    const opening = mette.page.waitForEvent('popup');
    await mette.follow(agenda.buttons.openDocument);
    const page = await opening;
    const downloading = page.waitForEvent('download');
    await page.getByRole('button').click();
    const file = await (await downloading).path();
    const words = strFromU8(unzipSync(readFileSync(file))['word/document.xml'] ?? new Uint8Array());
    for (const each of ['Uro ved stationen', fireworks.title, group]) expect(words).toContain(each);
    expect(words).not.toContain(truancy.title);
    await page.close();
  });

  test('after the meeting > decisions noted, and what is carried stands on the next agenda', async () => {
    clock.set(new Date('2026-12-07T11:00:00Z'));
    await mette.ask('dagsorden');
    await mette.keep('agenda-list');
    await mette.pressOneOf(agenda.buttons.showAgenda, 1);
    await mette.press(agenda.buttons.outcomes);
    await mette.sees(agenda.outcomes.heading);
    await mette.choose(`1. ${agenda.outcomes.outcome}`, 'Udsat til næste møde');
    await mette.keep('agenda-outcomes');
    await mette.press(agenda.buttons.saveOutcomes);
    await mette.sees(agenda.outcomes.carried('tirsdag 12. januar'));
    await mette.ask('dagsorden');
    await mette.pressOneOf(agenda.buttons.showAgenda, 0);
    await mette.sees('tirsdag 12. januar');
    await mette.sees(fireworks.title);
    await mette.keep('agenda-carried');
  });

  test('cancelled > said on the card', async () => {
    await mette.ask('næste møder');
    await mette.sees('tirsdag 12. januar');
    await mette.keep('meetings-next');
    await mette.pressOneOf(buttons.showMeeting, 0);
    await mette.press(buttons.more);
    await mette.press(buttons.cancel);
    await mette.sees(change.cancelHeading);
    await mette.keep('meeting-sure');
    await mette.press(buttons.yesCancel);
    await mette.sees(change.cancelled);
    await mette.keep('meeting-cancelled');
    await mette.ask('mine grupper');
    await mette.sees(group);
    await mette.keep('groups-mine');
  });
});
