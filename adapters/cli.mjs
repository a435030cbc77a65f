/**
 * What the npm scripts run. It is JavaScript, since it must be read by a Node that is too old for the rest: it says so
 * then, in one line. It lets V8 keep what it compiled, which halves the time to the first answer. The parts are put
 * together in main.ts.
 */
import * as nodeModule from 'node:module';

const LEAST_NODE = 24;

if (Number(process.versions.node.split('.')[0]) < LEAST_NODE) {
  process.stderr.write(
    `This needs Node ${LEAST_NODE} or newer and this is ${process.version}: run it by npm, which has it after "npm ci".\n`,
  );
  process.exitCode = 1;
} else {
  nodeModule.enableCompileCache();
  await import('./main.ts');
}
