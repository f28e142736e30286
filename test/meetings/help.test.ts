import { commandsOf, createRouter } from '../../src/chat/router';
import type { Actor } from '../../src/chat/turn';
import { parseMessage } from '../../src/concern/parse-message';
import { groupHelpTexts } from '../../src/text/group-help';
import { meetingTexts } from '../../src/text/meetings';
import { executesOf } from '../cards/crawl';
import { cardOf, inChannel, inPrivate, jsonOf, now, openDesk, openSetUpDesk, people } from './desk';

const text = groupHelpTexts.da;
const { buttons, people: sentences } = meetingTexts.da;
const verbsOf = (answer: Parameters<typeof cardOf>[0]) => executesOf(cardOf(answer)).map(({ verb }) => verb);

const say = async (words: string, actor: Actor, desk: Awaited<ReturnType<typeof openSetUpDesk>>) =>
  createRouter([desk.handlers]).answer({ kind: 'message', scope: actor.scope, text: words }, actor, now);

describe('help in a channel', () => {
  test('a member > what everybody can do there, and not a coordinator’s or an administrator’s part', async () => {
    const said = await say('<at>Vejviser</at> hjælp', inChannel('member'), await openSetUpDesk());
    expect(verbsOf(said)).toEqual(['meeting.next', 'agenda.list']);
    for (const sentence of [text.concern, text.meetings, text.agenda, text.words])
      expect(jsonOf(said)).toContain(sentence);
    expect(jsonOf(said)).not.toContain(text.coordinatorHeading);
    expect(jsonOf(said)).not.toContain(text.administratorHeading);
  });

  test('the coordinator > also what a coordinator can do, and the way to it', async () => {
    const said = await say('hjælp', inChannel('coordinator'), await openSetUpDesk());
    for (const line of [text.coordinatorHeading, ...text.coordinator]) expect(jsonOf(said)).toContain(line);
    expect(verbsOf(said)).toContain('group.set-up');
  });

  test('a deputy > what a coordinator can do, but not to choose a deputy, which only whoever was named can', async () => {
    const desk = await openSetUpDesk();
    await desk.click('group.save-deputy', inChannel('coordinator'), { personId: people.deputy });
    const deputys = jsonOf(await say('hjælp', inChannel('deputy'), desk));
    expect(deputys).toContain(text.coordinatorHeading);
    expect(deputys).not.toContain(text.chooseDeputy);
    expect(verbsOf(await desk.click('group.set-up', inChannel('deputy')))).not.toContain('group.deputy');
    expect(jsonOf(await say('hjælp', inChannel('coordinator'), desk))).toContain(text.chooseDeputy);
    expect(verbsOf(await desk.click('group.set-up', inChannel('coordinator')))).toContain('group.deputy');
  });

  test('an administrator > also whom to appoint', async () => {
    const said = await say('help', inChannel('administrator'), await openSetUpDesk());
    expect(jsonOf(said)).toContain(text.administrator);
    expect(verbsOf(said)).toContain('group.choose-person');
  });

  test('without a group > that there is none, and what to write', async () => {
    const desk = openDesk();
    expect(jsonOf(await say('hjælp', inChannel('member'), desk))).toContain(text.noGroup);
    await desk.click('group.name', inChannel('administrator'), { personId: people.coordinator });
    expect(jsonOf(await say('hjælp', inChannel('coordinator'), desk))).toContain(text.named);
  });

  test('without a group where nobody can appoint anybody > says who must see to it', async () => {
    const desk = openDesk();
    (desk.ports.administrators as Set<string>).clear();
    const said = jsonOf(await say('hjælp', inChannel('member'), desk));
    expect(said).toContain(meetingTexts.da.refusals['no-administrators']);
    expect(said).not.toContain(text.noGroup);
  });

  test('Teams doesn’t say who is there > says so, and offers nothing', async () => {
    const desk = await openSetUpDesk();
    desk.teams.members = undefined;
    const said = await say('hjælp', inChannel('coordinator'), desk);
    expect(jsonOf(said)).toContain(text.unknown);
    expect(verbsOf(said)).toEqual([]);
  });
});

test('help about groups in private > the reader’s groups, reminders and calendar among them', async () => {
  const desk = await openSetUpDesk();
  const mine = await desk.click('group.help', inPrivate('member'));
  expect(verbsOf(mine)).toEqual(['meeting.next', 'agenda.list', 'group.mine']);
  expect(jsonOf(await desk.click('group.help', inPrivate('coordinator')))).toContain(text.coordinatorHeading);
  expect(jsonOf(await desk.click('group.help', inPrivate('outsider')))).toContain(text.noGroups);
  expect(jsonOf(await desk.click('group.help', inPrivate('administrator')))).toContain(text.administrator);
  expect(jsonOf(mine)).not.toContain(text.administratorHeading);
});

test('“hjælp” in private > is the chat’s', async () => {
  const desk = createRouter([(await openSetUpDesk()).handlers]);
  expect(desk.takes({ kind: 'message', scope: 'personal', text: 'hjælp' })).toBe(false);
  expect(desk.takes({ kind: 'message', scope: 'shared', text: 'hjælp' })).toBe(true);
});

describe('a word in private', () => {
  test.each([
    ['møde', 'meeting.next'],
    ['møder', 'meeting.next'],
    ['kalender', 'group.calendar'],
    ['punkt', 'agenda.list'],
    ['dagsorden', 'agenda.list'],
    ['opsæt', 'group.set-up'],
  ])('%s > leads to %s, and says nothing of a report', async (word, verb) => {
    const desk = await openSetUpDesk();
    expect(desk.handlers.commands[word]).toBe(verb);
    const said = jsonOf(await say(`${word}!`, inPrivate('member'), desk));
    expect(said).not.toContain('underrettet');
    expect(said).toContain(word === 'opsæt' ? '@Vejviser opsæt' : 'SSP-netværksgruppe 1');
  });

  test('every word of the desk with one letter wrong > asks whether it was meant', async () => {
    const others = commandsOf([(await openSetUpDesk()).handlers]);
    for (const word of Object.keys(others).filter((each) => each.length > 3)) {
      const message = parseMessage(`${word.slice(0, -1)}q`, { ownNames: [], others });
      expect([word, message.kind]).toEqual([word, 'misspelt']);
    }
  });
});

describe('a confirmation', () => {
  test('somebody is named > says who, what they write, and has the next button', async () => {
    const desk = openDesk();
    const said = await desk.click('group.name', inChannel('administrator'), { personId: people.member });
    for (const words of ['Navn member', sentences.named, sentences.namedNext])
      expect(jsonOf(said)).toContain(words);
    expect(executesOf(cardOf(said))[0]).toMatchObject({
      title: sentences.nameMore,
      verb: 'group.choose-person',
    });
  });

  test('an administrator names himself > the way to set the group up', async () => {
    const desk = openDesk();
    const said = await desk.click('group.name', inChannel('administrator'), {
      personId: people.administrator,
    });
    expect(jsonOf(said)).toContain(sentences.namedSelf);
    expect(executesOf(cardOf(said))[0]).toMatchObject({ title: buttons.setUp, verb: 'group.set-up' });
  });

  test('a deputy is appointed > says who, and the way to the meetings', async () => {
    const desk = await openSetUpDesk();
    const said = await desk.click('group.save-deputy', inChannel('coordinator'), { personId: people.deputy });
    expect(jsonOf(said)).toContain('Navn deputy');
    expect(verbsOf(said)[0]).toBe('meeting.next');
  });
});
