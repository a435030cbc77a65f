/**
 * What the npm scripts run. It is JavaScript, since it must be read by a Node that is too old for the rest: it says so
 * then, in one line. It lets V8 keep what it compiled, which halves the time to the first answer. The parts are put
 * together in main.ts.
 */
import * as nodeModule from 'node:module';

const LEAST_NODE = 24;

/**
 * One of our modules says by its path where another is: Node need not follow links to it and look for a package.json in
 * each folder above, which takes as long for each as loading it.
 */
function resolveOwn(specifier, context, next) {
  return specifier.startsWith('.') && specifier.endsWith('.ts')
    ? { url: new URL(specifier, context.parentURL).href, format: 'module-typescript', shortCircuit: true }
    : next(specifier, context);
}

if (Number(process.versions.node.split('.')[0]) < LEAST_NODE) {
  process.stderr.write(
    `This needs Node ${LEAST_NODE} or newer and this is ${process.version}: run it by npm, which has it after "npm ci".\n`,
  );
  process.exitCode = 1;
} else {
  nodeModule.enableCompileCache();
  nodeModule.registerHooks({ resolve: resolveOwn });
  await import('./main.ts');
}
