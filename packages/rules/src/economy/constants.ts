/** Half of the spread a station takes, in basis points (rule book, economy 3.2). */
export const HALF_SPREAD_BP = 800;
export const TRADE_DOCK_HALF_SPREAD_BP = 500;

/** The price advantage of a player is clamped to this range; always below the half-spread (economy 3.3). */
export const MIN_ADVANTAGE_BP = -2_500;
export const MAX_ADVANTAGE_BP = 700;
export const TRADE_DOCK_MAX_ADVANTAGE_BP = 400;

export const MAX_MEDAL_ADVANTAGE_BP = 200;

/** Silver Tongue, for 14 days after first login. */
export const SILVER_TONGUE_BP = 150;

/** Drift and events may move a price to half and to double. */
export const MIN_MARKET_FACTOR_BP = 5_000;
export const MAX_MARKET_FACTOR_BP = 20_000;
export const MAX_DRIFT_BP = 1_000;
/** What an hour leaves of the drift, in percent. */
export const DRIFT_DECAY_PERCENT = 97;
export const MAX_DRIFT_HOURS = 336;

/** Who spent so many turns in a region within so long is one of its active players (economy 3.1). */
export const ACTIVE_PLAYER_TURNS = 20;
export const ACTIVE_PLAYER_WINDOW_MS = 7 * 86_400_000;
/** With so many active players more, markets hold once more what they hold for one (docs/rule-changes.md). */
export const PLAYERS_PER_DEPTH = 250;
/** Flow and depth follow the active players at this time past every hour (docs/rule-changes.md). */
export const MARKET_PACE_RENEWED_AT_MS = 5 * 60_000;

/** A market row left alone for longer settles this much. */
export const MAX_STOCK_SETTLE_MS = 14 * 86_400_000;

/** Units of goods in one line of a command. */
export const MAX_QUANTITY = 100_000;
export const MAX_TRADE_LINES = 8;

export const OWNER_CUT_PERCENT = 40n;
/** What a station treasury keeps of its tariff and of its docking fees; the rest is burned. */
export const TARIFF_STATION_PERCENT = 90n;
export const DOCK_FEE_STATION_PERCENT = 70n;

/** Docking (economy 2.5): fee by hull size; tiers are in halves, so that 1.5 stays whole. */
export const DOCK_FEES = { tiny: 0n, small: 10n, medium: 25n, large: 50n, capital: 100n } as const;
export const DOCK_TIER_HALVES = { none: 0n, basic: 2n, standard: 3n, premium: 4n } as const;
export const FREE_FIRST_DOCKING_MS = 7 * 86_400_000;
export const DOCK_COOLDOWN_AFTER_ATTACK_MS = 60_000;
export const DOCK_IN_COMBAT_MS = 5_000;

/** Mooring (economy 2.5). */
export const MOORING_FREE_MS = 86_400_000;
export const MOORING_PER_DAY = 200n;
export const MOORING_MAX = 6_000n;
export const MOORING_WALLET_SHARE = 10n;

/** Shelter at stations in open space (economy 2.5). */
export const SHELTER_MS = 12 * 3_600_000;
export const SHELTER_WARNING_MS = 3_600_000;
