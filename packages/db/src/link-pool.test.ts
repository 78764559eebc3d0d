import { describe, expect, it } from 'vitest';
import type { Link } from './link.ts';
import type { LinkPool } from './link-pool.ts';
import { createLinkPool } from './link-pool.ts';

interface FakeLink extends Link {
  break(): void;
}

function fakeLink(): FakeLink {
  let isAlive = true;
  return {
    sql: undefined as never,
    isAlive: () => isAlive,
    flush: () => Promise.resolve([]),
    end: () => {
      isAlive = false;
      return Promise.resolve();
    },
    break: () => {
      isAlive = false;
    },
  };
}

function poolOf(size: number, leaseTimeoutMs = 60_000): { pool: LinkPool; opened: FakeLink[] } {
  const opened: FakeLink[] = [];
  const open = (): Link => {
    const link = fakeLink();
    opened.push(link);
    return link;
  };
  return { pool: createLinkPool({ size, leaseTimeoutMs, open }), opened };
}

describe('a link pool', () => {
  it('opens links only when needed and reuses the one used last', async () => {
    const { pool, opened } = poolOf(3);
    const [one, two] = [await pool.lease(), await pool.lease()];
    pool.giveBack(one);
    pool.giveBack(two);
    expect(await pool.lease()).toBe(two);
    expect(opened).toHaveLength(2);
  });

  it('serves those who wait in the order they came', async () => {
    const { pool } = poolOf(1);
    const first = await pool.lease();
    const served: string[] = [];
    const waiting = ['a', 'b', 'c'].map(async (name) => {
      const link = await pool.lease();
      served.push(name);
      pool.giveBack(link);
    });
    expect(pool.waiting()).toBe(3);
    pool.giveBack(first);
    await Promise.all(waiting);
    expect(served).toEqual(['a', 'b', 'c']);
    expect(pool.inUse()).toBe(0);
  });

  it('replaces a link that broke, in use or idle, without losing room', async () => {
    const { pool, opened } = poolOf(1);
    const link = await pool.lease();
    opened[0]?.break();
    pool.giveBack(link);
    const second = await pool.lease();
    expect(second).not.toBe(link);
    pool.giveBack(second);
    opened[1]?.break();
    expect(await pool.lease()).toBe(opened[2]);
  });

  it('refuses who has waited too long, and forgets him', async () => {
    const { pool } = poolOf(1, 1);
    const link = await pool.lease();
    await expect(pool.lease()).rejects.toMatchObject({ name: 'BusyError', reason: 'pool_exhausted' });
    expect(pool.waiting()).toBe(0);
    pool.giveBack(link);
    expect(await pool.lease()).toBe(link);
  });

  it('gives nothing back twice', async () => {
    const { pool } = poolOf(2);
    const link = await pool.lease();
    pool.giveBack(link);
    pool.giveBack(link);
    expect(await pool.lease()).not.toBe(await pool.lease());
  });

  it('waits for leases when it closes, and refuses new ones', async () => {
    const { pool, opened } = poolOf(1);
    const link = await pool.lease();
    const late = pool.lease();
    const closing = pool.close(60_000);
    await expect(late).rejects.toMatchObject({ code: 'CONNECTION_ENDED' });
    await expect(pool.lease()).rejects.toMatchObject({ code: 'CONNECTION_ENDED' });
    expect(opened[0]?.isAlive()).toBe(true);
    pool.giveBack(link);
    await closing;
    expect(opened[0]?.isAlive()).toBe(false);
  });
});
