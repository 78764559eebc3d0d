/** The turn pool of a player as it is stored: `frac` of the next turn at `anchorMs`, in units of 1/864,000,000. */
export interface TurnState {
  readonly turns: number;
  readonly anchorMs: number;
  readonly frac: number;
}

/** What the regeneration multiplier is made of. */
export interface TurnMultiplierSources {
  /** 1–5. */
  readonly ariaTrustLevel: number;
  readonly medalBp?: number;
  /** Event `turn_regen`; 10,000 = no event. */
  readonly eventBp?: number;
}
