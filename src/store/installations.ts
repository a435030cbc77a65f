import type { Instant, Scope } from './scope.ts';

/** A workspace's tokens, encrypted by the caller: the store never sees what is in them. */
export interface Installation {
  readonly scope: Scope;
  readonly payload: string;
  /** Which key encrypted the payload. */
  readonly keyId: string;
  readonly at: Instant;
}

/** Workspaces that installed the bot. */
export interface InstallationStore {
  saveInstallation(installation: Installation): Promise<void>;
  installation(scope: Scope): Promise<Installation | undefined>;
  /** False where there was none. */
  removeInstallation(scope: Scope): Promise<boolean>;
  /** All of a platform, by workspace. */
  installations(platform: string): Promise<readonly Installation[]>;
}
