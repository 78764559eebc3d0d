import { BusyError } from './errors.ts';
import type { Link } from './link.ts';

/** Hands out links one at a time, first come first served; broken links are dropped and replaced on demand. */
export interface LinkPool {
  /** Takes a link for exclusive use; waiting longer than the pool allows is refused with `BusyError`. */
  lease(): Promise<Link>;
  /** Gives a leased link back; a broken one is forgotten. */
  giveBack(link: Link): void;
  inUse(): number;
  waiting(): number;
  /** Waits until every lease is back (at most `graceMs`), then ends all links. */
  close(graceMs: number): Promise<void>;
}

interface Waiter {
  grant(link: Link): void;
  refuse(error: Error): void;
}

export interface LinkPoolOptions {
  readonly size: number;
  readonly leaseTimeoutMs: number;
  open(): Link;
}

/** A pool of at most `size` links, opened when first needed and reused most recent first (warm statements). */
export function createLinkPool(options: LinkPoolOptions): LinkPool {
  const idle: Link[] = [];
  const leased = new Set<Link>();
  const waiters = new Set<Waiter>();
  let isClosed = false;
  let whenQuiet: (() => void) | undefined;

  function take(): Link | undefined {
    for (let link = idle.pop(); link !== undefined; link = idle.pop()) {
      if (link.isAlive()) return link;
    }
    return leased.size < options.size ? options.open() : undefined;
  }

  function wait(): Promise<Link> {
    return new Promise((resolve, reject) => {
      const waiter: Waiter = {
        grant: (link) => {
          clearTimeout(timer);
          resolve(link);
        },
        refuse: (error) => {
          clearTimeout(timer);
          reject(error);
        },
      };
      const timer = setTimeout(() => {
        waiters.delete(waiter);
        reject(new BusyError('pool_exhausted'));
      }, options.leaseTimeoutMs);
      waiters.add(waiter);
    });
  }

  function serveNext(): void {
    const [waiter] = waiters;
    if (waiter === undefined) return;
    const link = take();
    if (link === undefined) return;
    waiters.delete(waiter);
    leased.add(link);
    waiter.grant(link);
  }

  return {
    lease() {
      if (isClosed) return Promise.reject(closedError());
      const link = waiters.size === 0 ? take() : undefined;
      if (link === undefined) return wait();
      leased.add(link);
      return Promise.resolve(link);
    },
    giveBack(link) {
      if (!leased.delete(link)) return;
      if (link.isAlive()) idle.push(link);
      serveNext();
      if (leased.size === 0) whenQuiet?.();
    },
    inUse: () => leased.size,
    waiting: () => waiters.size,
    async close(graceMs) {
      isClosed = true;
      for (const waiter of waiters) waiter.refuse(closedError());
      waiters.clear();
      if (leased.size > 0) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, graceMs);
          whenQuiet = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      await Promise.all([...idle, ...leased].map((link) => link.end()));
      idle.length = 0;
    },
  };
}

function closedError(): Error {
  return Object.assign(new Error('the database handle has been closed'), { code: 'CONNECTION_ENDED' });
}
