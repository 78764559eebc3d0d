import type { Sql } from '@sw/db';

export interface PlayersFilter {
  readonly q?: string | undefined;
  readonly region?: string | undefined;
  readonly rank?: number | undefined;
  readonly online?: boolean | undefined;
  readonly muted?: boolean | undefined;
}

export interface PlayerListRow {
  readonly id: string;
  readonly userId: string;
  readonly callsign: string | null;
  readonly rankLevel: number;
  readonly credits: bigint;
  readonly bank: bigint;
  readonly turns: number;
  readonly shipType: string | null;
  readonly sectorId: number | null;
  readonly sectorNumber: number | null;
  readonly regionName: string | null;
  readonly status: string;
  readonly isOnline: boolean;
  readonly mutedUntil: Date | null;
  readonly lastActiveAt: Date;
  readonly createdAt: Date;
}

export const listedColumns = (sql: Sql) => sql`
  p.id, p.user_id, p.callsign, p.rank_level, coalesce(w.balance, 0) AS credits, coalesce(b.balance, 0) AS bank,
  p.turns, s.type AS ship_type, s.sector_id, x.number AS sector_number, r.name AS region_name, p.status,
  EXISTS (SELECT 1 FROM online_players o WHERE o.player_id = p.id) AS is_online,
  p.muted_until, p.last_active_at, p.created_at`;

export const playersFrom = (sql: Sql) => sql`
  players p
  LEFT JOIN ledger_accounts w ON w.id = 'wallet:' || p.id
  LEFT JOIN ledger_accounts b ON b.id = 'bank:' || p.id
  LEFT JOIN ships s ON s.id = p.active_ship_id
  LEFT JOIN sectors x ON x.id = s.sector_id
  LEFT JOIN regions r ON r.id = s.region_id`;

/** What the filters let through; a search is a part of a callsign, or a whole id of player or account. */
export const matching = (sql: Sql, filter: PlayersFilter, now: Date) => {
  const part = filter.q === undefined ? null : `%${filter.q.replaceAll(/[\\%_]/g, '\\$&')}%`;
  const { q = null, region = null, rank = null, online = null, muted = null } = filter;
  return sql`
    (${part}::text IS NULL OR p.callsign ILIKE ${part} OR p.id::text = lower(${q}) OR p.user_id::text = lower(${q}))
    AND (${region}::text IS NULL OR r.name = ${region})
    AND (${rank}::int IS NULL OR p.rank_level = ${rank})
    AND (${online}::boolean IS NULL
         OR ${online} = EXISTS (SELECT 1 FROM online_players o WHERE o.player_id = p.id))
    AND (${muted}::boolean IS NULL OR ${muted} = coalesce(p.muted_until > ${now}, false))`;
};

export interface DossierRow extends PlayerListRow {
  readonly rev: bigint;
  readonly username: string;
  readonly accountStatus: string;
  readonly rankPoints: number;
  readonly personalReputation: number;
  readonly firstLoginState: string;
  readonly lifetimeTurnsSpent: bigint;
  readonly sectorsVisited: number;
}

export const findDossier = (sql: Sql, id: string) =>
  sql<DossierRow[]>`
    SELECT ${listedColumns(sql)}, p.rev, u.username, u.status AS account_status, p.rank_points,
           p.personal_reputation, p.first_login_state, p.lifetime_turns_spent, p.sectors_visited
    FROM ${playersFrom(sql)} JOIN users u ON u.id = p.user_id WHERE p.id = ${id}`;

export interface DossierShip {
  readonly id: string;
  readonly registration: string;
  readonly name: string;
  readonly type: string;
  readonly status: string;
  readonly sectorId: number;
  readonly hull: number;
  readonly cargoUsed: number;
  readonly cargoCapacity: number;
  readonly isActive: boolean;
  readonly cargo: { readonly commodity: string; readonly quantity: number }[];
}

export const findShips = (sql: Sql, playerId: string) =>
  sql<DossierShip[]>`
    SELECT s.id, s.registration, s.name, s.type, s.status, s.sector_id, s.hull, s.cargo_used, s.cargo_capacity,
           s.id = p.active_ship_id AS is_active,
           (SELECT coalesce(jsonb_agg(jsonb_build_object('commodity', c.commodity, 'quantity', c.quantity)
                                      ORDER BY c.commodity), '[]')
            FROM ship_cargo c WHERE c.ship_id = s.id AND c.quantity > 0) AS cargo
    FROM ships s JOIN players p ON p.id = s.owner_id
    WHERE s.owner_id = ${playerId} AND s.status <> 'destroyed' ORDER BY s.created_at`;

/** What all movements of a wallet add up to, by the trail of its player. */
export const sumWallet = (sql: Sql, playerId: string) =>
  sql<{ sum: bigint; balance: bigint }[]>`
    SELECT coalesce((SELECT sum(CASE WHEN l.to_account = a.id THEN l.amount ELSE -l.amount END)
                     FROM credit_ledger l
                     WHERE l.player_id = ${playerId} AND (l.to_account = a.id OR l.from_account = a.id)), 0)::bigint AS sum,
           a.balance
    FROM ledger_accounts a WHERE a.id = 'wallet:' || ${playerId}::text`;

/** Movements of a wallet, newest first, each with the balance after it. */
export const findMovements = (
  sql: Sql,
  playerId: string,
  page: { readonly beforeId: string | null; readonly limit: number; readonly reason: string | null },
) =>
  sql<
    {
      id: bigint;
      at: Date;
      reason: string;
      delta: bigint;
      balance: bigint;
      refType: string | null;
      refId: string | null;
    }[]
  >`
    WITH moved AS (
      SELECT l.id, l.at, l.reason, l.ref_type, l.ref_id,
             CASE WHEN l.to_account = 'wallet:' || ${playerId}::text THEN l.amount ELSE -l.amount END AS delta
      FROM credit_ledger l
      WHERE l.player_id = ${playerId}
        AND ('wallet:' || ${playerId}::text) IN (l.from_account, l.to_account)),
    running AS (SELECT *, (sum(delta) OVER (ORDER BY id))::bigint AS balance FROM moved)
    SELECT id, at, reason, delta, balance, ref_type, ref_id FROM running
    WHERE (${page.beforeId}::bigint IS NULL OR id < ${page.beforeId}::bigint)
      AND (${page.reason}::text IS NULL OR reason = ${page.reason})
    ORDER BY id DESC LIMIT ${page.limit}`;

export const findTimeline = (sql: Sql, playerId: string, limit: number) =>
  sql<
    {
      id: string;
      at: Date;
      source: 'log' | 'audit';
      what: string;
      by: string | null;
      reason: string | null;
    }[]
  >`
    (SELECT 'l' || l.id::text AS id, l.at, 'log' AS source, l.type AS what, NULL AS by, NULL AS reason
     FROM player_log l WHERE l.player_id = ${playerId} ORDER BY l.at DESC LIMIT ${limit})
    UNION ALL
    (SELECT 'a' || a.id::text, a.at, 'audit', a.action, u.username, a.reason
     FROM audit_log a LEFT JOIN users u ON u.id = a.actor_user_id
     WHERE a.resource_type = 'player' AND a.resource_id = ${playerId} ORDER BY a.at DESC LIMIT ${limit})
    ORDER BY at DESC LIMIT ${limit}`;
