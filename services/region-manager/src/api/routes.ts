import {
  getManagedRegion,
  getOperation,
  listManagedRegions,
  provisionRegion,
  restartRegion,
  resumeRegion,
  scaleRegion,
  suspendRegion,
  terminateRegion,
  upgradeRegion,
} from '@sw/contracts/region-manager';
import { AppError } from '@sw/service-kit';
import type { Deps } from '../deps.ts';
import type { PlanOf } from '../engine/plan.ts';
import type { Bind } from '../http/bind.ts';
import type { Cursors } from '../http/cursor.ts';
import { lastEvents } from '../store/journal.repository.ts';
import { findOpen, findOperation } from '../store/operations.repository.ts';
import { findRegion, listRegions } from '../store/regions.repository.ts';
import type { Orders } from './orders.ts';
import { presentEvent, presentOperation, presentRegion } from './present.ts';

const SHOWN_EVENTS = 20;

export const registerOrders = (bind: Bind, orders: Orders): void => {
  bind(provisionRegion, async ({ body, idempotency }) => ({
    ...(await orders.provision(body, idempotency)),
    name: body.name,
    state: 'provisioning' as const,
  }));
  bind(terminateRegion, ({ params, query, idempotency }) =>
    orders.terminate(params.name, query, idempotency),
  );
  bind(scaleRegion, ({ params, body, idempotency }) =>
    orders.scale(params.name, body, 'person', idempotency),
  );
  bind(restartRegion, ({ params, idempotency }) => orders.restart(params.name, idempotency));
  bind(suspendRegion, ({ params, idempotency }) => orders.suspend(params.name, idempotency));
  bind(resumeRegion, ({ params, idempotency }) => orders.resume(params.name, idempotency));
  bind(upgradeRegion, ({ params, body, idempotency }) =>
    orders.upgrade(params.name, body.imageDigest, idempotency),
  );
};

export const registerReads = (bind: Bind, { db }: Deps, planOf: PlanOf, cursors: Cursors): void => {
  bind(listManagedRegions, async ({ query }) => {
    const after = cursors.decode(query.cursor);
    const rows = await listRegions(db.sql, { after, limit: query.limit + 1, state: query.state ?? null });
    const shown = rows.slice(0, query.limit);
    const open = await findOpen(
      db.sql,
      shown.map(({ name }) => name),
    );
    const last = shown.at(-1);
    return {
      items: shown.map((row) =>
        presentRegion(
          row,
          open.find(({ region }) => region === row.name),
        ),
      ),
      nextCursor: rows.length > shown.length && last !== undefined ? cursors.encode(last.name) : null,
    };
  });

  bind(getManagedRegion, async ({ params }) => {
    const [[row], [open], events] = await Promise.all([
      findRegion(db.sql, params.name),
      findOpen(db.sql, [params.name]),
      lastEvents(db.sql, params.name, SHOWN_EVENTS),
    ]);
    if (row === undefined) throw new AppError('not_found');
    return { ...presentRegion(row, open), events: events.map(presentEvent) };
  });

  bind(getOperation, async ({ params }) => {
    const [row] = await findOperation(db.sql, params.id);
    if (row === undefined) throw new AppError('not_found');
    return presentOperation(row, planOf(row));
  });
};
