import { defineConfig } from 'vitest/config';

/** Where `.ci/run` wants the results as JSON, beside those on the screen. */
const resultsFile = process.env.TEST_RESULTS_FILE;

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    environment: 'node',
    watch: false,
    // Files and the tests in them always run in the same order, and nobody's clock decides what a date means.
    sequence: { shuffle: false, concurrent: false },
    env: { TZ: 'UTC' },
    // Named, because vitest otherwise chooses by who seems to be watching.
    reporters: resultsFile ? ['default', ['json', { outputFile: resultsFile }]] : ['default'],
  },
});
