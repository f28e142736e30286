import { checkMunicipality } from '../../municipality/load';
import type { MunicipalityFile } from '../../municipality/schema';
import { wallTimeOf } from '../../municipality/wall-time';
import type { Fact, Overlay } from './overlay';
import { confirmedOnIn, type Topic, textIn, topics, withValue } from './topic';

export type Proved =
  | { readonly kind: 'proved'; readonly file: MunicipalityFile }
  | { readonly kind: 'refused'; readonly faults: readonly string[] };

/** A word for what the file had counts for as long as the file has it. */
const isStillConfirmed = (file: MunicipalityFile, topic: Topic, { value, over }: Fact): boolean =>
  value !== undefined || over === textIn(file, topic);

const confirmedOn = (file: MunicipalityFile, topic: Topic, fact: Fact): string | undefined => {
  const inFile = fact.value === undefined ? confirmedOnIn(file, topic) : undefined;
  const by = fact.confirmed && isStillConfirmed(file, topic, fact) ? fact.confirmed : undefined;
  const said = by && wallTimeOf(new Date(by.at)).date;
  return said !== undefined && said > (inFile ?? '') ? said : inFile;
};

const applied = (file: MunicipalityFile, topic: Topic, fact: Fact): unknown =>
  withValue(file, topic, {
    is: JSON.parse(fact.value ?? textIn(file, topic)),
    confirmedOn: confirmedOn(file, topic, fact),
  });

/** The file with one topic changed, by the very proof that the file itself must pass. */
export const proveFact = (file: MunicipalityFile, topic: Topic, fact: Fact): Proved => {
  const checked = checkMunicipality(applied(file, topic, fact));
  return checked.kind === 'proved' ? checked : { kind: 'refused', faults: checked.faults };
};

/** Whether the file has something else by now than what was changed by card, and than what it was changed to. */
const clashes = (file: MunicipalityFile, topic: Topic, { value, over }: Fact): boolean => {
  const inFile = textIn(file, topic);
  return value !== undefined && inFile !== over && inFile !== value;
};

export type WithFacts = {
  readonly file: MunicipalityFile;
  /** What doesn't go with the file any more, and doesn't count. */
  readonly refused: readonly Topic[];
  /** Where the file was changed under what counts. */
  readonly clashing: readonly Topic[];
};

/** The file as it is in force: what was changed by card counts, one topic after the other, as far as it passes the proof. */
export const withFacts = (file: MunicipalityFile, { facts }: Pick<Overlay, 'facts'>): WithFacts => {
  const known = topics.flatMap((topic) => {
    const fact = facts[topic];
    return fact === undefined ? [] : [{ topic, fact }];
  });
  const clashing = known.filter(({ topic, fact }) => clashes(file, topic, fact)).map(({ topic }) => topic);
  const all = checkMunicipality(
    known.reduce<unknown>(
      (content, { topic, fact }) => applied(content as MunicipalityFile, topic, fact),
      file,
    ),
  );
  if (all.kind === 'proved') return { file: all.file, refused: [], clashing };
  const refused: Topic[] = [];
  let inForce = file;
  for (const { topic, fact } of known) {
    const proved = proveFact(inForce, topic, fact);
    if (proved.kind === 'proved') inForce = proved.file;
    else refused.push(topic);
  }
  return { file: inForce, refused, clashing };
};
