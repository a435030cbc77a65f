import type { Outlet, Place, Posting, PostOutcome } from '../../src/outlet.ts';
import { plainText } from '../../src/reply/reply.ts';

export interface Posted {
  readonly place: Place;
  readonly key: string;
  readonly text: string;
}

/** A chat platform as far as something is posted to it unasked: what was posted and marked stands here. */
export interface Platform extends Outlet {
  readonly posted: Posted[];
  readonly marked: string[];
  readonly toldAlone: string[];
  /** What the next posts come to, in order; then they are posted. */
  readonly next: PostOutcome[];
}

export function makePlatform(): Platform {
  const posted: Posted[] = [];
  const marked: string[] = [];
  const toldAlone: string[] = [];
  const next: PostOutcome[] = [];
  return {
    platform: 'slack',
    posted,
    marked,
    toldAlone,
    next,
    fits: () => true,
    post(place: Place, { reply, key }: Posting) {
      const outcome = next.shift();
      if (outcome && outcome.result !== 'posted') return Promise.resolve(outcome);
      posted.push({ place, key, text: plainText(reply) });
      return Promise.resolve({
        result: 'posted',
        message: `m${posted.length}`,
        link: `https://chat.example/${posted.length}`,
      });
    },
    find: (_place, key) =>
      Promise.resolve(
        posted.some((one) => one.key === key) ? { found: 'there', message: 'm' } : { found: 'not there' },
      ),
    tell(_scope, person) {
      toldAlone.push(person);
      return Promise.resolve(true);
    },
    mark(_place, message) {
      marked.push(message);
      return Promise.resolve({ result: 'posted', message });
    },
  };
}
