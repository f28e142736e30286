import { texts } from '../../src/text/text';
import { startTeams, type Teams } from '../support/teams';
import { answer, choose, municipality, textOf } from '../support/walking';

let teams: Teams;
beforeAll(async () => {
  // A Friday evening.
  teams = await startTeams({}, new Date('2026-11-27T20:30:00+01:00'));
});
afterAll(() => teams.stop());

describe('signpost, on a bad day', () => {
  test('planned violence that cannot wait: 114 first where nobody may answer, no network meeting', async () => {
    const card = await answer(teams.person(), {
      urgency: 'urgent',
      subject: 'young-person',
      age: 'unknown',
      workplace: 'school',
    });
    const text = textOf(card);
    expect(text).toContain('43 57 75 78');
    expect(text.indexOf('114')).toBeLessThan(text.indexOf('43 57 75 78'));
    expect(text).toContain(municipality.duties['statutory-report-age-unknown']?.lines[0]?.da);
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
    expect(textOf(card)).toContain('hvis personen bor i en anden kommune');
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
    expect(textOf(card)).toContain(texts.da.notices.person);
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
