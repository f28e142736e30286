import path from 'node:path';
import { texts } from '../../src/text/text';
import { channelMention, invokeClick, personalInstallation } from '../support/activities';
import { cardOf } from '../support/connector';
import { botId, startTeams, type Teams } from '../support/teams';

const chatUrl = `https://teams.microsoft.com/l/chat/0/0?users=28:${botId}`;
const firstQuestion = { version: 1, language: 'da', answers: {} };

describe('channel', () => {
  let teams: Teams;
  beforeAll(async () => {
    teams = await startTeams();
  });
  afterAll(() => teams.stop());
  beforeEach(() => teams.connector.clear());

  const answerInChannel = async (text: string) => {
    const person = teams.person();
    const { status } = await person.send(channelMention(person.place, text));
    expect(status).toBe(200);
    const [entry] = await teams.connector.waitFor(1);
    return entry?.activity;
  };

  test('never opens the wizard: one sentence and the way to the private chat', async () => {
    const activity = await answerInChannel('bekymring');
    expect(activity?.text).toBe(texts.da.shared(chatUrl));
    expect(activity?.attachments).toBeUndefined();
  });

  test('asks for free words to be deleted if they name somebody, and repeats none of them', async () => {
    const activity = await answerInChannel('jeg er bekymret for Navnløs Opdigtsen');
    expect(activity?.text).toBe(texts.da.sharedWords(chatUrl));
    expect(activity?.text).toContain('slet din besked, hvis den nævner nogen');
    expect(JSON.stringify(activity)).not.toContain('Opdigtsen');
  });

  test('asks for a CPR number to be deleted and told to the data-protection officer, and repeats nothing', async () => {
    const activity = await answerInChannel('er 010203-1234 kendt?');
    expect(activity?.text).toBe(texts.da.sharedCpr(chatUrl));
    expect(activity?.text).toContain('databeskyttelsesrådgiver');
    expect(JSON.stringify(activity)).not.toContain('0203');
  });

  test('answers a click in a card that somebody has put there with the same sentence, what is urgent with its numbers, and changes no message', async () => {
    const person = teams.person();
    const { conversation } = channelMention(person.place, '');
    const click = {
      ...invokeClick(person.place, { verb: 'concern.show', data: firstQuestion }),
      conversation,
    };
    const answer = await (await person.send(click)).json();
    expect(answer).toMatchObject({ statusCode: 200, type: 'application/vnd.microsoft.activity.message' });
    // A client shows it as it is, so it has no signs of Markdown.
    expect(answer.value).toContain('svarer Vejviser kun i den private chat. Åbn din private chat');
    expect(answer.value).toContain(chatUrl);
    expect(answer.value).toContain('Skriv @Vejviser hjælp');
    expect(answer.value).not.toMatch(/[*[\]]/);
    const pressing = invokeClick(person.place, {
      verb: 'concern.show',
      data: { ...firstQuestion, answers: { urgency: 'urgent' } },
    });
    const urgent = await (await person.send({ ...pressing, conversation })).json();
    for (const number of [
      '112',
      '43 57 75 78 (Familiecenteret / StraXen)',
      '43 57 75 55 (Stabsenheden)',
      chatUrl,
    ])
      expect(urgent.value).toContain(number);
    await teams.app.stop();
    expect(await teams.connector.entries()).toEqual([]);
  });
});

describe('private chat', () => {
  let teams: Teams;
  beforeAll(async () => {
    teams = await startTeams();
  });
  afterAll(() => teams.stop());

  test('begins with the first question when somebody has installed the app', async () => {
    const person = teams.person();
    await person.send(personalInstallation(person.place, 'add'));
    const [entry] = await teams.connector.waitFor(1);
    expect(JSON.stringify(entry && cardOf(entry))).toContain(texts.da.questions.urgency.heading);
    expect(entry?.activity.summary).toBe(texts.da.summary);
  });

  test('keeps the card that was clicked to in its message, the last of several quick clicks', async () => {
    const person = teams.person();
    const cards = [];
    for (const urgency of ['danger', 'urgent', 'ordinary']) {
      const { value } = await person.click(
        'concern.show',
        { ...firstQuestion, answers: { urgency } },
        'the-message',
      );
      cards.push(value);
    }
    const updates = await teams.connector.waitFor(1, ({ method }) => method === 'PUT');
    expect(updates.map((entry) => [entry.messageId, cardOf(entry)])).toEqual([['the-message', cards[2]]]);
  });
});

describe('another municipality', () => {
  const file = path.join(__dirname, '../support/fjordby.json');

  test.each([
    ['Tuesday morning', '2026-11-24T10:00:00+01:00', false],
    ['Friday evening', '2026-11-27T20:30:00+01:00', true],
    ['Christmas Day', '2026-12-25T10:00:00+01:00', true],
  ])(
    'on a %s > its own language, form and contacts, and its night duty only when closed',
    async (_, at, isClosed) => {
      const teams = await startTeams({ MUNICIPALITY_FILE: file }, new Date(at));
      const person = teams.person();
      const first = await person.ask('hej');
      expect(first.lang).toBe('en');
      const subject = await person.press(first, texts.en.choices.urgency.urgent.title);
      const age = await person.press(subject, texts.en.choices.subject['young-person'].title);
      const result = await person.press(age, texts.en.choices.age['under-18'].title);
      const text = JSON.stringify(result);
      expect(text).toContain('https://fjordby.example/skema');
      // Familiehuset is confirmed, so it isn't named.
      expect(text).toContain('Not confirmed by the municipality yet: Børnecentret, Tryghedsstaben.');
      expect(text.includes('12 00 00 01')).toBe(isClosed);
      expect(text).not.toMatch(/ishoj|43 57/);
      await teams.stop();
    },
    300_000,
  );
});
