import type { Citation } from '../answer/answer.ts';
import { cite } from '../answer/compose.ts';
import { asIso } from '../calendar/resolve.ts';
import type { Ahead } from '../chronicle/ahead.ts';
import type { IsoDate } from '../model.ts';
import type { Audience } from '../ports.ts';
import { type DigestContent, digestReply } from '../reply/digest-reply.ts';
import type { Reply } from '../reply/reply.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import type { StatementView } from '../statement/view.ts';
import type { Item } from './news.ts';

/** All that a digest could tell; each list has its weightiest first. */
export interface Material {
  readonly sort: 'briefing' | 'changes';
  readonly toldUpTo?: IsoDate;
  readonly items: readonly Item[];
  readonly besides: readonly StatementView[];
  readonly moreOn: readonly string[];
  readonly state: readonly StatementView[];
  readonly ahead: readonly Ahead[];
  readonly audience: Audience;
  readonly advice: readonly StatementView[];
  readonly questions: readonly StatementView[];
  readonly topics: number;
  readonly unknownTopics: readonly number[];
}

type Section = 'items' | 'state' | 'ahead' | 'advice' | 'questions';
type Kept = Readonly<Record<Section, number>>;

/** What the first, second, ... of a section is worth where not all fits: the least goes first. */
const WORTH: Readonly<Record<Material['sort'], Readonly<Record<Section, readonly number[]>>>> = {
  changes: {
    items: [100, 95, 90, 70, 60, 50, 40],
    state: [65, 35],
    ahead: [55, 30, 20],
    advice: [62, 32, 22],
    questions: [80, 45, 25],
  },
  briefing: {
    items: [90, 60, 50, 45, 40, 38, 36],
    state: [100, 95, 70],
    ahead: [65, 42, 30],
    advice: [75, 35, 25],
    questions: [80, 48, 28],
  },
};

/** The digest with as much of the material as fits; what is left out is the least, and is counted. */
export function fittingDigest(
  material: Material,
  fits: (reply: Reply) => boolean,
  knowledge: Knowledge,
): { readonly reply: Reply; readonly citations: readonly Citation[] } {
  let kept: Kept | undefined = {
    items: material.items.length,
    state: material.state.length,
    ahead: material.ahead.length,
    advice: material.advice.length,
    questions: material.questions.length,
  };
  for (;;) {
    const content = contentOf(material, kept, knowledge);
    const reply = digestReply(content);
    if (fits(reply)) return { reply, citations: content.citations };
    const fewer = withoutLeast(kept, material.sort);
    if (!fewer) return { reply, citations: content.citations };
    kept = fewer;
  }
}

function withoutLeast(kept: Kept, sort: Material['sort']): Kept | undefined {
  const worth = WORTH[sort];
  const [least] = (Object.keys(worth) as Section[])
    .filter((section) => kept[section] > 0)
    .map((section) => ({ section, worth: worth[section][kept[section] - 1] ?? 0 }))
    .sort((a, b) => a.worth - b.worth);
  return least && { ...kept, [least.section]: kept[least.section] - 1 };
}

function contentOf(material: Material, kept: Kept, knowledge: Knowledge): DigestContent {
  const citations = new Map<StatementView, Citation>();
  const cited = (view: StatementView): Citation => {
    const known = citations.get(view) ?? cite(citations.size + 1, view, knowledge);
    citations.set(view, known);
    return known;
  };
  const items = material.items.slice(0, kept.items);
  const statesFirst = material.sort === 'briefing' ? material.state.slice(0, kept.state).map(cited) : [];
  const content = {
    changed: ofSort(items, 'changed').map(({ turn }) => ({
      ...turn,
      now: cited(turn.now),
      before: cited(turn.before),
    })),
    corrected: ofSort(items, 'corrected').map(({ now, before }) => ({ now: cited(now), before: before.text })),
    disputed: ofSort(items, 'disputed').map(({ one, other }) => ({ one: cited(one), other: cited(other) })),
    fresh: ofSort(items, 'new').map(({ view }) => cited(view)),
    history: ofSort(items, 'history').map(({ view, until }) => ({ citation: cited(view), ...(until && { until }) })),
    withdrawn: ofSort(items, 'withdrawn').map(({ view, statements, whole }) => ({
      quote: view.text,
      statements,
      whole,
    })),
  };
  const state = material.sort === 'briefing' ? statesFirst : material.state.slice(0, kept.state).map(cited);
  const { newest } = knowledge.corpus;
  return {
    ...content,
    sort: material.sort,
    ...(material.toldUpTo && { toldUpTo: material.toldUpTo }),
    ...(newest && { newest }),
    more: material.besides.length + material.items.length - items.length,
    moreOn: material.moreOn,
    state,
    ahead: material.ahead
      .slice(0, kept.ahead)
      .map(({ view, mention }) => ({ date: asIso(mention), citation: cited(view) })),
    ...(material.audience.called.length > 0 && { audience: material.audience.label }),
    advice: material.advice.slice(0, kept.advice).map(cited),
    questions: material.questions
      .slice(0, kept.questions)
      .map((view) => ({ told: citations.has(view), citation: cited(view) })),
    topics: material.topics,
    unknownTopics: material.unknownTopics,
    citations: [...citations.values()],
  };
}

function ofSort<Sort extends Item['sort']>(
  items: readonly Item[],
  sort: Sort,
): readonly Extract<Item, { readonly sort: Sort }>[] {
  return items.filter((item): item is Extract<Item, { readonly sort: Sort }> => item.sort === sort);
}
