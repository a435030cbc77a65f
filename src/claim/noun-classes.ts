import type { Analysis } from '../ports.ts';
import type { Need } from '../question/question.ts';

/**
 * Nouns and adjectives that name the same thing in plain reports of business, by classes; narrower than the lexicon's
 * paraphrases, because what a claim says of one must hold of the other.
 */
const CLASSES: readonly string[] = [
  'deal agreement contract accord pact arrangement',
  'partnership alliance collaboration tie-up cooperation',
  'inquiry investigation probe examination',
  'staff employees workers workforce personnel',
  'licence license permit',
  'fee charge payment',
  'fee pay',
  'stake shareholding holding share',
  'customer client buyer',
  'match game fixture',
  'firm company business',
  'boss head chief',
  'supplier provider vendor',
  'rival competitor',
  'factory plant works',
  'ship vessel boat',
  'aircraft plane jet airliner',
  'flight service',
  'drug medicine treatment therapy',
  'trial study',
  'patient participant volunteer',
  'unit division arm subsidiary',
  'headquarters base home',
  'profit earnings',
  'revenue sales turnover takings',
  'debt loan borrowing credit',
  'money capital funds cash funding',
  'job post position role',
  'shop store outlet',
  'letter memo note',
  'film movie',
  'car vehicle',
  'road route',
  'price cost fare',
  'fine penalty',
  'law legislation act statute',
  'court judge tribunal',
  'regulator watchdog authority agency',
  'ruling verdict decision judgment judgement',
  'lawsuit suit case',
  'government state',
  'forecast guidance outlook projection',
  'aim goal target objective',
  'start beginning launch',
  'end expiry',
  'option choice',
  'choice pick',
  'venture project scheme',
  'capacity output production',
  'passenger traveller traveler rider',
  'resident inhabitant',
  'farmer grower',
  'warehouse depot',
  'maker manufacturer producer',
  'owner proprietor',
  'shareholder investor',
  'chairman chairwoman chair chairperson',
  'tie link relationship',
  'condition term provision',
  'lack shortage scarcity limitation constraint',
  'delay postponement',
  'complaint objection',
  'permission approval consent clearance',
  'offer bid proposal',
  'contest tender competition',
  'town city',
  'region area',
  'year season',
  'exclusive sole only',
  'nonexclusive non-exclusive',
  'annual yearly',
  'main primary principal chief',
  'biggest largest',
  'big large',
  'overseas foreign abroad',
  'domestic national',
  'certain some',
  'free gratis',
  'illegal unlawful',
  'legal lawful',
  'foreseen contemplated envisaged anticipated planned',
];
/** What a word of the same class counts. */
const AS_CLASS = 0.85;

type Classes = ReadonlyMap<string, ReadonlySet<string>>;
const known = new WeakMap<Analysis, Classes>();

/** For each stem, the stems of its classmates. */
function classesOf(analysis: Analysis): Classes {
  const found = known.get(analysis);
  if (found) return found;
  const mates = new Map<string, Set<string>>();
  for (const words of CLASSES) {
    const stems = words.split(' ').map((word) =>
      analysis
        .analyze(word)
        .map(({ stem }) => stem)
        .join(' '),
    );
    for (const stem of stems) {
      const others = mates.get(stem) ?? new Set();
      for (const other of stems) if (other !== stem) others.add(other);
      mates.set(stem, others);
    }
  }
  known.set(analysis, mates);
  return mates;
}

/** A claim's needs, each met as well by a word of the same class. */
export function withClassmates(needs: readonly Need[], analysis: Analysis): Need[] {
  const classes = classesOf(analysis);
  return needs.map((need) => {
    if (need.name) return need;
    const stem = analysis
      .analyze(need.word)
      .map((token) => token.stem)
      .join(' ');
    const mates = classes.get(stem);
    if (!mates) return need;
    const alternatives = new Map(need.alternatives);
    for (const mate of mates) alternatives.set(mate, Math.max(AS_CLASS, alternatives.get(mate) ?? 0));
    return { ...need, alternatives, unknown: false };
  });
}
