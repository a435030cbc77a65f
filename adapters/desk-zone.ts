import { readTimeZone } from '../src/chat/time-zone.ts';
import type { ZoneOrigin } from '../src/reply/subscription-reply.ts';
import type { Store } from '../src/store.ts';
import type { Caller } from './desk.ts';
import { DEFAULTS } from './desk-defaults.ts';

/** The time zone that a person chose last. */
const ZONE_SETTING = 'time zone';

/** In which time zone a person's times are read. */
export function makeZones(store: Pick<Store, 'setting' | 'saveSetting'>) {
  async function remember(timeZone: string, { scope, person }: Caller): Promise<void> {
    await store.saveSetting(scope, person, ZONE_SETTING, timeZone);
  }

  /** The zone that was named, else the person's own on the platform, else the one chosen last, else UTC. */
  async function zoneFor(
    named: string | undefined,
    caller: Caller,
  ): Promise<{ readonly timeZone: string; readonly origin: ZoneOrigin }> {
    if (named) {
      await remember(named, caller);
      return { timeZone: named, origin: 'named' };
    }
    const told = await caller.timeZone();
    const own = told && readTimeZone(told);
    if (own) return { timeZone: own, origin: 'own' };
    const chosen = await store.setting(caller.scope, caller.person, ZONE_SETTING);
    return chosen ? { timeZone: chosen, origin: 'chosen before' } : { timeZone: DEFAULTS.timeZone, origin: 'unknown' };
  }

  return { remember, zoneFor };
}
