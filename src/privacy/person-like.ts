/** A place in a text that could be about a person. */
export type PersonLike = { readonly kind: 'name' | 'telephone' | 'address'; readonly words: string };

/** What in the text looks like a person and isn't among the municipality's own names. */
export declare const findPersonLike: (text: string, ownNames: readonly string[]) => readonly PersonLike[];
