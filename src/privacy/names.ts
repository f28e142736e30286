import { isFirstName } from './first-names';

/** Stands where words were taken out, so that their neighbours don't become a pair. */
export const mark = '\u0001';

export const wordStart = "(?<![\\p{L}\\p{N}]|[\\p{L}\\p{N}]['’-])";
export const wordEnd = '(?![\\p{L}\\p{N}])';
export const space = '[^\\S\\n]{1,3}';
const capitalised = "\\p{Lu}[\\p{L}'’-]{1,40}";
/** "I" is a word of its own in Danish and in English. */
const initial = '(?!I\\b)\\p{Lu}(?![\\p{L}\\p{N}])\\.?';
const particle = `(?:(?:von|van|el|al|bin|ibn)${space})?`;
/** A class, as in 8.b, 8b, 8. klasse or 7.-9. klasse. */
export const classLabel = `(?<![\\p{L}\\p{N}.])\\d{1,2}(?:(?:\\s?\\.\\s?)?[a-hA-H]${wordEnd}|\\s?\\.?\\s?klasse)`;

const pair = new RegExp(
  `${wordStart}(?:${capitalised}(?:${space}${particle}(?:${capitalised}|${initial}))+` +
    `|${initial}[^\\S\\n]{0,2}${capitalised})`,
  'gu',
);
/** Two initials, as in A.H.; a third makes it an organisation. */
const initials = new RegExp(`${wordStart}(?<!\\.)\\p{Lu}\\.\\s?\\p{Lu}(?:\\.|${wordEnd})(?!\\p{L})`, 'gu');
const patronymic = new RegExp(
  `${wordStart}(?:Ander|Christen|Christian|Daniel|Eri[ck]|Frederik|Han|Henrik|Iver|Ja[ck]ob|Jen|Johan|Jørgen|Knud|Kristen` +
    `|Kristian|Lar|Laur?id|Laurit|Mad|Mikkel|Mogen|Mortens?|Niel|Ol|Peder|Peter|Poul|Rasmus|Simon|Sven|Svend|Søren|Thom)` +
    `s?[es]ns?${wordEnd}`,
  'gu',
);
const household = new RegExp(
  `${wordStart}(?:familien|brødrene|søstrene|søskende(?:parret)?|ægteparret|fru|frk\\.|hr\\.)${space}${capitalised}`,
  'giu',
);
const called = new RegExp(
  `${wordStart}(?:kalde[rst]|kaldt|alias|øgenavnet)${space}(?:sig${space}|for${space})?["'»”„]?${capitalised}`,
  'gu',
);
const word = new RegExp(`${wordStart}[\\p{L}][\\p{L}'’-]{1,40}`, 'gu');
const besideClass = `,?${space}\\(?(?:(?:i|fra|på)${space})?${classLabel}`;
const besideSchool = `,?${space}(?:(?:i|fra|på)${space})?(?:${mark}|\\p{L}{0,30}skolen${wordEnd})`;
/** Not at a sentence's beginning, where every word has a capital. */
const insideSentence = '(?<=[\\p{L}\\p{N},][^\\S\\n]{1,3})';
const beside = new RegExp(
  `${insideSentence}${wordStart}${capitalised}(?=${besideClass}|${besideSchool})`,
  'gu',
);
/** A name stands where a subject seldom does: talk with …, worry about …, the … case. */
const about = new RegExp(
  `(?<=${wordStart}(?:om|mellem|med|[Bb]ekymring for|[Vv]edr\\.?|[Vv]edrørende|[Aa]ngående|[Oo]pfølgning på|[Ss]tatus på)${space})${capitalised}${wordEnd}` +
    `(?!${space}${capitalised})|${wordStart}${capitalised}(?=-sag(?:en)?${wordEnd})`,
  'gu',
);
/** A title that begins with a word and a class: a name, unless the word is one of the subjects below. */
const beginning = new RegExp(
  `(?<=^\\s{0,5}|[.!?:;–]${space})${capitalised}(?=(?:,|\\s\\(|${space}(?:i|fra))${space}\\d{1,2}\\s?\\.\\s?[a-h]${wordEnd})`,
  'giu',
);
const smallBeside = new RegExp(`${wordStart}[\\p{L}'’-]{2,40}(?=${besideClass})`, 'gu');

/** Words that end an authority's, a place's or an association's name. */
const organisation = new RegExp(
  '(?:politi(?:et)?|kommuner?|skole[nr]?|råd(?:et)?|foren(?:ing|ingen)|klub(?:ben)?|centere?t?|bibliotek(?:et)?|gymnasium|institut(?:tet)?' +
    '|styrelsen?|ministeriet|boligselskab|kors|fond(?:en)?|museum|station|hospital|kirke|moské|region(?:en)?|universitet|forsorg(?:en)?' +
    '|hjælp(?:en)?|netværk(?:et)?|parken|strand|torv|havn|hal(?:len)?|tjeneste|akademi|højskole|fc|if|bk)s?$',
  'iu',
);

/** What a meeting is about: uro, trivsel, fravær, klassemøde, undervisning. */
const subject =
  /(?:uro|sel|se|hed|ning|ing|fravær|skab|møde[rt]?|dag|uge|forløb|vold|krig|konflikte?r?|problem(?:er)?|ballade|fest|tur|prøve|projekt|shop|stævne|besøg|slagsmål|hærværk|tyveri(?:er)?|rusmidler|sprog|tone|forældre|elever|drenge(?:ne)?|piger(?:ne)?|ordblinde|snus|vaper|stoffer|hash|sex|mad|mobiler|skærme|skole|time|undervisning|undersøgelse|oplæg|nyt|status|lærere?|ledere?|vikar|pause|kampagne|kursus|demokrati|tema|emne|samarbejde|samtaler?|klima|kultur|rygte[r]?)$/iu;
/** What is no person's though it has a capital: what happens on a screen, and days of the year. */
const notPeople =
  /^(?:snapchat|tiktok|discord|telegram|instagram|facebook|youtube|whatsapp|messenger|roblox|fortnite|minecraft|aula|twitch|netflix|google|chatgpt|halloween|ramadan|eid|jul|påske|pinse|islam|koranen|bibelen|danmark|europa|syrien|irak|gaza|israel|palæstina|ukraine|rusland|afghanistan|somalia|tyrkiet|vestegnen|storkøbenhavn|københavn|aarhus|odense|aalborg|sjælland|fyn|jylland)s?$/iu;

const isCapital = (each: string): boolean => /^\p{Lu}/u.test(each);
const isAcronym = (each: string): boolean => /^\p{Lu}{2,4}$/u.test(each) && !isFirstName(each);
const isOrganisation = (words: string): boolean =>
  words.split(/\s+/).some((each) => organisation.test(each) && !isFirstName(each));

/** "Kulturhuset", "Politiet" and whatever else Danish gives its article is seldom somebody's name. */
const hasArticle = (each: string): boolean => /(?:et|en|erne|ene)s?$/iu.test(each) && !isFirstName(each);
const couldBeName = (each: string): boolean =>
  isCapital(each) &&
  !isAcronym(each) &&
  !isOrganisation(each) &&
  !hasArticle(each) &&
  !notPeople.test(each) &&
  !subject.test(each);

/** "SSP Netværk" is one name at most, and it isn't a person's. */
const isPair = (words: string, isShouted: boolean): boolean => {
  const each = words.split(/\s+/);
  if (each.some(isFirstName)) return true;
  if (isShouted || isOrganisation(words)) return false;
  return each.every(isAcronym) || each.filter((one) => !isAcronym(one)).length > 1;
};

export type Finder = { readonly pattern: RegExp; readonly isMeant: (words: string) => boolean };

/** What finds names in a text, the longest first. In a text of capitals alone a pair counts by its first name. */
export const nameFinders = (text: string): readonly Finder[] => {
  const isShouted = !/\p{Ll}{2}/u.test(text);
  const always = () => true;
  return [
    { pattern: pair, isMeant: (words) => isPair(words, isShouted) },
    { pattern: household, isMeant: (words) => isCapital(words.split(/\s+/).at(-1) ?? '') },
    { pattern: called, isMeant: always },
    { pattern: patronymic, isMeant: always },
    { pattern: initials, isMeant: always },
    { pattern: word, isMeant: (each) => isCapital(each) && isFirstName(each) },
    { pattern: smallBeside, isMeant: isFirstName },
    { pattern: beside, isMeant: couldBeName },
    { pattern: beginning, isMeant: couldBeName },
    { pattern: about, isMeant: couldBeName },
  ];
};
