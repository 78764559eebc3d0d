/** A span in which players may look but not act. */
export interface MaintenanceSpan {
  readonly startsAtMs: number;
  /** Null: until somebody ends it. */
  readonly endsAtMs: number | null;
  readonly text: string;
}

/** What an operator told everybody who comes. */
export interface ServerNotices {
  readonly maintenance: MaintenanceSpan | null;
  readonly motd: string | null;
}

export const NO_NOTICES: ServerNotices = { maintenance: null, motd: null };

export const isOver = ({ endsAtMs }: MaintenanceSpan, nowMs: number): boolean =>
  endsAtMs !== null && endsAtMs <= nowMs;

/** The maintenance that is now, or null. */
export const maintenanceAt = ({ maintenance }: ServerNotices, nowMs: number): MaintenanceSpan | null =>
  maintenance !== null && maintenance.startsAtMs <= nowMs && !isOver(maintenance, nowMs) ? maintenance : null;
