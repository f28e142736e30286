import { classLabel, space, wordEnd, wordStart } from './names';

const someone =
  '(?:dreng|pige|elev|knægt|fyr|mor|far|bror|(?:lille|store)bror|(?:lille|store)?søster|søn|datter|kammerat|veninde|ven|kusine|fætter' +
  '|onkel|niece|nevø|tvilling|(?:mor|far)(?:mor|far)|sted(?:mor|far)|kæreste|barn|mand|kvinde)';
/** Of all who can be meant in the singular with "the", these can hardly be meant in general. */
const theOne =
  '(?:drengen|pigen|knægten|fyren|moren|moderen|faren|faderen|broderen|(?:lille|store)?broren|(?:lille|store)?søsteren|sønnen|datteren' +
  '|kammeraten|veninden|kæresten|niecen|nevøen|tvillingerne)s?';
const theirs = '(?:han|hun|ham|hende|hans|hendes)';
const one = `(?:${someone}|${theOne}|eleven|barnet|manden|kvinden)s?`;
/** Within one clause. */
const near = '[^.!?:;\\n]{0,25}?';
const years = '\\d{1,2}(?:[ -]?årig|\\s?år)e?';
const school = `(?:i|fra|på)${space}(?:\\p{L}{2,30}${space})?\\p{L}{0,30}skole(?:n|ns)?`;
const place = `(?:${classLabel}|${years}${wordEnd}|på${space}\\d{1,2}${wordEnd}|${school}${wordEnd})`;

/**
 * Somebody who is described without a name: the boy in 8.b, the neighbour's son, a girl of 14, him from the club. Groups
 * (drengene, elever i 8.b, unge på 15 år) aren't somebody.
 */
export const describedPatterns: readonly RegExp[] = [
  `${wordStart}${one}${wordEnd}(?!-)${near}${place}`,
  `${wordStart}${years}${space}${one}${wordEnd}`,
  `${wordStart}(?:den|en|vores)${space}\\d{1,2}[ -]?årige?${wordEnd}`,
  `${wordStart}${someone}${space}til${space}(?:en${space})?${one}${wordEnd}`,
  `${wordStart}\\p{L}{3,30}ens${space}${someone}${wordEnd}`,
  `${wordStart}(?:en|to|tre)${space}(?:af${space}(?:drengene|pigerne|eleverne)|brødre|søstre|søskende|(?:elev|dreng|pige)(?:er|e)?${space}(?:har|er|blev|var|vil|truer?))${wordEnd}`,
  `${wordStart}(?:den|hende|ham)${space}unge${space}(?:fra|der|som|med)${wordEnd}`,
  `${wordStart}(?:af|for|fra|hos|med|om|over|til)${space}(?:en${space})?(?:dreng|pige|elev)${wordEnd}(?!-)`,
  `${wordStart}initialer(?:ne)?${wordEnd}`,
  `${wordStart}${theOne}${wordEnd}`,
  `${wordStart}${theirs}${wordEnd}`,
].map((pattern) => new RegExp(pattern, 'giu'));
