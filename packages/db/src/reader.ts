import type { Link } from './link.ts';
import type { Sql } from './sql.ts';

/** A template tag that spreads single statements over a few links, several in flight on each. */
export interface Reader {
  readonly sql: Sql;
  close(): Promise<void>;
}

/**
 * Every statement is built with the next link in turn and runs there. A link that broke is replaced the next time it
 * is its turn; statements already built with it are rejected, never moved.
 */
export function createReader(size: number, openLink: () => Link): Reader {
  const links: (Link | undefined)[] = Array.from({ length: size });
  let turn = 0;
  let isClosed = false;

  function next(): Sql {
    turn = (turn + 1) % size;
    const present = links[turn];
    if (present?.isAlive() || (present !== undefined && isClosed)) return present.sql;
    if (isClosed)
      throw Object.assign(new Error('the database handle has been closed'), { code: 'CONNECTION_ENDED' });
    const link = openLink();
    links[turn] = link;
    return link.sql;
  }

  const sql = new Proxy((() => undefined) as unknown as Sql, {
    apply: (_target, _self, args: unknown[]) => Reflect.apply(next() as never, undefined, args),
    get: (_target, name) => Reflect.get(next(), name) as unknown,
  });

  return {
    sql,
    async close() {
      isClosed = true;
      await Promise.all(links.map((link) => link?.end()));
    },
  };
}
