import { createHash } from 'node:crypto';

/** A script that Redis runs as one step; known to it by its hash after the first run. */
export interface RedisScript {
  readonly source: string;
  readonly sha1: string;
}

export const redisScript = (source: string): RedisScript => ({
  source,
  sha1: createHash('sha1').update(source).digest('hex'),
});
