// What a click costs in calls of the store: the signpost none, with or without the button; a request few.
import { createChat } from '../../src/concern/chat';
import { createConcernHandlers } from '../../src/concern/handlers';
import type { Store } from '../../src/storage/contract';
import { executesOf } from '../cards/crawl';
import { ishoj } from '../cards/results';
import { cardOf, inPrivate } from '../meetings/desk';
import type { MeetingWorld } from '../meetings/world';
import { askAs, openUnitWorld, pressAs, unitId } from './steps';

const calls: string[] = [];
const counted = <Port extends object>(name: string, port: Port): Port =>
  Object.fromEntries(
    Object.entries(port).map(([call, run]) => [
      call,
      (...given: readonly unknown[]) => {
        calls.push(`${name}.${call}`);
        return run(...given);
      },
    ]),
  ) as Port;
const wrap = (store: Store): Store => ({
  ...store,
  documents: (collection) => counted(collection, store.documents(collection)),
  outbox: counted('outbox', store.outbox),
});

let world: MeetingWorld;
beforeEach(async () => {
  world = await openUnitWorld({ wrap });
  calls.splice(0);
});
afterEach(() => world.remove());

const openChat = () => {
  const concern = createConcernHandlers({
    municipality: ishoj,
    openingOf: () => ({ kind: 'unknown', day: 'working-day' }),
    calledUnits: world.calledUnits,
  });
  return createChat({
    municipality: ishoj,
    concern,
    calledUnits: world.calledUnits,
    privateChatUrl: undefined,
    otherCommands: {},
  });
};
const answers = { urgency: 'ordinary', subject: 'young-person', age: 'adult', workplace: 'other' };

test('menu and result, with the button to be called back > cost no call of the store', async () => {
  const chat = openChat();
  const click = async (verb: string, more: object = {}) => {
    const data = { version: 1, language: 'da', verb, ...more };
    const answer = await chat.answer({ kind: 'click', scope: 'personal', verb, data }, new Date(world.now()));
    return executesOf(cardOf(answer)).map((each) => each.verb);
  };
  expect(await click('menu.show')).toContain('request.choose');
  expect(await click('concern.show', { answers })).toContain('request.form');
  expect(calls).toEqual([]);
});

test('form, request and its taking > cost so many', async () => {
  await world.click('request.form', inPrivate('member'), { unitId });
  expect(calls.splice(0).toSorted()).toEqual(['notices.find', 'requests.find', 'units.find']);
  await askAs(world);
  expect(calls.splice(0).toSorted()).toEqual([
    'notices.find',
    'requests.find',
    'requests.insert',
    'units.find',
  ]);
  await world.settle();
  calls.splice(0);
  await pressAs(world, 'coordinator', 'request.take');
  // The trail has a row before the change and another after it.
  expect(calls.splice(0).toSorted()).toEqual([
    'audit.insert',
    'audit.insert',
    'notices.find',
    'requests.list',
    'requests.replace',
    'units.find',
  ]);
});
