/** One line of a player's event log, as it is kept. */
export interface LogRow {
  readonly player_id: string;
  readonly category: 'movement' | 'trade' | 'combat' | 'colony' | 'team' | 'system';
  readonly type: string;
  readonly data: unknown;
}

/** As much of an event of the outbox as its line needs. */
interface ToldEvent {
  readonly channel: string;
  readonly type: string;
  readonly data: unknown;
}

/** Families of events by the first part of their type; whatever is in none of them is of the system. */
const CATEGORY_OF: Readonly<Record<string, LogRow['category']>> = {
  player: 'movement',
  sector: 'movement',
  gate: 'movement',
  journey: 'movement',
  tow: 'movement',
  trade: 'trade',
  market: 'trade',
  contract: 'trade',
  warehouse: 'trade',
  bank: 'trade',
  insurance: 'trade',
  construction: 'trade',
  station: 'trade',
  p2p: 'trade',
  transfer: 'trade',
  combat: 'combat',
  ship: 'combat',
  forces: 'combat',
  mine: 'combat',
  npc: 'combat',
  patrol: 'combat',
  bounty: 'combat',
  planet: 'colony',
  genesis: 'colony',
  team: 'team',
  alliance: 'team',
  war: 'team',
};

/** Events that only keep screens up to date, and those another event tells better: nothing to read again. */
const UNLOGGED: ReadonlySet<string> = new Set([
  'player.state_changed',
  'player.turns',
  'autopilot.progress',
  'map.discovered',
  'map.marks_changed',
  'market.updated',
  'ship.updated',
  'sector.updated',
  'contract.board_changed',
]);
const UNLOGGED_FAMILIES: ReadonlySet<string> = new Set([
  'session',
  'resync',
  'channel',
  'heartbeat',
  'presence',
  'chat',
  'notification',
]);

const PLAYER = /^player:(.+)$/;

/** What of the events of a command belongs into somebody's event log: those told to him alone that say something. */
export const logRowsOf = (events: readonly ToldEvent[]): LogRow[] =>
  events.flatMap((event) => {
    const playerId = PLAYER.exec(event.channel)?.[1];
    const family = event.type.split('.')[0] ?? '';
    if (playerId === undefined || UNLOGGED.has(event.type) || UNLOGGED_FAMILIES.has(family)) return [];
    return [
      { player_id: playerId, category: CATEGORY_OF[family] ?? 'system', type: event.type, data: event.data },
    ];
  });
