import type { Card } from '../../src/cards/card';
import { createWizard, offeredChoices } from '../../src/concern/wizard';
import { collect } from '../../src/municipality/decision-table';
import type { Answers } from '../../src/municipality/facts';
import type { Language } from '../../src/municipality/schema';
import { texts } from '../../src/text/text';
import { buttonsOf, startTeams, type Teams } from '../support/teams';
import { answer, choose, municipality, textOf } from '../support/walking';

const wizard = createWizard(municipality);

/** A time at which somebody may answer the telephone: what is urgent has another order when nobody does. */
const workingDay = new Date('2026-11-24T09:00:00Z');

let teams: Teams;
beforeAll(async () => {
  teams = await startTeams({}, workingDay);
});
afterAll(() => teams.stop());

const stepsOf = (answers: Answers): string[] =>
  collect(municipality.rules, {
    ...wizard.complete(answers),
    hours: 'inside-or-unknown',
    outOfHoursDuty: 'none',
    centreTelephone: 'none',
  })
    .filter((rule) => rule.collect === 'step')
    .map(({ entry }) => entry);

const titlesIn = (text: string, language: Language): string[] =>
  [...new Set(Object.values(municipality.steps).map(({ title }) => title[language]))].filter((title) =>
    text.split('\n').some((line) => line.replace(/^\d+( ·|\.)?\s*/, '') === title),
  );

describe('signpost, clicked through as a user from the first card', () => {
  test.each(['da', 'en'] as const)(
    'leads to every route of the table in %s',
    async (language) => {
      const person = teams.person();
      const first = await person.ask(language === 'da' ? 'bekymring' : 'concern');
      let results = 0;
      const walk = async (card: Card, answers: Answers): Promise<void> => {
        const question = wizard.nextQuestion(answers);
        if (question === undefined) {
          const expected = stepsOf(answers).map((id) => municipality.steps[id]?.title[language]);
          const text = textOf(card);
          expect([answers, titlesIn(text, language).sort()]).toEqual([
            answers,
            [...new Set(expected)].sort(),
          ]);
          const places = expected.map((title) => text.indexOf(String(title)));
          expect([answers, places]).toEqual([answers, places.toSorted((a, b) => a - b)]);
          results += 1;
          return;
        }
        expect(textOf(card)).toContain(texts[language].questions[question].heading);
        for (const choice of offeredChoices(question, answers)) {
          await walk(await choose(person, card, question, choice, language), {
            ...answers,
            [question]: choice,
          });
        }
      };
      await walk(first, {});
      expect(results).toBe(511);
    },
    300_000,
  );

  test('gives the same card for a second click', async () => {
    const person = teams.person();
    const card = await person.ask('hej');
    const button = buttonsOf(card).find(({ title }) => title === texts.da.choices.urgency.urgent.title);
    const clicks = [
      await person.click(button?.verb, button?.data),
      await person.click(button?.verb, button?.data),
    ];
    expect(clicks[0]).toEqual(clicks[1]);
    expect(clicks[0]?.type).toBe('application/vnd.microsoft.card.adaptive');
  });

  test('goes back one question and on again', async () => {
    const person = teams.person();
    const second = await answer(person, { urgency: 'ordinary' });
    const third = await choose(person, second, 'subject', 'sparring');
    const back = await person.press(third, texts.da.buttons.back);
    expect(back).toEqual(second);
    expect(await choose(person, back, 'subject', 'sparring')).toEqual(third);
  });

  test('changes one answer on the result and keeps the others', async () => {
    const person = teams.person();
    const answers: Answers = {
      urgency: 'ordinary',
      subject: 'young-person',
      age: 'under-18',
      workplace: 'school',
    };
    const result = await answer(person, answers);
    const change = buttonsOf(result).filter(({ title }) => title === texts.da.buttons.change);
    expect(change).toHaveLength(4);
    const again = (await person.click(change[2]?.verb, change[2]?.data)).value as Card;
    expect(textOf(again)).toContain(texts.da.questions.age.heading);
    const adult = await choose(person, again, 'age', 'adult');
    expect(titlesIn(textOf(adult), 'da')).toEqual([municipality.steps['contact-staff-unit']?.title.da]);
  });

  test('drops the age when the subject changes to no person', async () => {
    const person = teams.person();
    const result = await answer(person, {
      urgency: 'ordinary',
      subject: 'released',
      age: 'adult',
      workplace: 'other',
    });
    const change = buttonsOf(result).filter(({ title }) => title === texts.da.buttons.change);
    const again = (await person.click(change[1]?.verb, change[1]?.data)).value as Card;
    const general = await choose(person, again, 'subject', 'general');
    expect(titlesIn(textOf(general), 'da')).toEqual([municipality.steps['general-staff-unit']?.title.da]);
    expect(buttonsOf(general).filter(({ title }) => title === texts.da.buttons.change)).toHaveLength(3);
  });

  test('changes the language and keeps the place', async () => {
    const person = teams.person();
    const first = await person.ask('hej');
    const inEnglish = await person.press(first, texts.da.buttons.otherLanguage);
    expect(inEnglish.lang).toBe('en');
    const second = await choose(person, inEnglish, 'urgency', 'urgent', 'en');
    expect(textOf(second)).toContain(texts.en.questions.subject.heading);
    const inDanish = await person.press(second, texts.en.buttons.otherLanguage);
    expect(inDanish.lang).toBe('da');
    expect(textOf(inDanish)).toContain(texts.da.questions.subject.heading);
  });

  test('shows the result as text, and clears the card', async () => {
    const person = teams.person();
    const result = await answer(person, {
      urgency: 'urgent',
      subject: 'sparring',
      age: 'adult',
      workplace: 'other',
    });
    const asText = await person.press(result, texts.da.buttons.asText);
    expect(textOf(asText)).toContain('43 57 75 55');
    expect(await person.press(asText, texts.da.buttons.back)).toEqual(result);
    const cleared = await person.press(result, texts.da.buttons.clear);
    expect(textOf(cleared)).toContain(texts.da.cleared.heading);
    expect(JSON.stringify(cleared)).not.toMatch(/urgent|sparring|adult|other/);
  });

  test('leads from an adult with children in the home to the duty', async () => {
    const person = teams.person();
    const result = await answer(person, {
      urgency: 'ordinary',
      subject: 'released',
      age: 'adult',
      workplace: 'other',
    });
    expect(textOf(result)).not.toContain(texts.da.result.notReported);
    const withChildren = await person.press(result, municipality.asks['children-in-home']?.button.da ?? '');
    expect(textOf(withChildren)).toContain(municipality.duties['report-about-child']?.title.da);
    expect(textOf(withChildren)).toContain('underretning@ishoj.dk');
    expect(textOf(withChildren)).toContain(texts.da.result.notReported);
  });

  test('leads from a general concern about somebody certain to the question of age', async () => {
    const person = teams.person();
    const result = await answer(person, { urgency: 'ordinary', subject: 'general', workplace: 'school' });
    const age = await person.press(result, municipality.asks['certain-person']?.button.da ?? '');
    expect(textOf(age)).toContain(texts.da.questions.age.heading);
  });

  test('leads from the signs to the question of age, and never to sparring alone', async () => {
    const person = teams.person();
    const signs = await person.ask('tegn');
    expect(textOf(signs).indexOf(municipality.signs.warning.da)).toBeLessThan(
      textOf(signs).indexOf(municipality.signs.groups[0]?.signs[0]?.da ?? 'none'),
    );
    const certain = await person.press(signs, texts.da.buttons.certainPerson);
    expect(textOf(certain)).toContain(texts.da.questions.age.heading);
    const sparring = await person.press(signs, /^Vend det med/);
    expect(textOf(sparring)).toContain(texts.da.questions.age.heading);
  });
});
