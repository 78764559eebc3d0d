import type { BodyOf, patchSettings as patchSettingsEndpoint } from '@sw/contracts';
import type { AnyStatement, Sql } from '@sw/db';
import { AppError } from '@sw/service-kit';
import type { Deps } from '../../deps.ts';
import type { OutboxEvent } from '../../realtime/outbox.ts';
import { event, playerChannel } from '../../realtime/outbox.ts';
import { saveAndTell } from '../../realtime/save-and-tell.ts';
import type { ChainRow } from '../first-ship/index.ts';
import { findChain, skipChain } from '../first-ship/index.ts';
import type { PlayerRow } from '../player/index.ts';
import { lockPlayer, touchPlayer } from '../player/index.ts';
import type { PlayerSettings } from './default-settings.ts';
import { readSettings } from './read-settings.ts';
import type { SettingsRow } from './settings.repository.ts';
import { findSettings, updateLocale, writeSettings } from './settings.repository.ts';

export interface SettingsRecord {
  readonly rev: number;
  readonly settings: PlayerSettings;
}

export type SettingsPatch = BodyOf<typeof patchSettingsEndpoint>;

/** The settings of a player; before the first change they are the defaults of revision 0. */
export const readPlayerSettings = async (deps: Deps, playerId: string): Promise<SettingsRecord> => {
  const [row] = await findSettings(deps.db.sql, playerId);
  if (row === undefined) throw new AppError('not_found');
  return toRecord(row);
};

/**
 * Changes some settings and, with `firstShip`, skips a step or the rest of the starter chain. The two do
 * not mix in revisions: only settings have one.
 *
 * @param expectedRev refuses with `precondition_failed` when the record has another revision; null for none
 */
export const changePlayerSettings = (
  deps: Deps,
  playerId: string,
  patch: SettingsPatch,
  expectedRev: number | null,
  nowMs: number,
): Promise<SettingsRecord> =>
  deps.db.command(async (tx) => {
    const { sql } = tx;
    const [players, rows, chains] = await tx.load(
      lockPlayer(sql, playerId),
      findSettings(sql, playerId),
      findChain(sql, playerId),
    );
    const [player] = players;
    const [row] = rows;
    if (player === undefined || row === undefined) throw new AppError('not_found');
    const before = toRecord(row);
    if (expectedRev !== null && expectedRev !== before.rev) throw new AppError('precondition_failed');

    const { firstShip, ...changes } = patch;
    const skip = skipStatements(sql, player, chains[0], firstShip, nowMs);
    const isChanged = Object.keys(changes).length > 0;
    const after: SettingsRecord = isChanged
      ? { rev: before.rev + 1, settings: { ...before.settings, ...definedOnly(changes) } }
      : before;
    await saveAndTell(
      deps,
      tx,
      nowMs,
      [
        ...skip.writes,
        ...(isChanged ? [writeSettings(sql, playerId, after.settings, after.rev)] : []),
        ...(changes.language === undefined ? [] : [updateLocale(sql, playerId, changes.language)]),
      ],
      skip.events,
    );
    return after;
  });

interface Skip {
  readonly writes: readonly AnyStatement[];
  readonly events: readonly OutboxEvent[];
}

/**
 * Skips in the starter chain. The revision of the player rises by two although one number would do: a screen
 * that misses a revision reads the whole state again, and the chain is only part of that.
 */
const skipStatements = (
  sql: Sql,
  player: PlayerRow,
  chain: ChainRow | undefined,
  firstShip: SettingsPatch['firstShip'],
  nowMs: number,
): Skip => {
  if (firstShip === undefined) return { writes: [], events: [] };
  return {
    writes: [
      skipChain(sql, chain, firstShip, player.id, nowMs),
      touchPlayer(sql, player.id, nowMs),
      touchPlayer(sql, player.id, nowMs),
    ],
    events: [event(playerChannel(player.id), 'player.state_changed', { rev: Number(player.rev) + 2 })],
  };
};

const toRecord = (row: SettingsRow): SettingsRecord => ({
  rev: row.rev ?? 0,
  settings: readSettings(row.settings ?? {}, row.locale),
});

const definedOnly = (changes: Omit<SettingsPatch, 'firstShip'>): Partial<PlayerSettings> =>
  Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
