/** Names in the template that an env file must give, `${{BOT_ID}}`. */
const placeholder = /\$\{\{\s*([A-Za-z0-9_]+)\s*\}\}/g;

/** A value that may be empty: it is appended to a name. */
const optional: ReadonlySet<string> = new Set(['APP_NAME_SUFFIX']);

export type Env = Readonly<Record<string, string | undefined>>;

/** The names that the text asks for and the env file doesn't give. */
export const missingIn = (text: string, env: Env): readonly string[] => [
  ...new Set(
    [...text.matchAll(placeholder)]
      .map(([, name = '']) => name)
      .filter((name) => (optional.has(name) ? env[name] === undefined : (env[name] ?? '').trim() === '')),
  ),
];

/** The JSON text with the values of the env file; what it doesn't give stays as it is, and is refused later. */
export const fillIn = (text: string, env: Env): string =>
  text.replace(placeholder, (whole, name: string) => {
    const value = env[name];
    return value === undefined ? whole : JSON.stringify(value).slice(1, -1);
  });
