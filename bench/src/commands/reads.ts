import type { Operation } from '../load/drive.ts';
import type { Mover } from '../players/assign-lanes.ts';
import type { Trader } from '../players/assign-markets.ts';
import type { Caller } from '../server/http.ts';

/** The live market of the station each worker is docked at. */
export const marketReads =
  (caller: Caller, traders: readonly Trader[]): Operation =>
  (worker) => {
    const trader = traders[worker] as Trader;
    return caller.get(`/stations/${trader.stationId}/market`, trader.token);
  };

/** What the cockpit polls. */
export const stateReads =
  (caller: Caller, movers: readonly Mover[]): Operation =>
  (worker) =>
    caller.get('/player/state', (movers[worker] as Mover).token);

/** The whole chart of a region, compressed; the server keeps the body while it does not change. */
export const mapReads =
  (caller: Caller, movers: readonly Mover[], regionName: string): Operation =>
  (worker) =>
    caller.get(`/map/regions/${regionName}`, (movers[worker] as Mover).token, { 'accept-encoding': 'gzip' });

/** The same with the tag of the last answer: nothing has changed. */
export const mapChecks = (caller: Caller, movers: readonly Mover[], regionName: string): Operation => {
  const tags = new Map<number, string>();
  return async (worker) => {
    const { token } = movers[worker] as Mover;
    const tag = tags.get(worker);
    const answer = await caller.get(`/map/regions/${regionName}`, token, {
      'accept-encoding': 'gzip',
      ...(tag === undefined ? {} : { 'if-none-match': tag }),
    });
    const { etag } = answer.headers;
    if (typeof etag === 'string') tags.set(worker, etag);
  };
};
