import type { PageTexts } from './da-pages';

const days = (count: number): string => (count === 1 ? 'one day' : `${count} days`);

export const enPages: PageTexts = {
  danger: (telephone) => `If there is danger right now, call ${telephone}.`,
  otherLanguage: 'På dansk',
  pages: 'Pages',
  names: { home: 'About Vejviser', privacy: 'Privacy', terms: 'Terms' },

  home: ({ municipality, plan }) => ({
    title: 'Vejviser',
    lead: `Vejviser is a signpost in Microsoft Teams for employees of ${municipality}.`,
    sections: [
      {
        heading: 'When you worry about a young person',
        lines: [
          'You answer four questions at the most, and Vejviser tells you whom to contact, which duty you have and how to go about it.',
          `The answer rests on “${plan}” and shows where in the plan it stands.`,
        ],
      },
      {
        heading: 'When your group holds meetings',
        lines: [
          'Vejviser remembers the group’s meetings, takes apologies and sends reminders.',
          'Members submit items on a card, and the coordinator puts the agenda together and publishes it.',
        ],
      },
      {
        heading: 'What Vejviser doesn’t do',
        lines: [
          'It doesn’t report for you. The duty is your own.',
          'It assesses nobody and gives no score.',
          'It doesn’t store what you answer, nor who answered.',
        ],
      },
      {
        heading: 'How to find it',
        lines: [
          'Open Teams, choose Apps, search for Vejviser and write “hej”. If it isn’t there, ask your IT support.',
        ],
      },
    ],
  }),

  privacy: ({ municipality, keepDays }) => ({
    title: 'Privacy',
    lead: `This is what Vejviser stores, for how long, and who can see it. Vejviser is run by ${municipality}.`,
    sections: [
      {
        heading: 'When you worry about a young person',
        lines: [
          'Vejviser stores neither your answers nor who answered. The answers are on the card in your own chat, and you can clear the card.',
          'What you write in the chat is read by the program to find a command. Vejviser doesn’t store it. In Teams the message stays until you delete it, or the municipality’s rules for Teams do.',
          'Vejviser counts how often each referral was shown in a week and a month, and in a month also requests, meetings and items. The numbers don’t say who it was, and numbers under 5 are not shown.',
          'Vejviser has no field for a young person or a case.',
        ],
      },
      {
        heading: 'What Vejviser stores when you are in a group',
        lines: [
          'Who is coordinator and deputy, who may set up a group, and who asked for reminders. You are there by your id in the municipality’s directory (Microsoft Entra), not by name.',
          'The meetings: time and place, and who cancelled a meeting.',
          'Apologies: which function doesn’t come, who comes instead, who said so, and when.',
          'Items for the agenda: what was written, who submitted it and when, and what came of it.',
          'That you were given a calendar address or asked for a file, and when, but not the address.',
          'What is to be sent to whom and when, and whether it arrived. The words aren’t stored there.',
          'If you are a guest, that the coordinator was told that you are in the channel.',
        ],
      },
      {
        heading: 'When you ask a unit to call',
        lines: [
          'Your number and what you chose are erased when the request is over, after 14 days at the latest. That you asked is erased seven days later.',
          'Your number is seen only by that one of the unit who has taken the request.',
        ],
      },
      {
        heading: 'For how long',
        lines: [
          `Items, decisions and apologies are erased ${days(keepDays)} after the meeting, also on the cards in the channel.`,
          'The meeting itself, with its place, is erased 90 days later.',
          `What was sent to whom is erased ${days(keepDays)} after it was due.`,
          'A calendar address is deleted when you turn it off, or at the latest a day after you have left the group’s channel. A link to a file is good for ten minutes.',
          'If a message to you couldn’t be delivered, Vejviser remembers that until you have been told, for 90 days at the most.',
          'Who changed rights, a set-up or a request is erased after a year. It never says who asked to be called.',
          'A role stays until somebody else has it. The group’s plan, the meetings’ times and places, and who cancelled, stay for as long as the municipality uses Vejviser at the most.',
        ],
      },
      {
        heading: 'Who can see it',
        lines: [
          'The group’s members can see its meetings, apologies and agendas.',
          'Those who run Vejviser for the municipality can read the database.',
          'Messages and cards go through Microsoft Teams, which the municipality uses itself.',
          'The program’s log has no names, no ids of people, and nothing of what anybody wrote.',
        ],
      },
      {
        heading: 'These pages',
        lines: ['These pages have no cookies and no scripts, and load nothing from others.'],
      },
    ],
  }),

  terms: ({ municipality, plan }) => ({
    title: 'Terms',
    lead: `Vejviser is for employees of ${municipality} and for those whom the municipality has invited into its Teams.`,
    sections: [
      {
        heading: 'What you can count on',
        lines: [
          `Routes and duties are taken from “${plan}”. If the plan and Vejviser disagree, the plan applies.`,
          'Where the plan says nothing, the answer says so.',
          'Vejviser is a signpost. It decides no case, and it doesn’t report for you.',
          'Vejviser can be unavailable. Then the plan applies, and you can call those who are named in it.',
        ],
      },
      {
        heading: 'What we ask of you',
        lines: [
          'Answer with the buttons. Don’t write names, CPR numbers or anything else that points to a person.',
          'An item on an agenda is not a report. If you must report, do it as the plan says.',
          'Don’t give your calendar address to others.',
        ],
      },
      {
        heading: 'The program',
        lines: [
          'Vejviser is free software under the MIT licence, and the program comes without warranty, as the licence says.',
        ],
      },
    ],
  }),

  contact: {
    heading: 'Questions and complaints',
    lead: (municipality) =>
      `If you want to know what is stored about you, or have it corrected or erased, write to the data-protection officer of ${municipality}:`,
    unknown:
      'If you want to know what is stored about you, or have it corrected or erased, ask the municipality’s data-protection officer. The contact hasn’t been filled in here yet.',
    rights: 'You can also complain to Datatilsynet, the Danish data-protection agency (datatilsynet.dk).',
  },

  missing: {
    title: 'There is no such page',
    lead: 'There is nothing at this address. You find Vejviser itself in Teams.',
  },
};
