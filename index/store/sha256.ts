import type { Hash } from 'node:crypto';

/**
 * Begins a SHA-256. The module is asked for and not imported: an import makes Node.js load all that `node:crypto` can do
 * to name it, which one answer in the terminal waits for.
 */
export function sha256(): Hash {
  return process.getBuiltinModule('node:crypto').createHash('sha256');
}
