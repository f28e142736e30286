import { ishojFile, loadMunicipality } from '../../src/municipality/load';
import { texts } from '../../src/text/text';
import { startPlayground } from '../support/playground';
import { describeWith, findChromium } from '../support/requires';

jest.setTimeout(120_000);

const municipality = loadMunicipality(ishojFile);
const { units } = municipality;
const { da, en } = texts;
const { urgency, subject, age, workplace } = da.choices;
const familyCentre = units['family-centre'].telephone ?? '';
const staffUnit = units['staff-unit'].telephone ?? '';
const askOf = (id: string) => {
  const ask = municipality.asks[id];
  if (ask === undefined) throw new Error(`no ask ${id}`);
  return ask;
};

type Playground = Awaited<ReturnType<typeof startPlayground>>;

describeWith('Chromium', findChromium())('signpost, on the page', () => {
  let playground: Playground;
  let person: Awaited<ReturnType<Playground['person']>>;
  beforeAll(async () => {
    playground = await startPlayground();
  });
  afterAll(() => playground.stop());
  beforeEach(async () => {
    person = await playground.person();
    await person.ask('hej');
    await person.sees(da.questions.urgency.heading);
  });
  afterEach(() => person.page.close());

  const press = async (...titles: readonly string[]): Promise<void> => {
    for (const title of titles) await person.press(title);
  };

  test('a pupil under 18 > the form first, then StraXen by telephone, and not reported yet', async () => {
    await press(
      urgency.ordinary.title,
      subject['young-person'].title,
      age['under-18'].title,
      workplace.school.title,
    );
    await person.sees(da.result.notReported);
    await person.sees(familyCentre);
    await person.keep('under-18-school');
    await person.keep('under-18-school-page', 'page');
  });

  test('somebody who has turned 18 > Stabsenheden and no duty; a child in the home leads to the duty', async () => {
    await press(
      urgency.ordinary.title,
      subject['young-person'].title,
      age.adult.title,
      workplace.other.title,
    );
    await person.sees(staffUnit);
    expect(await person.card().innerText()).not.toContain(da.result.notReported);
    await person.keep('over-18');
    await person.press(askOf('children-in-home').button.da);
    await person.sees(da.result.notReported);
    await person.sees(familyCentre);
  });

  test('danger right now > 112 before everything, and the route goes on', async () => {
    await person.press(urgency.danger.title);
    await person.sees('112');
    await person.keep('danger-question');
    await press(subject['young-person'].title, age['under-18'].title, workplace.school.title);
    await person.sees('112');
    await person.sees(familyCentre);
    const text = await person.card().innerText();
    expect(text.indexOf('112')).toBeLessThan(text.indexOf(familyCentre));
    await person.keep('danger');
  });

  test('a general concern > Stabsenheden, and a certain person leads to the age', async () => {
    await press(urgency.ordinary.title, subject.general.title, workplace.other.title);
    await person.sees(staffUnit);
    await person.keep('general');
    await person.press(da.buttons.certainPerson);
    await person.sees(da.questions.age.heading);
  });

  test('signs > the warning first, at the end the question that leads to the age', async () => {
    await person.ask('tegn');
    await person.sees(municipality.signs.warning.da.slice(0, 40));
    await person.keep('signs');
    await person.press(da.buttons.certainPerson);
    await person.sees(da.questions.age.heading);
  });

  test('an answer changed on the result > the other route', async () => {
    await press(
      urgency.ordinary.title,
      subject['young-person'].title,
      age['under-18'].title,
      workplace.other.title,
    );
    await person.sees(familyCentre);
    // The message itself gets the card a second after the click, and is then drawn anew.
    await person.page.waitForTimeout(2_000);
    await person.card().getByText(da.result.answers).click();
    await person.card().getByRole('button', { name: da.buttons.change, exact: true }).nth(2).click();
    await person.sees(da.questions.age.heading);
    await person.press(age.adult.title);
    await person.sees(staffUnit);
    expect(await person.card().innerText()).not.toContain(da.result.notReported);
    await person.keep('changed');
  });

  test('English by a button > every card from there on', async () => {
    await person.press(da.buttons.otherLanguage);
    await person.sees(en.questions.urgency.heading);
    await press(
      en.choices.urgency.ordinary.title,
      en.choices.subject['young-person'].title,
      en.choices.age['under-18'].title,
      en.choices.workplace.school.title,
    );
    await person.sees(en.result.notReported);
    await person.keep('english');
  });

  test('words about a pupil > nobody reads it, above the first question', async () => {
    await person.ask('jeg er bekymret for en elev');
    await person.sees(da.notices['nobody-reads'].slice(0, 30));
    await person.sees(da.questions.urgency.heading);
    await person.keep('words');
  });

  test('a CPR number > a kind word, and not a digit of it in return', async () => {
    await person.ask('han hedder noget med 290208-1234');
    await person.sees(da.notices.cpr.slice(0, 30));
    expect(await person.card().innerText()).not.toMatch(/290208|1234/);
    await person.keep('cpr');
  });

  test('in the channel > one sentence and the way to the private chat, no wizard', async () => {
    await person.openChannel('Netværksgruppen');
    await person.mention('jeg er bekymret');
    await person.reads(da.shared(undefined).slice(0, 40));
    expect(await person.cards.count()).toBe(0);
    await person.page.screenshot({ path: 'artefacts/e2e/channel.png' });
  });
});
