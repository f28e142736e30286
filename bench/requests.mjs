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

const kinds = {
  click: (person) => ({
    type: 'invoke',
    name: 'adaptiveCard/action',
    replyToId: `card-${person}`,
    value: {
      action: {
        type: 'Action.Execute',
        title: 'Vis',
        verb: 'concern.show',
        data: {
          version: 1,
          language: 'da',
          answers: { urgency: 'ordinary', subject: 'young-person', age: 'under-18', workplace: 'school' },
        },
      },
      trigger: 'manual',
    },
  }),
  message: () => ({ type: 'message', text: 'hej', textFormat: 'plain', attachments: [], entities: [] }),
};

export const tenantId = TENANT;

/** A function that gives the bytes of a fresh request of `kind` ('click' or 'message'), with the tokens in turn. */
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
