/** What ends or alters one thing leaves true what is claimed of another. Everything here is invented. */
import { describe, expect, it } from 'vitest';
import { loadWeights } from '../index/lexicon/weights.ts';
import { openCorpus } from '../index/open.ts';
import { makeBot } from '../src/bot.ts';
import { withFolder } from './corpora.ts';
import { verdictOn } from './verdict-on.ts';

const is = (verdict: string) => (claim: string, spring: string, autumn?: string) =>
  expect(verdictOn(claim, spring, autumn), claim).toBe(verdict);
const supported = is('supported');
const outdated = is('outdated');

describe('a claim stays supported', () => {
  it('where its sum is told as a part of the one before', () => {
    const lift =
      'The new lift costs 38 million euros, and the resort has borrowed 25 million of that from the Alder Bank.';
    supported('The resort has borrowed 25 million euros from the Alder Bank.', lift);
    expect(verdictOn('The resort has borrowed 38 million euros from the Alder Bank.', lift)).not.toBe('supported');
  });

  it('where what ended was told beside it, in another clause of the sentence', () => {
    const ended = 'Orrin Dairy and Tamber Lines tore up the heart of their contract on September 6.';
    supported(
      'Ada Holm keeps a buy rating on Tamber Lines.',
      'Analyst Ada Holm keeps a buy rating on Tamber Lines and sees the sole-freight contract of Orrin Dairy running to its end in 2029.',
      ended,
    );
    supported(
      'Tamber Lines trains its drivers in Medlow.',
      'Tamber Lines trains its drivers in Medlow and carries the milk of Orrin Dairy under a ten-year contract.',
      ended,
    );
    outdated(
      'Tamber Lines has a ten-year contract with Orrin Dairy.',
      'Tamber Lines trains its drivers in Medlow and has a ten-year contract with Orrin Dairy.',
      ended,
    );
  });

  it('where another thing has another price now than it had', () => {
    const cut = 'The shop has since cut the price of the Heron Mini to 1,790 crowns a pair, from 1,950 at the start.';
    supported('A pair of Heron 5 boots costs 2,400 crowns.', 'A pair of Heron 5 boots costs 2,400 crowns.', cut);
    outdated('A pair of Heron Mini boots costs 1,950 crowns.', 'A pair of Heron Mini boots costs 1,950 crowns.', cut);
  });

  it('where the number of something else rose that is told beside a part of it', () => {
    supported(
      'Alder Lines pays a fifth of the running costs.',
      'Alder Lines gets onto 2,400 masts and pays a fifth of the running costs.',
      'The number of masts open to Alder Lines rises from 2,400 to 3,100, half of the whole network.',
    );
  });

  it('where a figure of its sort is somebody else’s', () => {
    supported(
      'Cedar Lines will bear a fifth of the running costs.',
      'Cedar Lines gets onto the masts from May 1 and pays a fifth of the running costs.',
      'Alder Lines carries 45 percent of running costs, Birch Lines 35 and Cedar Lines 20.',
    );
  });

  it('where shares fell by so much, of the share that somebody has', () => {
    const share = 'The Medlow Courier puts the share of Tamber Lines in the sales of Orrin Dairy at 71 percent.';
    const fell = 'Shares in Tamber Lines fell 4% on September 6 and recovered half of that on the following day.';
    supported(
      'The Medlow Courier puts the share of Tamber Lines in the sales of Orrin Dairy at 71 percent.',
      share,
      fell,
    );
  });

  it('where something else lasts for a while, if a condition is met', () => {
    const takes = 'A fitting by video takes 40 minutes and can be booked within four days.';
    const unsure =
      'If Earlow can fit by video even for hard cases, the value moves to the app, and that hurts margins over the next three to five quarters.';
    supported('A fitting by video takes 40 minutes.', takes, unsure);
  });

  it('where something was ended a day before, and the claim tells of what came of it', () => {
    const fell =
      'Nimbel shares fell 6.4% on February 20, the day after the Birch Clinic ended the exclusive hold of the host on its images.';
    supported('Nimbel shares fell 6.4% on February 20.', fell);
    const rose =
      'Corden raised its fares on May 3, a week after the town had ended the sole right of Corden to the pier.';
    supported('Corden raised its fares on May 3.', rose);
  });

  it('where “only” bounds a figure and gives nobody a right', () => {
    const off = 'The archive of Nimbel, which has been offline for only two hours in four years, is kept in Harby.';
    const ended = 'The Birch Clinic ended the exclusive hold of Nimbel on its images on September 6.';
    supported('The archive of Nimbel has been offline for only two hours.', off, ended);
    supported('Only three ferries of Corden run in winter.', 'Only three ferries of Corden run in winter.', ended);
  });

  it('where what is freed is a right that is told beside what something is', () => {
    const sold =
      'Birch Yard said Tamber Lines would become the exclusive seller for Heron, its platform for fares, and said Tamber Lines would invest 5 million crowns in Birch Yard.';
    const freed = 'Any dealer may now sell Heron: the exclusive right of Tamber Lines has ended.';
    supported("Heron is Birch Yard's platform.", sold, freed);
    outdated('Tamber Lines is the exclusive seller for Heron.', sold, freed);
  });

  it('where one word of it has an opposite in a sentence about something else', () => {
    const spends =
      'Whirra said it intended to spend 60 million crowns over five years on new boats and a repair works.';
    const saves = 'A stop has power, light and a wide pavement, which saves Whirra the cost of building its own.';
    supported('Whirra intends to spend 60 million crowns over five years.', spends, saves);
    const lay = 'The clinic says that 18,000 studies lay in the open folder.';
    const closed = 'Nimbel said that the folder was closed within twenty minutes of the first warning.';
    supported('The clinic says that 18,000 studies lay in the open folder.', lay, closed);
  });

  it('where the day that it has stands against an older one in the sentence itself, whichever document came first', () => {
    const files = {
      'late.md':
        'A note\n\nThe second copy is late: the clinic said on March 10, 2026, that copying to Skylar Vault would start on April 13 and not on March 16.\n',
      'plan.md':
        'A plan\n\nNimbel gave up its sole right on March 12, 2026. The copying of the archive to Skylar Vault is to begin on March 16 and to take about ten weeks.\n',
    };
    const claim = 'Copying to Skylar Vault starts on April 13.';
    const verdict = withFolder(files, (folder) => makeBot(openCorpus(folder), loadWeights()).check({ claim }).verdict);
    expect(verdict).toBe('supported');
  });
});
