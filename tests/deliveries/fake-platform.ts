import type { Outlet, Place, Posting, PostOutcome } from '../../src/outlet.ts';
import type { Reply } from '../../src/reply/reply.ts';
import { plainText } from '../../src/reply/reply.ts';

export interface Posted {
  readonly place: Place;
  readonly key: string;
  readonly text: string;
  readonly at: number;
}

type Answer = PostOutcome['result'] | 'unsure, but posted';

/** A platform in this process that remembers what was posted, and answers as it is told. */
export function fakePlatform(platform: string, now: () => number) {
  const posts: Posted[] = [];
  const told: { readonly person: string; readonly reply: Reply }[] = [];
  const answers: Answer[] = [];
  let finds = true;
  let holding: Promise<void> | undefined;

  const outlet: Outlet = {
    platform,
    fits: () => true,
    async post(place: Place, { reply, key }: Posting): Promise<PostOutcome> {
      await holding;
      const answer = answers.shift() ?? 'posted';
      if (answer === 'later') return { result: 'later', because: 'Too many messages at once.' };
      if (answer === 'refused') return { result: 'refused', because: 'The channel is archived.' };
      if (answer === 'unsure') return { result: 'unsure', because: 'The connection broke.' };
      posts.push({ place, key, text: plainText(reply), at: now() });
      if (answer === 'unsure, but posted') return { result: 'unsure', because: 'The connection broke.' };
      return { result: 'posted', message: String(posts.length), link: `https://chat.example/${posts.length}` };
    },
    find(_, key) {
      if (!finds) return Promise.resolve({ found: 'unknown' });
      const at = posts.findIndex((post) => post.key === key);
      return Promise.resolve(
        at === -1
          ? { found: 'not there' }
          : { found: 'there', message: String(at + 1), link: `https://chat.example/${at + 1}` },
      );
    },
    tell(_, person, reply) {
      told.push({ person, reply });
      return Promise.resolve(true);
    },
    mark: () => Promise.resolve({ result: 'refused', because: 'no marks here' }),
  };
  return {
    outlet,
    posts,
    told,
    /** What the next posts are answered with; then they are posted. */
    answer: (...next: readonly Answer[]) => answers.push(...next),
    /** It cannot say what stands there. */
    forgets: () => {
      finds = false;
    },
    /** Posts wait until what is returned is called. */
    hold() {
      let release = () => {};
      holding = new Promise((done) => {
        release = done;
      });
      return () => {
        holding = undefined;
        release();
      };
    },
  };
}
