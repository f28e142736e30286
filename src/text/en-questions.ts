import type { QuestionsText } from './da-questions';

export const enQuestions: QuestionsText = {
  questions: {
    urgency: {
      heading: 'How urgent is it?',
      why: 'At most four answers and you know whom to contact. The first decides whether to call now.',
    },
    subject: { heading: 'What is it about?', why: 'Then you get to the right people at once.' },
    age: {
      heading: 'How old is the person?',
      why: 'Under 18 a stricter duty to report applies. If there are several, answer for the youngest.',
    },
    workplace: {
      heading: 'Where do you work?',
      why: 'Schools and institutions have a form; others report by telephone or email.',
    },
  },

  choices: {
    urgency: {
      danger: { title: 'There is danger right now', meaning: 'Somebody can get hurt now.' },
      urgent: {
        title: "It can't wait",
        meaning:
          "You know something that can't wait for the next meeting, such as plans for violence, weapons or departure.",
      },
      ordinary: { title: "It isn't urgent", meaning: 'You are worried, and there is time to do it calmly.' },
    },
    subject: {
      'young-person': {
        title: 'A particular person',
        meaning: 'You are thinking of one, or a few, of any age.',
      },
      general: { title: 'A general concern', meaning: 'You have noticed a tendency or a mood.' },
      returned: {
        title: 'Back from a conflict zone',
        meaning: 'Somebody has been in a conflict zone and has come home.',
      },
      departure: {
        title: 'Going to a conflict zone',
        meaning: 'Somebody talks of travelling out or gets ready for it.',
      },
      released: {
        title: 'Somebody released',
        meaning: 'Somebody has come out of prison and has extremist views.',
      },
      sparring: {
        title: 'I only want to talk it over',
        meaning: 'You are in doubt about somebody and want to speak with a specialist.',
      },
      'ssp-nu': {
        title: 'A case for SSP-NU',
        meaning:
          'You want a case on the weekly meeting about individual young people. SSP is the cooperation of schools, social services and police.',
      },
      teaching: { title: 'Teaching', meaning: 'You want themes for the class, or help with teaching.' },
    },
    age: {
      'under-18': { title: 'Not yet 18' },
      adult: { title: 'Has turned 18' },
      unknown: {
        title: "I don't know",
        meaning: "If you don't know the age from your work, apply the rules for under 18.",
      },
      'adult-with-children': {
        title: '18 or over, children at home',
        meaning: 'There are children under 18 in the home, or one is on the way.',
      },
    },
    workplace: {
      school: 'School or institution',
      'operating-site': 'Another operating site',
      other: 'Somewhere else',
    },
  },

  progress: (number, atMost) =>
    number === atMost ? `Question ${number} of ${atMost}` : `Question ${number} of at most ${atMost}`,
  changing: 'You are changing an answer',
  changingHint: 'Your other answers are unchanged.',
};
