type Leaf = string | number | boolean | undefined | null;

/**
 * Every place of a stored value that holds something, as a dotted path: `[]` is an element of a list, `*` any key of a
 * record. All variants of a union are in it, so a new field anywhere makes a new path.
 */
export type Paths<Value, At extends string = ''> = Value extends Leaf
  ? At
  : Value extends readonly (infer Element)[]
    ? Paths<Element, `${At}[]`>
    : string extends keyof Value
      ? Paths<Value[keyof Value], `${At}.*`>
      : {
          [Key in keyof Value & string]-?: Paths<
            Exclude<Value[Key], undefined>,
            At extends '' ? Key : `${At}.${Key}`
          >;
        }[keyof Value & string];

/** Each path with the class that it belongs to; one that is missing, or isn't there any more, doesn't compile. */
export type Classified<Value, Class extends string> = Readonly<Record<Paths<Value>, Class>>;
