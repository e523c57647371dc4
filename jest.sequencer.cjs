const Sequencer = require('@jest/test-sequencer').default;

/** What drives the whole system takes minutes: begun first, it does not hold up the end with one worker idle. */
const first = ['every-route', '/tests/e2e/', '/tests/chaos/', '/tests/browser/', '/tests/kit/'];
const rank = ({ path }) => {
  const at = first.findIndex((part) => path.includes(part));
  return at < 0 ? first.length : at;
};

module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    return super.sort(tests).toSorted((a, b) => rank(a) - rank(b));
  }
};
