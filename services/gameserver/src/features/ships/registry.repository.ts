import type { AnyStatement, Sql } from '@sw/db';

/** One line in the history of a ship. */
export interface RegistryEvent {
  readonly id: string;
  readonly shipId: string;
  readonly kind:
    | 'built'
    | 'purchased'
    | 'renamed'
    | 'sold'
    | 'abandoned'
    | 'claimed'
    | 'insured'
    | 'claim_paid'
    | 'destroyed'
    | 'scrapped';
  readonly actorId: string | null;
  readonly credits: bigint;
  readonly stationId: string | null;
  /** The name of the ship from then on. */
  readonly name: string | null;
  readonly at: Date;
}

/** Writes history; nothing ever changes it. */
export const insertRegistryEvents = (sql: Sql, events: readonly RegistryEvent[]): AnyStatement =>
  sql`INSERT INTO ship_registry_event (id, ship_id, kind, actor_id, credits, station_id, name, at)
      SELECT * FROM unnest(${events.map(({ id }) => id)}::uuid[], ${events.map(({ shipId }) => shipId)}::uuid[],
        ${events.map(({ kind }) => kind)}::text[], ${events.map(({ actorId }) => actorId) as string[]}::uuid[],
        ${events.map(({ credits }) => String(credits))}::int8[],
        ${events.map(({ stationId }) => stationId) as string[]}::uuid[],
        ${events.map(({ name }) => name) as string[]}::text[],
        ${events.map(({ at }) => at.toISOString())}::timestamptz[])`;

const SHOWN = 100;

/** The history of a ship by its registration, newest first, without credits. */
export const findHistory = (sql: Sql, registration: string) => sql<
  { kind: string; at: Date; callsign: string | null; name: string | null }[]
>`
  SELECT e.kind, e.at, p.callsign, e.name
  FROM ship_registry_event e JOIN ships s ON s.id = e.ship_id LEFT JOIN players p ON p.id = e.actor_id
  WHERE s.registration = ${registration} ORDER BY e.at DESC, e.id DESC LIMIT ${SHOWN}`;

/** What of a ship is public. */
export const findRegistered = (sql: Sql, registration: string) =>
  sql<
    { registration: string; type: 'light_freighter'; name: string }[]
  >`SELECT registration, type, name FROM ships WHERE registration = ${registration} AND type <> 'escape_pod'`;
