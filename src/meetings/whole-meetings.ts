import type { Doc, Documents } from '../storage/contract';
import { wholeAgenda } from './model/agenda';
import type { Meeting } from './model/meeting';

const whole = (doc: Doc<Meeting>): Doc<Meeting> => ({
  ...doc,
  body: { ...doc.body, agenda: wholeAgenda(doc.body.agenda) },
});

/** The meetings as they are stored, with what earlier versions left out of them. */
export const wholeMeetings = (meetings: Documents<Meeting>): Documents<Meeting> => ({
  ...meetings,
  find: async (id) => {
    const doc = await meetings.find(id);
    return doc && whole(doc);
  },
  list: async (groupId, from, limit) => (await meetings.list(groupId, from, limit)).map(whole),
  between: async (from, to, limit) => (await meetings.between(from, to, limit)).map(whole),
  page: async (after, limit) => (await meetings.page(after, limit)).map(whole),
  due: async (limit) => (await meetings.due(limit)).map(whole),
});
