const { default: Sequencer } = require('@jest/test-sequencer');

/** Jest knows how long a suite takes from its last run, which a fresh machine hasn't had: it would end with these. */
const longest = [
  'reliability/reliability',
  'promises/',
  'simulation/',
  'e2e/',
  'cards/agenda-rendering',
  'cards/rendering',
  'http/flood',
  'cards/meeting-cards',
];

const rankOf = ({ path }) => {
  const rank = longest.findIndex((suite) => path.replaceAll('\\', '/').includes(`test/${suite}`));
  return rank < 0 ? longest.length : rank;
};

module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    return super.sort(tests).sort((one, other) => rankOf(one) - rankOf(other));
  }
};
