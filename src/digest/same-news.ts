import { overlap, wholes } from '../statement/alike.ts';
import { comparable, sameAmount } from '../statement/amounts.ts';
import type { Knowledge } from '../statement/knowledge.ts';
import type { StatementView } from '../statement/view.ts';

const SAME_WORDS = 0.5;
/** Less will do of the same several names. */
const SAME_WORDS_OF_THE_SAME = 0.4;
const SAME_NAMES = 0.6;
/** Besides the names, an event of one day must share this much; nothing where all its names are the same, or both tell of an end. */
const SAME_DAY_WORDS = 0.25;
const SEVERAL = 2;

/** Whether two statements tell one piece of news: much the same words, or the same day and the same names. Figures that differ are two pieces. */
export function sameNews(a: StatementView, b: StatementView, knowledge: Knowledge): boolean {
  if (otherFigure(a, b)) return false;
  const alike = overlap(a, b, knowledge);
  if (alike >= SAME_WORDS) return true;
  const { lexicon } = knowledge.analysis;
  const [one, other] = [wholes(a, lexicon), wholes(b, lexicon)];
  const shared = [...one].filter((key) => other.has(key)).length;
  const least = Math.min(one.size, other.size);
  if (shared === 0 || shared / least < SAME_NAMES) return false;
  if (least >= SEVERAL && shared === least && alike >= SAME_WORDS_OF_THE_SAME) return true;
  if (!sameDay(a, b)) return false;
  const allShared = shared >= SEVERAL && shared === one.size && shared === other.size;
  return alike >= SAME_DAY_WORDS || allShared || (tellsEnd(a) && tellsEnd(b));
}

function tellsEnd({ turns }: StatementView): boolean {
  return turns.some(({ sort }) => sort === 'ended' || sort === 'amended');
}

function sameDay(a: StatementView, b: StatementView): boolean {
  const days = (view: StatementView) =>
    view.statement.mentions.filter((m) => m.role === 'event' && m.precision === 'day').map((m) => m.start);
  const other = days(b);
  return days(a).some((day) => other.includes(day));
}

function otherFigure(a: StatementView, b: StatementView): boolean {
  const [one, other] = [a, b].map((view) => view.amounts.filter(({ sort }) => sort !== 'duration'));
  return (
    one !== undefined &&
    other !== undefined &&
    one.some((x) => other.some((y) => comparable(x, y))) &&
    !one.some((x) => other.some((y) => sameAmount(x, y)))
  );
}
