import claims from './claims.json' with { type: 'json' };
import confidence from './confidence.json' with { type: 'json' };
import ranking from './ranking.json' with { type: 'json' };

/** The weights by which statements are ranked, answers held to be answers, and claims to be borne out; fitted on labelled rows. */
export function loadWeights() {
  return { ranking, confidence, claims };
}
