import confidence from './confidence.json' with { type: 'json' };
import ranking from './ranking.json' with { type: 'json' };

/** The weights by which statements are ranked and answers held to be answers, fitted on labelled questions. */
export function loadWeights() {
  return { ranking, confidence };
}
