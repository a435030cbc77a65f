/** In what a statement says something else than a claim. */
export type Difference = 'amount' | 'date' | 'name' | 'roles' | 'negation' | 'exclusivity' | 'opposite' | 'certainty';
