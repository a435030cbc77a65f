import type { Knowledge } from './knowledge.ts';
import type { NameSpan } from './names.ts';

/** Two or more capitalised words: a first name and a surname, or a house of two words. */
const TWO_WORDS = () =>
  /^(?:Dr\.? |Mr\.? |Ms\.? |Mrs\.? |Sir |Dame )?\p{Lu}[\p{L}'’.-]+ (?:\p{Lu}[\p{L}'’.-]* ?){1,3}$/u;
/** Words in the names of houses, offices and places, and hardly of people. */
const HOUSE_WORD =
  /(?:^|[ -])(?:Lines?|Partners?|Securities|Group|Holdings?|Pharma|Therapeutics|Biologics|Institute|Bank|Airlines?|Airways|Air|Capital|Ventures?|Systems?|Labs?|Laborator(?:y|ies)|Energy|Power|Motors?|Foods?|Media|Industries|International|Technolog(?:y|ies)|Yards?|Shipyards?|Ferries|Health|Hospital|Clinic|University|College|School|Commission|Office|Ministry|Department|Authority|Agency|Board|Council|Court|Senate|Parliament|Committee|Union|Association|Federation|Society|Company|Corporation|Inc|Ltd|Research|Consulting|Advisors|Analytics|Data|Software|Robotics|News|Times|Post|Journal|Ledger|Courier|Gazette|Herald|Daily|Weekly|Review|Magazine|Express|Services?|Solutions?|Networks?|Cloud|Freight|Logistics|Transport|Transit|Rail|Cells?|Fund|Foundation|Trust|League|Cup|Club|Service|Store|Works|Mills?|Coast|City|Town|Islands?|Harbou?r|Valley|Bay|River|Lake|Street|Road|Square|Bridge|Depot|Terminal|Airport|Port|Station|Line|Museum|Gallery|Theatre|Theater|Opera|Orchestra|Choir|Zoo|Hotel|Inn|Academy|Primary|Library|Archive|Church|Abbey|Cathedral|Castle|Palace|Tower|Hall|House|Park|Gardens?|Farms?|Brewery|Bakery|Mine|Quarry|Dairy|Insurance|Assurance|Mutual|Semiconductors?|Electric|Steel|Chemicals|Textiles|Plastics|Toys|Rovers|Athletic|Festival|Centre|Center|Province|County|District|Region|Parish|Village|Canal|Row|Lane|Avenue|Wharf|Docks?|Quay|Marina|Lock|Tunnel|Dam|Reservoir|Forest|Moor|Beach|Hill|Peak|Plain|Basin|Glacier|Police|Constabulary|Bureau|Inspectorate|Register|Registry|Desk|Team|Crown|Coop|Cooperative|Growers|Farmers|Partnership)$|^(?:New|United|Royal|National|Federal|Northern|Southern|Eastern|Western|Central|General|First|Version|Phase|North|South|East|West) /;

/** Whether a name is one of a person, as far as its form and the rest of the corpus show. */
export function isPerson({ text }: Pick<NameSpan, 'text'>, knowledge: Knowledge): boolean {
  const judged = people.get(knowledge) ?? new Map<string, boolean>();
  people.set(knowledge, judged);
  const known = judged.get(text) ?? looksLikePerson(text.trim(), knowledge);
  judged.set(text, known);
  return known;
}

/** What was made of each name, for every question on the same corpus. */
const people = new WeakMap<Knowledge, Map<string, boolean>>();

function looksLikePerson(text: string, knowledge: Knowledge): boolean {
  if (!TWO_WORDS().test(text) || HOUSE_WORD.test(text)) return false;
  const words = text.replace(/^(?:Dr|Mr|Ms|Mrs|Sir|Dame)\.? /, '').split(' ');
  // Houses go by the first word of their names, people by the last.
  const alone = (word: string | undefined) => word !== undefined && knowledge.standsAlone(word.toLowerCase());
  return alone(words.at(-1)) || !alone(words[0]) || standsByTitle(text, words.at(-1) ?? '', knowledge);
}

const TITLE =
  '(?:chief (?:executive|\\p{Ll}+ officer)|managing director|director|president|predecessor|manager|chair(?:man|woman)?|minister|mayor|professor|analyst|economist|editor|secretary|(?:his|her) successor)';

/** Some go by their first names too: "her successor, A B, ...", "A B, the managing director". */
function standsByTitle(text: string, last: string, knowledge: Knowledge): boolean {
  const name = text.replace(/[^\p{L} ]/gu, '.');
  const beside = new RegExp(
    `\\b${TITLE},? ${name}\\b|\\b${name}, (?:the|its|their|his|her|our|then) (?:\\p{Ll}+ )?${TITLE}\\b`,
    'iu',
  );
  const stem = knowledge.analysis.analyze(last)[0]?.stem;
  return (
    stem !== undefined &&
    knowledge.holders(stem).some((index) => {
      const view = knowledge.views[index];
      return view !== undefined && beside.test(view.text);
    })
  );
}

const surnames = new WeakMap<Knowledge, ReadonlySet<string>>();

/** Whether a name of one word is the last of a person whom the corpus names in full. */
export function isSurname({ text }: Pick<NameSpan, 'text'>, knowledge: Knowledge): boolean {
  const known =
    surnames.get(knowledge) ??
    new Set(
      knowledge.views.flatMap((view) =>
        view.names.filter((name) => isPerson(name, knowledge)).map((name) => name.text.split(' ').at(-1) ?? ''),
      ),
    );
  surnames.set(knowledge, known);
  return known.has(text.replace(/^(?:Dr|Mr|Ms|Mrs|Sir|Dame|Captain)\.? /, ''));
}
