import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openCorpus } from '../index/open.ts';
import { findNeeds } from '../src/question/needs.ts';
import { buildKnowledge } from '../src/statement/knowledge.ts';

const folder = mkdtempSync(join(tmpdir(), 'phrasal-'));
writeFileSync(
  join(folder, 'bakery.md'),
  '# The mill at Orrin\n\nBakers of Orrin said on May 4, 2025 that flour prices rose by a tenth in April.\n\nThe mill kept back 40 tonnes of rye for the winter.\n\nThe town postponed the opening of the market hall to June.\n',
);
const knowledge = buildKnowledge(openCorpus(folder));
const words = (question: string) => findNeeds(question, knowledge).map(({ word }) => word);

it('counts a light verb with its particle where the documents tell it in other words', () => {
  expect(words('Did flour prices go up in Orrin?')).toContain('go up');
  expect(words('Why was the opening put off?')).toContain('put off');
});

it('leaves out such a phrase where the documents have nothing like it', () => {
  expect(words('Did the mill take over the bakers?')).not.toContain('take over');
});

it('asks for nothing where it only asks what happens', () => {
  expect(words('What is going on at the mill?')).not.toContain('going on');
});
