import type { Scope } from './scope.ts';

/** `subject` is whom or what one holds for, the id of a person, a channel or the workspace itself. */
export interface SettingStore {
  setting(scope: Scope, subject: string, name: string): Promise<string | undefined>;
  saveSetting(scope: Scope, subject: string, name: string, value: string): Promise<void>;
  /** False where there was none. */
  removeSetting(scope: Scope, subject: string, name: string): Promise<boolean>;
}
