import type { Installation, InstallationQuery, InstallationStore } from '@slack/bolt';
import type { Scope } from '../../src/store/scope.ts';
import type { Store } from '../../src/store.ts';
import type { TokenCipher } from './token-cipher.ts';
import { scopeOf } from './utterance.ts';

/** The workspace has not installed the app, or has removed it. */
export class NotInstalled extends Error {
  override readonly name = 'NotInstalled';
}

export interface Installations extends InstallationStore {
  /** Encrypts with the key of today what an older key still holds. Resolves to how many these were. */
  renewKeys(): Promise<number>;
}

/** Bolt's installations in our store: encrypted, each bound to its workspace, so that none can be read as another's. */
export function makeInstallations(
  store: Pick<Store, 'saveInstallation' | 'installation' | 'removeInstallation' | 'installations'>,
  cipher: TokenCipher,
): Installations {
  const save = (scope: Scope, secret: string) =>
    store.saveInstallation({
      scope,
      payload: cipher.encrypt(secret, placeOf(scope)),
      keyId: cipher.keyId,
      at: new Date().toISOString(),
    });
  return {
    storeInstallation: (installation) => save(scopeOfInstallation(installation), JSON.stringify(installation)),
    async fetchInstallation(query) {
      const scope = scopeOfQuery(query);
      const found = await store.installation(scope);
      if (!found) throw new NotInstalled('the workspace has not installed the app');
      return JSON.parse(cipher.decrypt(found.payload, found.keyId, placeOf(scope)));
    },
    async deleteInstallation(query) {
      await store.removeInstallation(scopeOfQuery(query));
    },
    async renewKeys() {
      const old = (await store.installations('slack')).filter(({ keyId }) => keyId !== cipher.keyId);
      for (const { scope, payload, keyId } of old) await save(scope, cipher.decrypt(payload, keyId, placeOf(scope)));
      return old.length;
    },
  };
}

function placeOf({ platform, workspace }: Scope): string {
  return `${platform}/${workspace}`;
}

function scopeOfQuery({ teamId, enterpriseId, isEnterpriseInstall }: InstallationQuery<boolean>): Scope {
  return scopeOf({ ...(teamId && { teamId }), ...(enterpriseId && { enterpriseId }), isEnterpriseInstall });
}

function scopeOfInstallation({ team, enterprise, isEnterpriseInstall }: Installation<'v1' | 'v2', boolean>): Scope {
  return scopeOf({
    ...(team?.id && { teamId: team.id }),
    ...(enterprise?.id && { enterpriseId: enterprise.id }),
    isEnterpriseInstall: isEnterpriseInstall === true,
  });
}
