import { ishojFile, loadMunicipality } from '../../src/municipality/load';
import { agendaTexts } from '../../src/text/agenda';
import { groupHelpTexts } from '../../src/text/group-help';
import { meetingTexts } from '../../src/text/meetings';
import { texts } from '../../src/text/text';
import { type Person, type Playground, startPlayground } from '../support/playground';
import { describeWith, findChromium } from '../support/requires';

const { units, steps, notes, asks, signs } = loadMunicipality(ishojFile);
const { da, en } = texts;
const { urgency, subject, age, workplace } = da.choices;

const known = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error('the plan no longer has it');
  return value;
};
const step = (id: string): string => known(steps[id]).title.da;
const familyCentre = known(units['family-centre'].telephone);
const staffUnit = known(units['staff-unit'].telephone);
const children = known(asks['children-in-home']);
const certain = known(asks['certain-person']);
/** A sentence as the page draws it. */
const drawn = (text: string): string => text.replaceAll('**', '');

describeWith('Chromium', findChromium())('signpost, on the page', () => {
  let playground: Playground;
  let person: Person;
  beforeAll(async () => {
    playground = await startPlayground();
    person = await playground.person();
  });
  afterAll(() => playground.stop());
  beforeEach(async () => {
    await person.openPrivateChat();
    await person.ask('hej');
    await person.sees(da.questions.urgency.heading);
  });

  const press = async (...titles: readonly string[]): Promise<void> => {
    for (const title of titles) await person.press(title);
  };

  /** Waits for all of the texts and expects them on the newest card in this order. */
  const seesInOrder = async (...said: readonly string[]): Promise<void> => {
    for (const each of said) await person.sees(each.trim());
    const text = await person.card().innerText();
    const found = said
      .filter((each) => text.includes(each))
      .sort((one, other) => text.indexOf(one) - text.indexOf(other));
    expect(found).toEqual(said);
  };

  test('a pupil under 18 > the form first with StraXen’s telephone, not reported yet, then Stabsenheden', async () => {
    await press(urgency.ordinary.title, subject['young-person'].title);
    await press(age['under-18'].title, workplace.school);
    await seesInOrder(step('fill-report-form'), familyCentre, da.result.notReported, staffUnit);
    await person.keep('under-18-school');
    // The README's picture: cp artefacts/e2e/under-18-school-page.png docs/screenshot.png
    await person.keep('under-18-school-page', 'page');
  });

  test('somebody who has turned 18 > Stabsenheden and no duty; a child in the home leads to the duty', async () => {
    await press(urgency.ordinary.title, subject['young-person'].title);
    await press(age.adult.title, workplace.other);
    await seesInOrder(
      step('contact-staff-unit'),
      staffUnit,
      children.question.da,
      known(notes['adult-no-duty']).text.da,
    );
    expect(await person.card().innerText()).not.toContain(da.result.notReported);
    await person.keep('over-18');
    await person.press(children.button.da);
    await seesInOrder(step('report-to-family-centre'), familyCentre, da.result.notReported);
    await person.keep('over-18-with-children');
  });

  test('the first card > says in one line what it is for, before it asks', async () => {
    await seesInOrder(da.purpose, da.questions.urgency.heading);
    await person.keep('first-card');
  });

  test('the menu > the bot’s three jobs, and each leads to its card', async () => {
    await person.ask('menu');
    await seesInOrder(da.menu.concern.title, da.menu.meetings.title, da.menu.agendas.title);
    await person.keep('menu');
    await person.press(da.menu.meetings.title);
    await person.sees(meetingTexts.da.groups.nextHeading);
    await person.ask('menu');
    await person.press(da.menu.agendas.title);
    await person.sees(agendaTexts.da.list.heading);
    await person.ask('menu');
    await person.press(da.menu.concern.title);
    await person.sees(da.questions.urgency.heading);
  });

  test('a misspelt word > asks what was meant, and leads there', async () => {
    await person.ask('dagsordn');
    await person.sees(da.notices.misspelt);
    await person.keep('misspelt');
    await person.press(da.menu.meant('dagsorden'));
    await person.sees(agendaTexts.da.list.heading);
  });

  test('a name > to the same place as a CPR number', async () => {
    await person.ask('hvad med Ahmed i 8.b');
    await seesInOrder(drawn(da.notices.person), da.questions.urgency.heading);
    expect((await person.cards.allInnerTexts()).join()).not.toContain('Ahmed');
    await person.keep('name');
  });

  test('help in the channel > what can be done there', async () => {
    await person.openChannel('Netværksgruppen');
    await person.mention('hjælp');
    await person.sees(groupHelpTexts.da.headingHere);
    await seesInOrder(groupHelpTexts.da.headingHere, groupHelpTexts.da.concern);
    await person.keep('channel-help');
  });

  test('danger right now > 112 before everything, and the route goes on', async () => {
    await person.press(urgency.danger.title);
    await seesInOrder(da.danger.band, '112', da.questions.subject.heading);
    await person.keep('danger-question');
    await press(subject['young-person'].title, age['under-18'].title, workplace.school);
    await seesInOrder(step('call-112'), '\n112\n', step('call-family-centre-now'), familyCentre);
    await person.keep('danger');
  });

  test('a general concern > Stabsenheden, then Infohuset, and at the end a certain person, which leads to the age', async () => {
    await press(urgency.ordinary.title, subject.general.title, workplace.other);
    await seesInOrder(
      staffUnit,
      known(notes['general-infohus']).text.da,
      da.result.stored,
      certain.question.da,
    );
    await person.keep('general');
    await person.press(certain.button.da);
    await person.sees(da.questions.age.heading);
  });

  test('signs > the warning first, at the end the question that leads to the age', async () => {
    await person.ask('tegn');
    await seesInOrder(signs.warning.da, known(signs.groups[0]?.signs[0]).da, da.signs.question);
    await person.keep('signs');
    await person.press(da.buttons.certainPerson);
    await person.sees(da.questions.age.heading);
  });

  test('an answer changed on the result > the other route', async () => {
    await press(urgency.ordinary.title, subject['young-person'].title);
    await press(age['under-18'].title, workplace.other);
    await person.sees(da.result.notReported);
    // The message's own card is drawn anew, and a section that was unfolded before is folded again.
    await person.keeps(da.result.notReported);
    await person.card().getByText(da.result.answers).click();
    await person.keep('answers');
    await person.card().getByRole('button', { name: da.buttons.change, exact: true }).nth(2).click();
    await seesInOrder(da.changing, da.questions.age.heading);
    await person.keep('changing');
    await person.press(age.adult.title);
    await person.sees(step('contact-staff-unit'));
    expect(await person.card().innerText()).not.toContain(da.result.notReported);
    await person.keep('changed');
  });

  test('English by a button > every card from there on', async () => {
    await person.press(da.buttons.otherLanguage);
    await person.sees(en.questions.urgency.heading);
    const { choices } = en;
    await press(choices.urgency.ordinary.title, choices.subject['young-person'].title);
    await press(choices.age['under-18'].title, choices.workplace.school);
    await seesInOrder(en.result.first, familyCentre, en.result.notReported);
    await person.keep('english');
  });

  test('the chat open in two windows > a click in one is soon seen in the other', async () => {
    const before = await person.cards.count();
    const other = await playground.person();
    await person.cards.nth(before).waitFor();
    await person.ask('hej');
    await other.cards.nth(1).waitFor();
    await press(urgency.ordinary.title, subject['young-person'].title);
    await other.sees(da.questions.age.heading);
    await other.press(age.adult.title);
    await other.sees(da.questions.workplace.heading);
    await person.sees(da.questions.workplace.heading);
    await other.page.close();
  });

  // The page itself forgets its chat: what it is given after a reload is what the bot sends.
  test('the page reloaded in the middle > the first question again, and it leads on', async () => {
    await press(urgency.ordinary.title, subject['young-person'].title);
    await person.sees(da.questions.age.heading);
    await person.open();
    await person.sees(da.questions.urgency.heading);
    await person.press(urgency.urgent.title);
    await person.sees(da.questions.subject.heading);
  });

  test('words about a pupil > nobody reads it, above the first question', async () => {
    await person.ask('jeg er bekymret for en elev');
    await seesInOrder(drawn(da.notices['nobody-reads']), da.questions.urgency.heading);
    await person.keep('words');
  });

  test('a CPR number > a kind word, and not a digit of it in return', async () => {
    await person.ask('han hedder noget med 290208-1234');
    await seesInOrder(drawn(da.notices.cpr), da.questions.urgency.heading);
    expect((await person.cards.allInnerTexts()).join()).not.toMatch(/290208|1234/);
    await person.keep('cpr');
  });

  test('in the channel > one sentence and the way to the private chat, no wizard', async () => {
    await person.openChannel('Netværksgruppen');
    const before = await person.cards.count();
    const answers = person.page.getByText(drawn(da.shared(undefined)));
    await person.mention('hej');
    await answers.first().waitFor();
    await person.mention('hej');
    await answers.nth(1).waitFor();
    expect(await person.cards.count()).toBe(before);
    await person.keep('channel', 'page');
  });
});
