import type { OIDCCallbackFunction } from 'mongodb';

/** Whether the address says that the bot signs in as the managed identity of what it runs on. */
export const usesManagedIdentity = (databaseUrl: string): boolean =>
  /[?&]authMechanism=MONGODB-OIDC(&|$)/i.test(databaseUrl) &&
  /\bENVIRONMENT(:|%3A)azure\b/i.test(databaseUrl);

/**
 * Tokens for the identity whose client id is the address' user, for its TOKEN_RESOURCE. The driver's own way to them
 * asks the metadata service of virtual machines, which App Service doesn't have. When a token ends is the library's to know: it
 * remembers it until then, and the driver asks again when a server refuses it.
 */
export const managedIdentityTokens = (): OIDCCallbackFunction => {
  let loading: ReturnType<typeof load> | undefined;
  return async ({ username, tokenAudience, timeoutContext }) => {
    loading ??= load(username);
    const credential = await loading;
    const { token } = await credential.getToken(`${tokenAudience}/.default`, {
      abortSignal: timeoutContext,
    });
    return { accessToken: token };
  };
};

/** The library takes time and memory that no other database needs. */
const load = async (clientId: string | undefined) => {
  const { ManagedIdentityCredential } = await import('@azure/identity');
  return new ManagedIdentityCredential(clientId === undefined ? {} : { clientId });
};
