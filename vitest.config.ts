import { defineConfig } from 'vitest/config';

/** Where `.ci/run` wants the results as JSON, beside those on the screen. */
const resultsFile = process.env.TEST_RESULTS_FILE;

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    environment: 'node',
    setupFiles: ['tests/fixed-seed.ts'],
    watch: false,
    // Files and the tests in them always run in the same order, and nobody's clock decides what a date means.
    sequence: { shuffle: false, concurrent: false },
    env: { TZ: 'UTC' },
    // What is slow on a busy machine is not wrong: the limits only end what hangs.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Named, because vitest otherwise chooses by who seems to be watching.
    reporters: resultsFile ? ['default', ['json', { outputFile: resultsFile }]] : ['default'],
  },
});
