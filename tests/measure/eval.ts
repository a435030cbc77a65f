/**
 * `npm run eval`: runs the project's own question sets in one process, prints a table by kind and the measures for
 * each, and exits with status 1 when one of them misses its bar. docs/evaluation.md describes the sets.
 *
 *   npm run eval                                   everything
 *   npm run eval -- --set seeds --part dev         one set, one part of it
 *   npm run eval -- --kind claim                   one kind of row; bars are not applied
 *   npm run eval -- --set ferry --part dev --verbose   with the rows that went wrong; never those of a sealed part
 *   npm run eval -- --quiet                        one line for each measure, no tables
 */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { loadWeights } from '../../index/lexicon/weights.ts';
import { openCorpus } from '../../index/open.ts';
import type { Citation } from '../../src/answer/answer.ts';
import { type Answering, ask } from '../../src/answer/ask.ts';
import { prepareAnswering } from '../../src/answer/prepare.ts';
import { checkClaim } from '../../src/claim/check.ts';
import { buildKnowledge } from '../../src/statement/knowledge.ts';
import { explain } from './explain.ts';
import { judgeAnswer, judgeVerdict, type Row } from './judge.ts';
import { FAULTS, type JudgedRow, type Measure, measure, percent, tableByKind } from './tally.ts';

interface QuestionSet {
  readonly name: string;
  readonly part: 'dev' | 'sealed';
  /** A folder of documents; the built-in corpus without one. */
  readonly corpus?: string;
  readonly file: string;
}

const SETS: readonly QuestionSet[] = [
  { name: 'seeds', part: 'dev', file: 'tests/questions/seeds/dev.jsonl' },
  { name: 'seeds', part: 'sealed', file: 'tests/questions/seeds/sealed.jsonl' },
  { name: 'ferry', part: 'dev', corpus: 'tests/stories/ferry/documents', file: 'tests/stories/ferry/dev.jsonl' },
  { name: 'ferry', part: 'sealed', corpus: 'tests/stories/ferry/documents', file: 'tests/stories/ferry/sealed.jsonl' },
  { name: 'pharma', part: 'dev', corpus: 'tests/stories/pharma/documents', file: 'tests/stories/pharma/dev.jsonl' },
  {
    name: 'pharma',
    part: 'sealed',
    corpus: 'tests/stories/pharma/documents',
    file: 'tests/stories/pharma/sealed.jsonl',
  },
  { name: 'seeds-claims', part: 'dev', file: 'tests/questions/seeds/claims.jsonl' },
  {
    name: 'ferry-claims',
    part: 'dev',
    corpus: 'tests/stories/ferry/documents',
    file: 'tests/stories/ferry/claims.jsonl',
  },
  {
    name: 'pharma-claims',
    part: 'dev',
    corpus: 'tests/stories/pharma/documents',
    file: 'tests/stories/pharma/claims.jsonl',
  },
  { name: 'plain', part: 'dev', file: 'tests/questions/seeds/plain.jsonl' },
  { name: 'plain-late', part: 'dev', file: 'tests/questions/seeds/plain-late.jsonl' },
  { name: 'inhaler', part: 'dev', corpus: 'tests/stories/inhaler/documents', file: 'tests/stories/inhaler/dev.jsonl' },
  {
    name: 'codeshare',
    part: 'dev',
    corpus: 'tests/stories/codeshare/documents',
    file: 'tests/stories/codeshare/dev.jsonl',
  },
  {
    name: 'football',
    part: 'dev',
    corpus: 'tests/stories/football/documents',
    file: 'tests/stories/football/dev.jsonl',
  },
  { name: 'buses', part: 'dev', corpus: 'tests/stories/buses/documents', file: 'tests/stories/buses/dev.jsonl' },
  {
    name: 'robots',
    part: 'dev',
    corpus: 'tests/stories/robots/documents',
    file: 'tests/stories/robots/dev.jsonl',
  },
  {
    name: 'farecard',
    part: 'dev',
    corpus: 'tests/stories/farecard/documents',
    file: 'tests/stories/farecard/dev.jsonl',
  },
  {
    name: 'launch',
    part: 'dev',
    corpus: 'tests/stories/launch/documents',
    file: 'tests/stories/launch/dev.jsonl',
  },
  { name: 'channel', part: 'dev', file: 'tests/questions/seeds/channel.jsonl' },
  { name: 'port', part: 'dev', corpus: 'tests/stories/port/documents', file: 'tests/stories/port/dev.jsonl' },
  { name: 'grid', part: 'dev', corpus: 'tests/stories/grid/documents', file: 'tests/stories/grid/dev.jsonl' },
  { name: 'stream', part: 'dev', corpus: 'tests/stories/stream/documents', file: 'tests/stories/stream/dev.jsonl' },
  {
    name: 'hospital',
    part: 'dev',
    corpus: 'tests/stories/hospital/documents',
    file: 'tests/stories/hospital/dev.jsonl',
  },
  { name: 'seedco', part: 'dev', corpus: 'tests/stories/seedco/documents', file: 'tests/stories/seedco/dev.jsonl' },
  { name: 'desk', part: 'dev', file: 'tests/questions/seeds/desk.jsonl' },
  { name: 'brew', part: 'dev', corpus: 'tests/stories/brew/documents', file: 'tests/stories/brew/dev.jsonl' },
  { name: 'museum', part: 'dev', corpus: 'tests/stories/museum/documents', file: 'tests/stories/museum/dev.jsonl' },
  { name: 'chips', part: 'dev', corpus: 'tests/stories/chips/documents', file: 'tests/stories/chips/dev.jsonl' },
  {
    name: 'telecom',
    part: 'dev',
    corpus: 'tests/stories/telecom/documents',
    file: 'tests/stories/telecom/dev.jsonl',
  },
  {
    name: 'satellite',
    part: 'dev',
    corpus: 'tests/stories/satellite/documents',
    file: 'tests/stories/satellite/dev.jsonl',
  },
  {
    name: 'payments',
    part: 'dev',
    corpus: 'tests/stories/payments/documents',
    file: 'tests/stories/payments/dev.jsonl',
  },
  { name: 'hall', part: 'dev', file: 'tests/questions/seeds/hall.jsonl' },
  { name: 'lobby', part: 'dev', file: 'tests/questions/seeds/lobby.jsonl' },
  { name: 'rail', part: 'dev', corpus: 'tests/stories/rail/documents', file: 'tests/stories/rail/dev.jsonl' },
  { name: 'dairy', part: 'dev', corpus: 'tests/stories/dairy/documents', file: 'tests/stories/dairy/dev.jsonl' },
  {
    name: 'airport',
    part: 'dev',
    corpus: 'tests/stories/airport/documents',
    file: 'tests/stories/airport/dev.jsonl',
  },
  {
    name: 'publishing',
    part: 'dev',
    corpus: 'tests/stories/publishing/documents',
    file: 'tests/stories/publishing/dev.jsonl',
  },
  {
    name: 'charging',
    part: 'dev',
    corpus: 'tests/stories/charging/documents',
    file: 'tests/stories/charging/dev.jsonl',
  },
  {
    name: 'cement',
    part: 'dev',
    corpus: 'tests/stories/cement/documents',
    file: 'tests/stories/cement/dev.jsonl',
  },
  { name: 'atrium', part: 'dev', file: 'tests/questions/seeds/atrium.jsonl' },
  { name: 'porch', part: 'dev', file: 'tests/questions/seeds/porch.jsonl' },
  { name: 'foyer', part: 'dev', file: 'tests/questions/seeds/foyer.jsonl' },
  {
    name: 'wind',
    part: 'dev',
    corpus: 'tests/stories/wind/documents',
    file: 'tests/stories/wind/dev.jsonl',
  },
  {
    name: 'courier',
    part: 'dev',
    corpus: 'tests/stories/courier/documents',
    file: 'tests/stories/courier/dev.jsonl',
  },
  {
    name: 'maps',
    part: 'dev',
    corpus: 'tests/stories/maps/documents',
    file: 'tests/stories/maps/dev.jsonl',
  },
  {
    name: 'battery',
    part: 'dev',
    corpus: 'tests/stories/battery/documents',
    file: 'tests/stories/battery/dev.jsonl',
  },
  { name: 'lab', part: 'dev', corpus: 'tests/stories/lab/documents', file: 'tests/stories/lab/dev.jsonl' },
  { name: 'games', part: 'dev', corpus: 'tests/stories/games/documents', file: 'tests/stories/games/dev.jsonl' },
  { name: 'freight', part: 'dev', corpus: 'tests/stories/freight/documents', file: 'tests/stories/freight/dev.jsonl' },
  { name: 'attic', part: 'sealed', file: 'tests/questions/seeds/attic-sealed.jsonl' },
  { name: 'cellar', part: 'dev', file: 'tests/questions/seeds/cellar.jsonl' },
  {
    name: 'cinema',
    part: 'dev',
    corpus: 'tests/stories/cinema/documents',
    file: 'tests/stories/cinema/dev.jsonl',
  },
  { name: 'hotel', part: 'sealed', corpus: 'tests/stories/hotel/documents', file: 'tests/stories/hotel/sealed.jsonl' },
  {
    name: 'drones',
    part: 'sealed',
    corpus: 'tests/stories/drones/documents',
    file: 'tests/stories/drones/sealed.jsonl',
  },
  { name: 'bank', part: 'sealed', corpus: 'tests/stories/bank/documents', file: 'tests/stories/bank/sealed.jsonl' },
  { name: 'loft', part: 'sealed', file: 'tests/questions/seeds/loft-sealed.jsonl' },
  {
    name: 'lifts',
    part: 'dev',
    corpus: 'tests/stories/lifts/documents',
    file: 'tests/stories/lifts/dev.jsonl',
  },
  {
    name: 'water',
    part: 'dev',
    corpus: 'tests/stories/water/documents',
    file: 'tests/stories/water/dev.jsonl',
  },
];

/**
 * What each set must reach, in percent: about two points below what was measured when the bars were last set, so that
 * a step back shows and a changed word or two does not. A measure of faults has the most that is allowed.
 */
const BARS: Readonly<Record<string, Readonly<Partial<Record<Measure, number>>>>> = {
  'seeds dev': {
    'lead right': 69,
    'expected cited': 80,
    'answerable wrongly declined': 8,
    'unanswerable declined': 87,
    'off-topic declined': 100,
    'as-of right': 93,
    'verdicts right': 84,
    'false claims "supported"': 2,
  },
  'seeds sealed': {
    'lead right': 55,
    'expected cited': 64,
    'answerable wrongly declined': 20,
    'unanswerable declined': 68,
    'off-topic declined': 100,
    'as-of right': 78,
    'verdicts right': 52,
    'false claims "supported"': 5,
  },
  'ferry dev': {
    'lead right': 71,
    'expected cited': 79,
    'answerable wrongly declined': 8,
    'unanswerable declined': 88,
    'off-topic declined': 100,
    'as-of right': 98,
    'verdicts right': 55,
    'false claims "supported"': 2,
  },
  'ferry sealed': {
    'lead right': 48,
    'expected cited': 66,
    'answerable wrongly declined': 11,
    'unanswerable declined': 43,
    'off-topic declined': 100,
    'as-of right': 100,
    'verdicts right': 38,
    'false claims "supported"': 9,
  },
  'pharma dev': {
    'lead right': 70,
    'expected cited': 78,
    'answerable wrongly declined': 12,
    'unanswerable declined': 81,
    'off-topic declined': 100,
    'as-of right': 73,
    'verdicts right': 64,
    'false claims "supported"': 2,
  },
  'pharma sealed': {
    'lead right': 39,
    'expected cited': 51,
    'answerable wrongly declined': 26,
    'unanswerable declined': 34,
    'off-topic declined': 100,
    'as-of right': 48,
    'verdicts right': 48,
    'false claims "supported"': 2,
  },
  'seeds-claims dev': {
    'verdicts right': 88,
    'false claims "supported"': 2,
  },
  'ferry-claims dev': {
    'verdicts right': 84,
    'false claims "supported"': 2,
  },
  'pharma-claims dev': {
    'verdicts right': 88,
    'false claims "supported"': 2,
  },
  'plain dev': {
    'lead right': 96,
    'expected cited': 98,
    'answerable wrongly declined': 2,
    'unanswerable declined': 91,
    'off-topic declined': 96,
    'as-of right': 100,
  },
  'plain-late dev': {
    'lead right': 86,
    'expected cited': 92,
    'answerable wrongly declined': 5,
    'unanswerable declined': 98,
    'off-topic declined': 100,
    'as-of right': 83,
    'verdicts right': 83,
    'false claims "supported"': 2,
  },
  'inhaler dev': {
    'lead right': 88,
    'expected cited': 96,
    'answerable wrongly declined': 4,
    'unanswerable declined': 98,
    'off-topic declined': 100,
    'as-of right': 98,
    'verdicts right': 86,
    'false claims "supported"': 2,
  },
  'codeshare dev': {
    'lead right': 88,
    'expected cited': 95,
    'answerable wrongly declined': 2,
    'unanswerable declined': 90,
    'off-topic declined': 100,
    'as-of right': 98,
    'verdicts right': 82,
    'false claims "supported"': 2,
  },
  'football dev': {
    'lead right': 90,
    'expected cited': 94,
    'answerable wrongly declined': 3,
    'unanswerable declined': 86,
    'off-topic declined': 100,
    'as-of right': 98,
    'verdicts right': 89,
    'false claims "supported"': 2,
  },
  'buses dev': {
    'lead right': 82,
    'expected cited': 94,
    'answerable wrongly declined': 4,
    'unanswerable declined': 90,
    'off-topic declined': 100,
    'as-of right': 100,
    'verdicts right': 82,
    'false claims "supported"': 2,
  },
  'robots dev': {
    'lead right': 85,
    'expected cited': 90,
    'answerable wrongly declined': 2,
    'unanswerable declined': 98,
    'off-topic declined': 100,
    'as-of right': 98,
    'verdicts right': 75,
    'false claims "supported"': 2,
  },
  'farecard dev': {
    'lead right': 70,
    'expected cited': 76,
    'answerable wrongly declined': 8,
    'unanswerable declined': 88,
    'off-topic declined': 100,
    'as-of right': 85,
    'verdicts right': 55,
    'false claims "supported"': 2,
  },
  'launch dev': {
    'lead right': 79,
    'expected cited': 89,
    'answerable wrongly declined': 5,
    'unanswerable declined': 83,
    'off-topic declined': 100,
    'as-of right': 81,
    'verdicts right': 60,
    'false claims "supported"': 2,
  },
  'channel dev': {
    'lead right': 85,
    'expected cited': 91,
    'answerable wrongly declined': 2,
    'unanswerable declined': 93,
    'off-topic declined': 100,
    'as-of right': 98,
    'verdicts right': 91,
    'false claims "supported"': 2,
  },
  'port dev': {
    'lead right': 76,
    'expected cited': 90,
    'answerable wrongly declined': 4,
    'unanswerable declined': 91,
    'off-topic declined': 100,
    'as-of right': 85,
    'verdicts right': 64,
    'false claims "supported"': 2,
  },
  'grid dev': {
    'lead right': 79,
    'expected cited': 90,
    'answerable wrongly declined': 4,
    'unanswerable declined': 88,
    'off-topic declined': 100,
    'as-of right': 98,
    'verdicts right': 73,
    'false claims "supported"': 2,
  },
  'stream dev': {
    'lead right': 87,
    'expected cited': 90,
    'answerable wrongly declined': 4,
    'unanswerable declined': 93,
    'off-topic declined': 100,
    'as-of right': 98,
    'verdicts right': 69,
    'false claims "supported"': 2,
  },
  'hospital dev': {
    'lead right': 67,
    'expected cited': 87,
    'answerable wrongly declined': 4,
    'unanswerable declined': 93,
    'off-topic declined': 100,
    'as-of right': 85,
    'verdicts right': 55,
    'false claims "supported"': 2,
  },
  'seedco dev': {
    'lead right': 78,
    'expected cited': 83,
    'answerable wrongly declined': 6,
    'unanswerable declined': 93,
    'off-topic declined': 100,
    'as-of right': 98,
    'verdicts right': 51,
    'false claims "supported"': 2,
  },
  'desk dev': {
    'lead right': 83,
    'expected cited': 92,
    'answerable wrongly declined': 5,
    'unanswerable declined': 94,
    'off-topic declined': 100,
    'as-of right': 98,
    'verdicts right': 76,
    'false claims "supported"': 2,
  },
  'brew dev': {
    'lead right': 73,
    'expected cited': 80,
    'answerable wrongly declined': 2,
    'unanswerable declined': 73,
    'off-topic declined': 100,
    'as-of right': 85,
    'verdicts right': 64,
    'false claims "supported"': 2,
  },
  'museum dev': {
    'lead right': 67,
    'expected cited': 80,
    'answerable wrongly declined': 10,
    'unanswerable declined': 88,
    'off-topic declined': 100,
    'as-of right': 60,
    'verdicts right': 55,
    'false claims "supported"': 2,
  },
  'chips dev': {
    'lead right': 55,
    'expected cited': 71,
    'answerable wrongly declined': 8,
    'unanswerable declined': 83,
    'off-topic declined': 100,
    'as-of right': 98,
    'verdicts right': 49,
    'false claims "supported"': 6,
  },
  'telecom dev': {
    'lead right': 63,
    'expected cited': 74,
    'answerable wrongly declined': 12,
    'unanswerable declined': 73,
    'off-topic declined': 100,
    'as-of right': 73,
    'verdicts right': 51,
    'false claims "supported"': 6,
  },
  'satellite dev': {
    'lead right': 90,
    'expected cited': 94,
    'answerable wrongly declined': 4,
    'unanswerable declined': 98,
    'off-topic declined': 100,
    'as-of right': 98,
    'verdicts right': 88,
    'false claims "supported"': 2,
  },
  'payments dev': {
    'lead right': 88,
    'expected cited': 94,
    'answerable wrongly declined': 2,
    'unanswerable declined': 98,
    'off-topic declined': 100,
    'as-of right': 98,
    'verdicts right': 93,
    'false claims "supported"': 2,
  },
  'hall dev': {
    'lead right': 92,
    'expected cited': 96,
    'answerable wrongly declined': 2,
    'unanswerable declined': 98,
    'off-topic declined': 100,
    'as-of right': 98,
    'verdicts right': 95,
    'false claims "supported"': 2,
  },
  'lobby dev': {
    'lead right': 95,
    'expected cited': 96,
    'answerable wrongly declined': 2,
    'unanswerable declined': 98,
    'off-topic declined': 100,
    'as-of right': 98,
    'verdicts right': 93,
    'false claims "supported"': 2,
  },
  'rail dev': {
    'lead right': 96,
    'expected cited': 98,
    'answerable wrongly declined': 2,
    'unanswerable declined': 98,
    'off-topic declined': 100,
    'as-of right': 98,
    'verdicts right': 93,
    'false claims "supported"': 2,
  },
  'dairy dev': {
    'lead right': 94,
    'expected cited': 98,
    'answerable wrongly declined': 2,
    'unanswerable declined': 98,
    'off-topic declined': 100,
    'as-of right': 98,
    'verdicts right': 88,
    'false claims "supported"': 2,
  },
  'airport dev': {
    'lead right': 90,
    'expected cited': 94,
    'answerable wrongly declined': 4,
    'unanswerable declined': 91,
    'off-topic declined': 100,
    'as-of right': 98,
    'verdicts right': 93,
    'false claims "supported"': 2,
  },
  'publishing dev': {
    'lead right': 92,
    'expected cited': 96,
    'answerable wrongly declined': 2,
    'unanswerable declined': 98,
    'off-topic declined': 100,
    'as-of right': 98,
    'verdicts right': 95,
    'false claims "supported"': 2,
  },
  'charging dev': {
    'lead right': 86,
    'expected cited': 96,
    'answerable wrongly declined': 2,
    'unanswerable declined': 85,
    'off-topic declined': 100,
    'as-of right': 98,
    'verdicts right': 98,
    'false claims "supported"': 2,
  },
  'cement dev': {
    'lead right': 90,
    'expected cited': 96,
    'answerable wrongly declined': 2,
    'unanswerable declined': 98,
    'off-topic declined': 100,
    'as-of right': 98,
    'verdicts right': 93,
    'false claims "supported"': 2,
  },
  'atrium dev': {
    'lead right': 95,
    'expected cited': 95,
    'answerable wrongly declined': 5,
    'unanswerable declined': 98,
    'off-topic declined': 100,
    'as-of right': 98,
    'verdicts right': 86,
    'false claims "supported"': 2,
  },
  'porch dev': {
    'lead right': 90,
    'expected cited': 98,
    'answerable wrongly declined': 2,
    'unanswerable declined': 98,
    'off-topic declined': 100,
    'as-of right': 98,
    'verdicts right': 89,
    'false claims "supported"': 2,
  },
  'foyer dev': {
    'lead right': 91,
    'expected cited': 92,
    'answerable wrongly declined': 4,
    'unanswerable declined': 94,
    'off-topic declined': 100,
    'as-of right': 98,
    'verdicts right': 92,
    'false claims "supported"': 2,
  },
  'wind dev': {
    'lead right': 90,
    'expected cited': 96,
    'answerable wrongly declined': 4,
    'unanswerable declined': 98,
    'off-topic declined': 100,
    'as-of right': 98,
    'verdicts right': 75,
    'false claims "supported"': 2,
  },
  'courier dev': {
    'lead right': 88,
    'expected cited': 90,
    'answerable wrongly declined': 2,
    'unanswerable declined': 98,
    'off-topic declined': 100,
    'as-of right': 83,
    'verdicts right': 85,
    'false claims "supported"': 2,
  },
  'maps dev': {
    'lead right': 88,
    'expected cited': 90,
    'answerable wrongly declined': 2,
    'unanswerable declined': 98,
    'off-topic declined': 100,
    'as-of right': 98,
    'verdicts right': 88,
    'false claims "supported"': 2,
  },
  'battery dev': {
    'lead right': 86,
    'expected cited': 90,
    'answerable wrongly declined': 4,
    'unanswerable declined': 91,
    'off-topic declined': 100,
    'as-of right': 85,
    'verdicts right': 79,
    'false claims "supported"': 2,
  },
  'lab dev': {
    'lead right': 82,
    'expected cited': 90,
    'answerable wrongly declined': 8,
    'unanswerable declined': 85,
    'off-topic declined': 100,
    'as-of right': 98,
    'verdicts right': 89,
    'false claims "supported"': 2,
  },
  'games dev': {
    'lead right': 86,
    'expected cited': 94,
    'answerable wrongly declined': 4,
    'unanswerable declined': 98,
    'off-topic declined': 100,
    'as-of right': 85,
    'verdicts right': 84,
    'false claims "supported"': 2,
  },
  'freight dev': {
    'lead right': 86,
    'expected cited': 94,
    'answerable wrongly declined': 6,
    'unanswerable declined': 91,
    'off-topic declined': 100,
    'as-of right': 85,
    'verdicts right': 91,
    'false claims "supported"': 2,
  },
  'attic sealed': {
    'lead right': 92,
    'expected cited': 93,
    'answerable wrongly declined': 2,
    'unanswerable declined': 86,
    'off-topic declined': 100,
    'as-of right': 98,
    'verdicts right': 90,
    'false claims "supported"': 2,
  },
  'cellar dev': {
    'lead right': 86,
    'expected cited': 93,
    'answerable wrongly declined': 4,
    'unanswerable declined': 98,
    'off-topic declined': 100,
    'as-of right': 98,
    'verdicts right': 87,
    'false claims "supported"': 2,
  },
  'cinema dev': {
    'lead right': 80,
    'expected cited': 94,
    'answerable wrongly declined': 4,
    'unanswerable declined': 91,
    'off-topic declined': 100,
    'as-of right': 85,
    'verdicts right': 73,
    'false claims "supported"': 2,
  },
  'hotel sealed': {
    'lead right': 80,
    'expected cited': 90,
    'answerable wrongly declined': 8,
    'unanswerable declined': 85,
    'off-topic declined': 100,
    'as-of right': 98,
    'verdicts right': 68,
    'false claims "supported"': 7,
  },
  'drones sealed': {
    'lead right': 76,
    'expected cited': 82,
    'answerable wrongly declined': 10,
    'unanswerable declined': 91,
    'off-topic declined': 100,
    'as-of right': 60,
    'verdicts right': 74,
    'false claims "supported"': 10,
  },
  'bank sealed': {
    'lead right': 80,
    'expected cited': 86,
    'answerable wrongly declined': 8,
    'unanswerable declined': 79,
    'off-topic declined': 100,
    'as-of right': 98,
    'verdicts right': 76,
    'false claims "supported"': 2,
  },
  'loft sealed': {
    'lead right': 96,
    'expected cited': 96,
    'answerable wrongly declined': 4,
    'unanswerable declined': 93,
    'off-topic declined': 100,
    'as-of right': 98,
    'verdicts right': 90,
    'false claims "supported"': 2,
  },
  'lifts dev': {
    'lead right': 88,
    'expected cited': 90,
    'answerable wrongly declined': 6,
    'unanswerable declined': 91,
    'off-topic declined': 100,
    'as-of right': 98,
    'verdicts right': 75,
    'false claims "supported"': 2,
  },
  'water dev': {
    'lead right': 78,
    'expected cited': 88,
    'answerable wrongly declined': 4,
    'unanswerable declined': 91,
    'off-topic declined': 100,
    'as-of right': 83,
    'verdicts right': 80,
    'false claims "supported"': 2,
  },
};

const root = resolve(import.meta.dirname, '../..');

function readRows({ file }: QuestionSet): Row[] {
  return readFileSync(join(root, file), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Row);
}

const opened = new Map<string, Answering>();

function answeringFor({ corpus }: QuestionSet): Answering {
  const key = corpus ?? '';
  const known = opened.get(key);
  if (known) return known;
  const answering = prepareAnswering(buildKnowledge(openCorpus(corpus && join(root, corpus))), loadWeights());
  opened.set(key, answering);
  return answering;
}

function judge(row: Row, answering: Answering): JudgedRow {
  const asOf = row.asOf && { asOf: row.asOf };
  if (row.claim !== undefined) {
    const checked = checkClaim({ claim: row.claim, ...asOf }, answering);
    verify(checked.citations, answering);
    return { row, judgement: judgeVerdict(row, checked), outcome: checked.verdict };
  }
  const answer = ask({ turns: row.turns ?? [], ...asOf }, answering);
  verify(answer.outcome === 'answered' ? answer.citations : answer.nearest, answering);
  return { row, judgement: judgeAnswer(row, answer), outcome: answer.outcome };
}

/** An invariant and no measure: a quote that is not its document's text ends the run. */
function verify(citations: readonly Citation[], { knowledge }: Answering): void {
  for (const { document, start, end, quote } of citations) {
    if (knowledge.document(document).text.slice(start, end) !== quote)
      throw new Error(`the quote at ${start} of ${document} is not its text`);
  }
}

/** The measures as lines, with the bar beside each; how many miss theirs. */
function summary(
  rows: readonly JudgedRow[],
  bars: Readonly<Partial<Record<Measure, number>>>,
): { readonly text: string; readonly missed: number } {
  let missed = 0;
  const lines = [...measure(rows)].map(([name, share]) => {
    const bar = bars[name];
    const reached = (100 * share.count) / share.of;
    const misses = bar !== undefined && (FAULTS.has(name) ? reached > bar : reached < bar);
    if (misses) missed += 1;
    const asked =
      bar === undefined ? '' : `   ${FAULTS.has(name) ? 'at most' : 'at least'} ${bar}${misses ? '   MISSED' : ''}`;
    return `  ${name.padEnd(28)} ${percent(share).padEnd(18)}${asked}`.trimEnd();
  });
  return { text: lines.join('\n'), missed };
}

const { values } = parseArgs({
  options: {
    set: { type: 'string' },
    part: { type: 'string' },
    kind: { type: 'string' },
    verbose: { type: 'boolean', default: false },
    quiet: { type: 'boolean', default: false },
  },
});
const chosen = SETS.filter(({ name, part }) => (values.set ?? name) === name && (values.part ?? part) === part);
let missed = 0;
let judged = 0;
for (const set of chosen) {
  const answering = answeringFor(set);
  const rows = readRows(set)
    .filter(({ kind }) => (values.kind ?? kind) === kind)
    .map((row) => judge(row, answering));
  if (rows.length === 0) continue;
  judged += rows.length;
  const key = `${set.name} ${set.part}`;
  // A kind alone is a handful of rows: the bars are those of the whole set.
  const found = summary(rows, values.kind === undefined ? (BARS[key] ?? {}) : {});
  missed += found.missed;
  console.log(`\n== ${key}: ${rows.length} rows${set.corpus ? ` on ${set.corpus}` : ' on the built-in corpus'}`);
  if (!values.quiet) console.log(`${tableByKind(rows)}\n`);
  console.log(found.text);
  if (!values.verbose) continue;
  if (set.part === 'sealed') console.log('  (sealed: its rows are never shown)');
  else
    for (const one of rows)
      if (!one.judgement.right || one.judgement.leadRight === false) console.log(`\n${explain(one, answering)}`);
}
if (judged === 0) {
  console.error(
    `No rows: --set is one of ${[...new Set(SETS.map(({ name }) => name))].join(', ')}; --part is dev or sealed; --kind as in the table.`,
  );
  process.exitCode = 2;
} else if (missed > 0) {
  console.error(`\n${missed} ${missed === 1 ? 'measure misses its bar' : 'measures miss their bars'}.`);
  process.exitCode = 1;
}
