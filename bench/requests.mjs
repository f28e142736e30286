// The requests that every bot gets: the same bytes but for the token, the activity's id and the conversation.
const CONVERSATIONS = 20;
const TENANT = '11111111-2222-3333-4444-555555555555';

let counter = 0;

function activity(fields, { botId, serviceUrl }) {
  counter += 1;
  const person = counter % CONVERSATIONS;
  return {
    id: `f:${counter}`,
    timestamp: '2026-03-04T10:11:12.131Z',
    localTimestamp: '2026-03-04T11:11:12.131+01:00',
    localTimezone: 'Europe/Copenhagen',
    serviceUrl,
    channelId: 'msteams',
    from: {
      id: `29:person-${person}`,
      name: 'Kim Jensen',
      aadObjectId: `00000000-0000-4000-8000-0000000000${10 + person}`,
    },
    conversation: { conversationType: 'personal', tenantId: TENANT, id: `a:conversation-${person}` },
    recipient: { id: `28:${botId}`, name: 'Vejviser' },
    channelData: { tenant: { id: TENANT } },
    locale: 'da-DK',
    ...fields(person),
  };
}

const AGES = ['under-18', 'adult', 'unknown', 'adult-with-children'];
const WORKPLACES = [
  'school',
  'operating-site',
  'children-and-prevention',
  'family-centre',
  'staff-unit',
  'police',
  'other',
];
const usual = { urgency: 'ordinary', subject: 'young-person', age: 'under-18', workplace: 'school' };

// Every way through the wizard about a young person, by its last answers.
const results = ['da', 'en'].flatMap((language) =>
  ['danger', 'urgent', 'ordinary'].flatMap((urgency) =>
    AGES.flatMap((age) =>
      WORKPLACES.map((workplace) => ({ language, answers: { ...usual, urgency, age, workplace } })),
    ),
  ),
);

export const resultCount = results.length;

/** The clicks as people make them: each walk has four, one answer more with each, and ends in a result of its own. */
function walkStep(count) {
  const { language, answers } = results[Math.floor(count / 4) % results.length];
  return { language, answers: Object.fromEntries(Object.entries(answers).slice(0, 1 + (count % 4))) };
}

const clickOn = (person, state) => ({
  type: 'invoke',
  name: 'adaptiveCard/action',
  replyToId: `card-${person}`,
  value: {
    action: { type: 'Action.Execute', title: 'Vis', verb: 'concern.show', data: { version: 1, ...state } },
    trigger: 'manual',
  },
});

const kinds = {
  click: (person) => clickOn(person, { language: 'da', answers: usual }),
  walk: (person) => clickOn(person, walkStep(counter)),
  result: (person) => clickOn(person, results[counter % results.length]),
  message: () => ({ type: 'message', text: 'hej', textFormat: 'plain', attachments: [], entities: [] }),
};

export const tenantId = TENANT;

/**
 * A function that gives the bytes of a fresh request of `kind`, with the tokens in turn: 'click' (always the same result),
 * 'walk' (as people click), 'result' (each result in turn) or 'message'.
 */
export function requestsOf(kind, { botId, serviceUrl, tokens }) {
  return () => {
    const body = JSON.stringify(activity(kinds[kind], { botId, serviceUrl }));
    return [
      'POST /api/messages HTTP/1.1',
      'Host: 127.0.0.1',
      `Authorization: Bearer ${tokens[counter % tokens.length]}`,
      'Content-Type: application/json; charset=utf-8',
      `Content-Length: ${Buffer.byteLength(body)}`,
      '',
      body,
    ].join('\r\n');
  };
}
