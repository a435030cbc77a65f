import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { PlatformManner, PostCounts } from './http-platform.ts';

export interface Platform {
  readonly url: string;
  /** How often it took each key, and how many posts it put off. */
  posts(): Promise<{ readonly posts: PostCounts; readonly refused: number }>;
  stop(): Promise<void>;
}

export async function startPlatform(manner: PlatformManner): Promise<Platform> {
  const child = fork(join(import.meta.dirname, 'http-platform.ts'), ['serve'], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  child.send(manner);
  const [port] = await once(child, 'message');
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    posts: async () => (await (await fetch(`${url}/posts`)).json()) as { posts: PostCounts; refused: number },
    stop: async () => {
      const ended = once(child, 'exit');
      child.disconnect();
      await ended;
    },
  };
}
