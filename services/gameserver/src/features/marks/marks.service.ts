import type { BodyOf, PLAYER_ENDPOINTS, ReplyOf } from '@sw/contracts';
import type { AnyStatement, Sql } from '@sw/db';
import type { MarkKind } from '@sw/rules';
import { checkLabel, checkMark, checkNote, normaliseLabel } from '@sw/rules';
import { AppError } from '@sw/service-kit';
import type { Deps } from '../../deps.ts';
import { assertAllowed } from '../../http/command.ts';
import { event, playerChannel } from '../../realtime/outbox.ts';
import { saveAndTell } from '../../realtime/save-and-tell.ts';
import { cleanText } from '../chat/index.ts';
import { findCharts, findKnownWarps, knowledgeOf } from '../knowledge/index.ts';
import { lockPlayer } from '../player/index.ts';
import type { AtlasSector } from '../universe/index.ts';
import {
  countMarks,
  eraseMark,
  findAvoided,
  findBookmarks,
  findNotes,
  writeAvoided,
  writeBookmark,
  writeNote,
} from './marks.repository.ts';

type Endpoints = typeof PLAYER_ENDPOINTS;
type Marks = ReplyOf<Endpoints['listMarks']>;

/** Whose mark, and on which sector. */
export interface MarkRequest {
  readonly playerId: string;
  readonly sectorId: number;
  readonly nowMs: number;
}

const presentMarked = ({ id, number, code, region }: AtlasSector) => ({
  sectorId: id,
  number,
  code,
  regionName: region.name,
});

/** Everything a player wrote on his charts. */
export const readMarks = async (deps: Deps, playerId: string): Promise<Marks> => {
  const [bookmarks, notes, avoided] = await deps.db.snapshot((tx) =>
    tx.load(findBookmarks(tx.sql, playerId), findNotes(tx.sql, playerId), findAvoided(tx.sql, playerId)),
  );
  const atlas = deps.atlas();
  const marked = <R extends { readonly sectorId: number }>(row: R) => {
    const sector = atlas.sector(row.sectorId);
    return sector === undefined ? [] : [{ ...row, ...presentMarked(sector) }];
  };
  return {
    bookmarks: bookmarks.flatMap(marked),
    notes: notes.flatMap(marked).map((note) => ({ ...note, updatedAt: note.updatedAt.toISOString() })),
    avoid: avoided.flatMap(marked),
  };
};

/** Writes or changes a bookmark. */
export const keepBookmark = async (
  deps: Deps,
  request: MarkRequest,
  body: BodyOf<Endpoints['putBookmark']>,
): Promise<ReplyOf<Endpoints['putBookmark']>> => {
  const label = normaliseLabel(cleanText(body.label));
  assertAllowed(checkLabel(label));
  const mark = { sectorId: request.sectorId, label, colour: body.colour };
  const sector = await keepMark(deps, request, 'bookmark', (sql) =>
    writeBookmark(sql, request.playerId, mark),
  );
  return { ...presentMarked(sector), label, colour: body.colour };
};

/** Writes or changes a note. */
export const keepNote = async (
  deps: Deps,
  request: MarkRequest,
  body: BodyOf<Endpoints['putNote']>,
): Promise<ReplyOf<Endpoints['putNote']>> => {
  const text = cleanText(body.text);
  assertAllowed(checkNote(text));
  const updatedAt = new Date(request.nowMs);
  const sector = await keepMark(deps, request, 'note', (sql) =>
    writeNote(sql, request.playerId, { sectorId: request.sectorId, text, updatedAt }),
  );
  return { ...presentMarked(sector), text, updatedAt: updatedAt.toISOString() };
};

/** Puts a sector on the avoid list. */
export const keepAvoided = async (
  deps: Deps,
  request: MarkRequest,
): Promise<ReplyOf<Endpoints['putAvoid']>> =>
  presentMarked(
    await keepMark(deps, request, 'avoid', (sql) => writeAvoided(sql, request.playerId, request.sectorId)),
  );

/** Marks a sector under the lock of the player, who may write from two tabs at once. */
const keepMark = (
  deps: Deps,
  { playerId, sectorId, nowMs }: MarkRequest,
  kind: MarkKind,
  write: (sql: Sql) => AnyStatement,
): Promise<AtlasSector> =>
  deps.db.command(async (tx) => {
    const { sql } = tx;
    const [, charts, knownWarps, marks] = await tx.load(
      lockPlayer(sql, playerId),
      findCharts(sql, playerId),
      findKnownWarps(sql, playerId),
      countMarks(sql, kind, playerId, sectorId),
    );
    const level = knowledgeOf(deps.atlas(), charts, knownWarps).levelOf(sectorId);
    assertAllowed(checkMark(kind, { level, count: 0, isMarked: false, ...marks[0] }));
    const sector = deps.atlas().sector(sectorId);
    if (sector === undefined) throw new AppError('not_found');
    await saveAndTell(
      deps,
      tx,
      nowMs,
      [write(sql)],
      [event(playerChannel(playerId), 'map.marks_changed', { sectorId })],
    );
    return sector;
  });

/** Takes a mark off a sector; one that is not there is gone already. Refuses a sector the player does not know. */
export const removeMark = (
  deps: Deps,
  { playerId, sectorId, nowMs }: MarkRequest,
  kind: MarkKind,
): Promise<undefined> =>
  deps.db.command(async (tx) => {
    const { sql } = tx;
    const [, charts, knownWarps] = await tx.load(
      lockPlayer(sql, playerId),
      findCharts(sql, playerId),
      findKnownWarps(sql, playerId),
    );
    if (knowledgeOf(deps.atlas(), charts, knownWarps).levelOf(sectorId) === 0)
      throw new AppError('not_found');
    await saveAndTell(
      deps,
      tx,
      nowMs,
      [eraseMark(sql, kind, playerId, sectorId)],
      [event(playerChannel(playerId), 'map.marks_changed', { sectorId })],
    );
    return undefined;
  });
