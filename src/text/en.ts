import { enQuestions } from './en-questions';
import type { Text } from './text';

const unread = 'Nobody reads what you write here, and it was sent to nobody. **You have not reported.**';
const nobodyReads = `${unread} If your message names somebody, delete it.`;
const findVejviser = 'Find Vejviser under Apps in Teams and write “hi” there.';
const privateChat = (url: string | undefined): string =>
  url === undefined ? findVejviser : `[Open your private chat with Vejviser](${url}).`;

const channelHelp = 'Write **@Vejviser help** to see what you can do in the channel.';
const deleteIt = 'Delete it: hold the message, or point at it, and choose Delete.';

export const en: Text = {
  summary: 'A card from Vejviser',
  notDrawn: "The card can't be shown here. Open the chat in a newer version of Teams or on a computer.",
  fault: (reference) =>
    `Something went wrong in Vejviser, and it isn't your fault. Try again in a moment. If it goes on, tell your IT support the code ${reference}. If there is danger right now, call 112.`,
  purpose: 'Vejviser shows whom to contact when you are worried about radicalisation or extremism.',
  shared: (url) =>
    `Others can read this channel. If you are worried about somebody, Vejviser only answers in the private chat. ${privateChat(url)} ${channelHelp}`,
  sharedUrgent: (numbers, url) =>
    `In danger right now, call 112. Otherwise call ${numbers.join(' or ')}. Others can read this channel, so Vejviser only answers in the private chat. ${privateChat(url)}`,
  sharedWords: (url) =>
    `Others can read this channel. If you are worried about somebody, Vejviser only answers in the private chat; delete your message if it names somebody. ${privateChat(url)} ${channelHelp}`,
  sharedMisspelt: (word) => `Did you mean “${word}”? Write **@Vejviser ${word}**. ${channelHelp}`,
  sharedCpr: (url) =>
    `Your message looks like something with a CPR number, and others read along here. Delete the message and tell the municipality's data-protection officer. ${privateChat(url)}`,

  notices: {
    'nobody-reads': `${nobodyReads} Answer with the buttons below.`,
    'not-understood': `Vejviser didn't understand that. ${nobodyReads} Choose below what you want.`,
    cpr: `Your message looks like something with a CPR number. ${deleteIt} ${unread} Answer with the buttons below.`,
    person: `Your message seems to name a person. ${deleteIt} ${unread} Answer with the buttons below.`,
    misspelt: "Vejviser doesn't know that word. Nobody reads what you write here.",
    stale: 'That button belongs to an older card. Choose below to continue.',
  },

  buttons: {
    back: 'Back',
    menu: 'Menu',
    startAgain: 'Start again',
    otherLanguage: 'På dansk',
    change: 'Change',
    changeWhat: (what) => `Change the answer to: ${what}`,
    asText: 'Show as text',
    clear: 'Clear the card',
    openForm: 'Open the form',
    talkItOver: (unit) => `Talk it over with ${unit}`,
    certainPerson: 'Yes, a particular person',
    urgent: 'It is urgent',
  },

  danger: {
    band: 'Danger right now? Call first.',
    after: 'Answer below when you have called. Then you see who else needs to know.',
  },

  result: {
    first: 'Do this first',
    notFromPlan: 'not from the plan',
    nationalNumber: 'a national number, not from the plan',
    confirmed: (date) => `The contacts were confirmed by the municipality on ${date}.`,
    unconfirmed: "The contacts aren't confirmed yet.",
    unconfirmedOnly: (names) => `Not confirmed by the municipality yet: ${names}.`,
    mailHint: "Send securely. Don't put a name in the subject line (not from the plan)",
    sendSafely: 'Send securely',
    prepare: (items) => `**Have ready:** ${items} (not from the plan)`,
    formPlaces: (form) => `${form} is in these places:`,
    formOrCall: (unit, number) => `Can't get to the form now? Call **${number}** (${unit})`,
    notReported: 'You have not reported yet.',
    ownDuty: "The duty is your own: Vejviser can't report for you.",
    notices: 'Good to know',
    next: 'What happens next',
    answers: 'See and change your answers',
    unsaid: "What the action plan doesn't say",
    sources: 'Where does it say so?',
    nowhere: "It isn't in the action plan",
    markMeans: "Lines with that mark aren't in the action plan: the safer way was chosen here.",
    stored: 'Vejviser keeps no answers',
    storedText:
      "Vejviser keeps no answers. This card stays in your Teams chat, where the municipality's rules apply. You can clear it yourself.",
    toggle: (section) => `Show or hide: ${section}`,
    telephone: 'Telephone',
    mail: 'Email',
    source: (section) => `Source: ${section}`,
    duty: 'The duty',
    step: (number) => `Step ${number}`,
    textHeading: 'The answer as text',
    textLead: 'Select the text, then copy or print it. It says nothing about the person.',
  },

  availability: {
    openUntil: (time) => `Open now, until ${time}.`,
    closed: 'Closed right now.',
    closedUntil: (day, time) => `Closed right now. Opens ${day} at ${time}.`,
    probablyNobody: (because) => `${because}: perhaps nobody answers.`,
    weekend: 'Weekend',
    'early-or-late': "It isn't between 8 and 16",
    dayOff: (name) => `It is ${name}`,
  },

  signs: {
    heading: 'Signs that can give cause for concern',
    question: 'Are you thinking of a particular person?',
    questionText: (unit) =>
      `The signs are there to think with; they give no answer about anybody. You can also talk it over with ${unit}.`,
  },

  whoIsWho: {
    heading: 'Who is who',
    lead: 'Those you can meet where it is about radicalisation and extremism.',
  },

  menu: {
    heading: 'What do you want?',
    lead: 'Vejviser helps you with a concern, with meetings and with agendas.',
    meant: (word) => `Did you mean “${word}”?`,
    concern: {
      title: 'I have a concern',
      meaning: 'About radicalisation or extremism: whom to contact, and which duty you have.',
    },
    signs: { title: 'Signs', meaning: 'What can give cause for concern?' },
    whoIsWho: { title: 'Who is who', meaning: 'Units, meetings and numbers.' },
    meetings: {
      title: 'Meetings',
      meaning: 'Your groups’ next meetings: apologies, calendar and reminders.',
    },
    agendas: { title: 'Agendas', meaning: 'Read your groups’ agendas, and submit an item.' },
    help: { title: 'Help', meaning: "What Vejviser can and can't do." },
  },

  help: {
    heading: 'Help with Vejviser',
    lead: (municipality, plan) =>
      `Vejviser is for the staff of ${municipality}. Its answers about a concern rest on “${plan}”.`,
    can: {
      title: 'What Vejviser can do',
      lines: [
        'Concern: ask you at most four questions and show whom to contact and which duty you have. Show signs to think with, and who is who.',
        'Meetings: show your groups’ meetings, take apologies, put them in your calendar and remind you of them.',
        'Agendas: take items for the next meeting and show the agenda.',
      ],
    },
    cannot: {
      title: "What Vejviser can't do",
      lines: [
        'Report for you. The duty is your own.',
        'Answer what you write about a concern: nobody reads it. Answer with the buttons, and don’t write names or CPR numbers.',
        'Assess a person. Professionals do that.',
      ],
    },
    words: {
      title: 'Words that you can write',
      lines: [
        'Here in the private chat: hi, concern, signs, who is who, meetings, calendar, agenda, my groups, help',
        'In the group’s channel: @Vejviser meetings, @Vejviser agenda, @Vejviser help. The coordinator: @Vejviser set up',
      ],
    },
    groups: 'What you can do in your groups',
    stored: {
      title: 'What Vejviser keeps',
      lines: [
        "About a concern: no answers and no messages. The cards lie in your Teams chat, where the municipality's rules apply, and you can clear them yourself.",
        'About groups: the plan, the meetings, apologies and items on the agenda. Apologies, items and decisions are erased some time after the meeting.',
      ],
    },
  },

  stopped: {
    heading: 'Call instead',
    lead: 'The municipality has paused Vejviser, so it answers no questions now. The action plan applies, and your duty is the same. Here are the numbers.',
  },

  cleared: {
    heading: 'The card is cleared',
    lead: 'The answers are gone from the card. Vejviser has not kept them.',
  },

  ...enQuestions,
};
