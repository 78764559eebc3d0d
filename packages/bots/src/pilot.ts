import type { Api } from '@sw/api-client';
import type { PLAYER_ENDPOINTS, ReplyOf } from '@sw/contracts';
import type { RandomStream } from '@sw/rules';

export type PlayerApi = Api<typeof PLAYER_ENDPOINTS>;
export type PlayerState = ReplyOf<typeof PLAYER_ENDPOINTS.getPlayerState>;

/** What a strategy may use: the public API, a voice, and dice of its own. */
export interface Pilot {
  readonly api: PlayerApi;
  readonly random: RandomStream;
  /** Says a line in the sector; a bot without a live socket stays silent. */
  say(text: string): Promise<void>;
}

/** What one step did, for the summary. */
export type Deed =
  | 'moved'
  | 'docked'
  | 'undocked'
  | 'looked'
  | 'planned'
  | 'bought'
  | 'sold'
  | 'chatted'
  | 'rested';

export interface Step {
  readonly deed: Deed;
  /** How long the bot has nothing to do, beyond its ordinary pace. */
  readonly waitMs?: number;
}

/** A way to play: each call does one small thing, decided from what the server answers now. */
export interface Strategy {
  readonly name: string;
  step(pilot: Pilot): Promise<Step>;
}
