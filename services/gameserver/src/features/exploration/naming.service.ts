import type { PLAYER_ENDPOINTS, ReplyOf } from '@sw/contracts';
import type { Sql } from '@sw/db';
import { checkNamingRight, checkSectorName, normaliseSectorName } from '@sw/rules';
import { AppError } from '@sw/service-kit';
import type { Deps } from '../../deps.ts';
import { assertAllowed } from '../../http/command.ts';
import { event, playerChannel, sectorChannel, sectorNamed } from '../../realtime/outbox.ts';
import { saveAndTell } from '../../realtime/save-and-tell.ts';
import { findCharts, findKnownWarps, knowledgeOf } from '../knowledge/index.ts';
import { lockPlayer } from '../player/index.ts';

type NameSector = (typeof PLAYER_ENDPOINTS)['nameSector'];

const lockNaming = (sql: Sql, sectorId: number) => sql<
  { discoveredBy: string | null; namedAt: Date | null }[]
>`
  SELECT discovered_by, named_at FROM sectors WHERE id = ${sectorId} FOR NO KEY UPDATE`;

/** Lets the discoverer of a sector name it, once (rule book, world 2.5). */
export const nameSector = (
  deps: Deps,
  request: {
    readonly playerId: string;
    readonly sectorId: number;
    readonly name: string;
    readonly nowMs: number;
  },
): Promise<ReplyOf<NameSector>> =>
  deps.db.command(async (tx) => {
    const { sql } = tx;
    const { playerId, sectorId, nowMs } = request;
    const atlas = deps.atlas();
    const sector = atlas.sector(sectorId);
    const [, charts, knownWarps, rows] = await tx.load(
      lockPlayer(sql, playerId),
      findCharts(sql, playerId),
      findKnownWarps(sql, playerId),
      lockNaming(sql, sectorId),
    );
    const [row] = rows;
    const isKnown = knowledgeOf(atlas, charts, knownWarps).levelOf(sectorId) > 0;
    if (sector === undefined || row === undefined || !isKnown) throw new AppError('not_found');
    assertAllowed(
      checkNamingRight({
        zone: sector.zone.kind,
        isDiscoverer: row.discoveredBy === playerId,
        isNamed: row.namedAt !== null,
      }),
    );
    const name = normaliseSectorName(request.name);
    assertAllowed(checkSectorName(name));
    await saveAndTell(
      deps,
      tx,
      nowMs,
      [sql`UPDATE sectors SET name = ${name}, named_at = ${new Date(nowMs)} WHERE id = ${sectorId}`],
      [
        sectorNamed(sectorId, name),
        ...[sectorChannel(sectorId), playerChannel(playerId)].map((channel) =>
          event(channel, 'sector.updated', { sectorId, parts: ['name'] }),
        ),
      ],
    );
    atlas.rename(sectorId, name);
    return { sectorId, name };
  });
