type Post = { readonly messageId: string; readonly postConversationId: string };

/** Another of the playground's people: they have no page of their own and act through its HTTP endpoints. */
export const otherPerson = (url: string, { userId, channelId }: { userId: string; channelId: string }) => {
  const post = async (path: string, body: object): Promise<string> => {
    const answer = await fetch(`${url}/_conversation/v1/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${path} was answered with ${answer.status}: ${text}`);
    return text;
  };
  return {
    /** Begins a post in the channel, to nobody: something to click in. */
    write: async (text: string): Promise<Post> => {
      const said = { type: 'text', text, textFormat: 'plain', from: { id: userId }, mentions: [] };
      return JSON.parse(await post(`conversations/${channelId}/messages`, said)) as Post;
    },
    /** Clicks a button of a card in that post. Throws when the page's server or the bot says no. */
    click: (verb: string, data: object, { messageId, postConversationId }: Post): Promise<string> =>
      post('invoke', {
        name: 'adaptiveCard/action',
        value: {
          action: { type: 'Action.Execute', verb, data: { version: 1, language: 'da', verb, ...data } },
        },
        from: { id: userId },
        conversation: { id: postConversationId },
        replyToId: messageId,
      }),
  };
};
