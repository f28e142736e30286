import type { Card } from '../../src/cards/card';
import { choiceText } from '../../src/concern/choice-text';
import { createWizard, offeredChoices } from '../../src/concern/wizard';
import { collect } from '../../src/municipality/decision-table';
import type { Answers, Choice, Question } from '../../src/municipality/facts';
import { ishojFile, loadMunicipality } from '../../src/municipality/load';
import type { Language } from '../../src/municipality/schema';
import { texts } from '../../src/text/text';
import { buttonsOf, startTeams, type Teams } from '../support/teams';

const municipality = loadMunicipality(ishojFile);
const wizard = createWizard(municipality);

let teams: Teams;
beforeAll(async () => {
  teams = await startTeams();
});
afterAll(() => teams.stop());

type Person = ReturnType<Teams['person']>;

const textOf = (card: unknown): string => {
  if (Array.isArray(card)) return card.map(textOf).join('\n');
  if (typeof card !== 'object' || card === null) return '';
  const { text, inlines, fallback: _, ...rest } = card as Record<string, unknown>;
  const own = typeof text === 'string' ? text : '';
  return [own, textOf(inlines), ...Object.values(rest).map(textOf)].filter(Boolean).join('\n');
};

const choose = (person: Person, card: Card, question: Question, choice: Choice, language: Language = 'da') =>
  person.press(card, choiceText(question, choice, { municipality, language }).title);

/** Answers as a user does, one card after the other, from the first card on. */
const answer = async (
  person: Person,
  answers: Answers,
  first?: Card,
  language: Language = 'da',
): Promise<Card> => {
  let card = first ?? (await person.ask('hej'));
  for (const [question, choice] of Object.entries(answers) as [Question, Choice][]) {
    card = await choose(person, card, question, choice, language);
  }
  return card;
};

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
        for (const choice of offeredChoices(question)) {
          await walk(await choose(person, card, question, choice, language), {
            ...answers,
            [question]: choice,
          });
        }
      };
      await walk(first, {});
      expect(results).toBe(420);
    },
    60_000,
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
    expect(titlesIn(textOf(adult), 'da')).toEqual([
      municipality.steps['centre-as-agreed']?.title.da,
      municipality.steps['contact-staff-unit']?.title.da,
    ]);
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
    expect(textOf(result)).not.toContain(municipality.duties['statutory-report']?.title.da);
    const withChildren = await person.press(result, municipality.asks['children-in-home']?.button.da ?? '');
    expect(textOf(withChildren)).toContain(municipality.duties['statutory-report']?.title.da);
    expect(textOf(withChildren)).toContain('underretning@ishoj.dk');
    expect(textOf(withChildren)).toContain(texts.da.result.notReported);
  });

  test('leads from a general concern about somebody certain to the question of age', async () => {
    const person = teams.person();
    const result = await answer(person, { urgency: 'ordinary', subject: 'general', workplace: 'school' });
    const age = await person.press(result, municipality.asks['certain-young-person']?.button.da ?? '');
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

describe('signpost, on a bad day', () => {
  test('planned violence that cannot wait: a call first, 114 beside it, no network meeting', async () => {
    const card = await answer(teams.person(), {
      urgency: 'urgent',
      subject: 'young-person',
      age: 'unknown',
      workplace: 'school',
    });
    const text = textOf(card);
    expect(text).toContain('43 57 75 78');
    expect(text).toContain('114');
    expect(text).toContain(municipality.notes['age-unknown']?.text.da);
    expect(text).not.toContain(municipality.notes['next-network-meeting']?.text.da);
  });

  test('danger: 112 stays on top of every question and is the first step, not the last word', async () => {
    const person = teams.person();
    const subject = await answer(person, { urgency: 'danger' });
    expect(textOf(subject)).toContain(texts.da.danger.band);
    expect(textOf(subject)).toContain('112');
    const age = await choose(person, subject, 'subject', 'departure');
    expect(textOf(age)).toContain(texts.da.danger.band);
    const result = await answer(person, { age: 'under-18', workplace: 'other' }, age);
    const text = textOf(result);
    expect(text.indexOf('112')).toBeLessThan(text.indexOf('43 57 75 78'));
  });

  test('a pupil with a small child, and one from another municipality: the duty, and where it goes', async () => {
    const card = await answer(teams.person(), {
      urgency: 'ordinary',
      subject: 'young-person',
      age: 'under-18',
      workplace: 'school',
    });
    expect(textOf(card)).toContain(municipality.notes['other-municipality']?.text.da);
    const adult = await answer(teams.person(), {
      urgency: 'ordinary',
      subject: 'young-person',
      age: 'adult',
      workplace: 'school',
    });
    expect(textOf(adult)).toContain(municipality.asks['children-in-home']?.question.da);
    expect(textOf(adult)).toContain(municipality.asks['just-turned-18']?.question.da);
  });

  test('a name in the chat: nobody read it, it was not reported, and none of it is repeated', async () => {
    const card = await teams.person().ask('jeg er bekymret for Navnløs Opdigtsen i 8.b');
    expect(textOf(card)).toContain(texts.da.notices['nobody-reads']);
    expect(textOf(card)).toContain(texts.da.questions.urgency.heading);
    expect(JSON.stringify(card)).not.toMatch(/Opdigtsen|8\.b/);
  });

  test('something that is not understood: the menu, with one sentence', async () => {
    const card = await teams.person().ask('kan du bestille frokost');
    expect(textOf(card)).toContain(texts.da.notices['not-understood']);
    expect(textOf(card)).toContain(texts.da.menu.heading);
  });

  test('a CPR number: a kind word, and none of it repeated', async () => {
    const card = await teams.person().ask('det er 010203-1234');
    expect(textOf(card)).toContain(texts.da.notices.cpr);
    expect(JSON.stringify(card)).not.toContain('1234');
  });
});
