import { z } from 'zod';
import type { Scope } from '../../src/store/scope.ts';
import { type InstallationKey, installationSchema } from './utterance.ts';

/** What is needed to post somewhere later, beside the channel: whose token, and the channel to a person. */
const addressSchema = installationSchema.extend({
  v: z.literal(1),
  /** The channel of the direct messages with the person, where it is known; without it the person's id stands for it. */
  direct: z.string().optional(),
});

export type Address = z.infer<typeof addressSchema>;

export function writeAddress(installation: InstallationKey, direct?: string): string {
  return JSON.stringify({ v: 1, ...installation, ...(direct && { direct }) });
}

/** One that is absent or of another version is that of a workspace which installed the app for itself. */
export function readAddress(scope: Scope, address: string | undefined): Address {
  const plain: Address = { v: 1, teamId: scope.workspace, isEnterpriseInstall: false };
  if (address === undefined) return plain;
  try {
    return addressSchema.safeParse(JSON.parse(address)).data ?? plain;
  } catch {
    return plain;
  }
}
