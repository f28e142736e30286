import { action, type Button } from '../cards/action';
import type { Card } from '../cards/card';
import { cardVersion } from '../cards/card-data';
import { expand } from '../cards/templates';
import type { Verb } from '../cards/verbs';
import { requestTexts } from '../text/requests';
import { texts } from '../text/text';
import { buttonsIn, otherLanguageButton } from './buttons';
import type { PlainView } from './plain-view';

/** `meant`: the command that a misspelt word was probably meant for. */
export type MenuView = PlainView & {
  readonly meant?: { readonly word: string; readonly verb: Verb } | undefined;
};

/** A way to a card that isn't of this room: of meetings and agendas, where roles decide. */
const way = (language: PlainView['language'], title: string, verb: Verb, answers?: object): Button =>
  action({ title, verb, data: { version: cardVersion, language, ...answers } });

/** What the bot can do, one button each. */
export const menuCard = ({ municipality, language, notice, meant, calledUnits }: MenuView): Card => {
  const { menu, notices, notDrawn } = texts[language];
  const { menu: callBack } = requestTexts[language];
  const { show, plain } = buttonsIn(language);
  const suggested = meant && {
    meaning: '',
    button: way(language, menu.meant(meant.word), meant.verb, { answers: {} }),
  };
  const spoken = `${menu.lead} ${menu.heading}`;
  return expand('choices', {
    lang: language,
    speak: spoken,
    fallbackText: `${spoken} ${notDrawn}`,
    notice: notice === undefined ? '' : notices[notice],
    danger: [],
    purpose: '',
    above: municipality.name[language],
    heading: menu.heading,
    lead: menu.lead,
    choices: [
      ...(suggested === undefined ? [] : [suggested]),
      { meaning: menu.concern.meaning, button: show(menu.concern.title, {}, { style: 'positive' }) },
      { meaning: menu.signs.meaning, button: plain(menu.signs.title, 'signs.show') },
      { meaning: menu.whoIsWho.meaning, button: plain(menu.whoIsWho.title, 'who-is-who.show') },
      ...(calledUnits === undefined || calledUnits.size === 0
        ? []
        : [{ meaning: callBack.meaning, button: way(language, callBack.title, 'request.choose') }]),
      { meaning: menu.meetings.meaning, button: way(language, menu.meetings.title, 'meeting.next') },
      { meaning: menu.agendas.meaning, button: way(language, menu.agendas.title, 'agenda.list') },
      { meaning: menu.help.meaning, button: plain(menu.help.title, 'help.show') },
    ],
    actions: [],
    language: [otherLanguageButton(language, (there, title) => there.plain(title, 'menu.show'))],
  });
};

/** What the bot can and can't do, the words that it knows, and what it keeps. */
export const helpCard = ({ municipality, language, notice, calledUnits }: PlainView): Card => {
  const { help, notices } = texts[language];
  const { help: callBack } = requestTexts[language];
  const also = (line: string) => (calledUnits === undefined || calledUnits.size === 0 ? [] : [line]);
  const sections = [
    { ...help.can, lines: [...help.can.lines, ...also(callBack.can)] },
    help.cannot,
    { ...help.words, lines: [...help.words.lines, ...also(callBack.words)], isWords: true },
    { ...help.stored, lines: [...help.stored.lines, ...also(callBack.stored)] },
  ];
  const lead = help.lead(municipality.name[language], municipality.plan.title[language]);
  return expand('page', {
    lang: language,
    speak: `${help.heading}. ${lead}`,
    fallbackText: `${lead} ${help.cannot.lines.join(' ')}`,
    notice: notice === undefined ? '' : notices[notice],
    heading: help.heading,
    lead,
    leadStyle: 'default',
    sections: sections.map((section) => ({
      title: section.title,
      lines: section.lines.length > 1 ? section.lines.map((line) => `• ${line}`) : section.lines,
      small: [],
      buttons: 'isWords' in section ? [way(language, help.groups, 'group.help')] : [],
    })),
    actions: [buttonsIn(language).startAgain(), buttonsIn(language).menu()],
    foot: municipality.name[language],
    language: [otherLanguageButton(language, (there, title) => there.plain(title, 'help.show'))],
  });
};

/** What is left of a card that its reader has cleared. */
export const clearedCard = ({ language, notice }: PlainView): Card => {
  const { cleared, notices } = texts[language];
  const spoken = `${cleared.heading}. ${cleared.lead}`;
  return expand('page', {
    lang: language,
    speak: spoken,
    fallbackText: spoken,
    notice: notice === undefined ? '' : notices[notice],
    heading: cleared.heading,
    lead: cleared.lead,
    leadStyle: 'default',
    sections: [],
    actions: [buttonsIn(language).startAgain()],
    foot: '',
    language: [],
  });
};
