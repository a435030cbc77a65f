import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

/** AES-256-GCM (NIST SP 800-38D): a nonce of 96 bits, never used twice with a key, and a tag of 128 bits. */
const ALGORITHM = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** What was encrypted cannot be read: the key is missing, or it was changed or moved to another workspace. */
export class UnreadableSecret extends Error {
  override readonly name = 'UnreadableSecret';
}

export interface TokenCipher {
  /** The key that encrypts now. */
  readonly keyId: string;
  /** `place` is bound to the secret: it cannot be read in another one. */
  encrypt(secret: string, place: string): string;
  /** Throws {@link UnreadableSecret}. */
  decrypt(payload: string, keyId: string, place: string): string;
}

/** The first key encrypts; what the others once encrypted can still be read, so that a key can be replaced. */
export function makeTokenCipher(keys: readonly Buffer[]): TokenCipher {
  const byId = new Map(keys.map((key) => [idOf(key), key]));
  const [current] = keys;
  if (!current) throw new UnreadableSecret('there is no key: set TOKEN_ENCRYPTION_KEY');
  return {
    keyId: idOf(current),
    encrypt(secret, place) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(ALGORITHM, current, nonce).setAAD(Buffer.from(place));
      const encrypted = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), encrypted]).toString('base64');
    },
    decrypt(payload, keyId, place) {
      const key = byId.get(keyId);
      if (!key)
        throw new UnreadableSecret(`key ${keyId} is missing: add it to TOKEN_ENCRYPTION_KEY behind the new one`);
      const bytes = Buffer.from(payload, 'base64');
      try {
        const decipher = createDecipheriv(ALGORITHM, key, bytes.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES })
          .setAAD(Buffer.from(place))
          .setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
        return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]).toString();
      } catch (error) {
        throw new UnreadableSecret('the tokens of a workspace were changed: install the app there again', {
          cause: error,
        });
      }
    },
  };
}

/** Names a key without telling anything of it. */
function idOf(key: Buffer): string {
  return createHash('sha256').update('token key').update(key).digest('hex').slice(0, 12);
}
