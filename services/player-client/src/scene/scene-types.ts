import type { TradeSides } from '@sw/ui';

/*
 * What the window shows: plain view data without prices, rules or server
 * types. Everything the picture draws is a function of these values, so two
 * players in one sector see the same place.
 */

/** A station's four letters, and the same in words. */
export interface SceneTradeCode {
  readonly sides: TradeSides;
  readonly label: string;
}

export interface ScenePlanet {
  readonly id: string;
  readonly name: string;
  /** Planet type key: `terran`, `gas_giant`, … An unknown one looks barren. */
  readonly type: string;
  /** 1 to 10; unknown sizes are drawn as 5. */
  readonly size: number;
  /** One line under the name: "terran, hab 62, unclaimed". */
  readonly note?: string;
}

export interface SceneStation {
  readonly id: string;
  readonly name: string;
  /** Station class 0 to 11; null while unknown. */
  readonly stationClass: number | null;
  readonly facility: 'none' | 'spacedock' | 'tradedock';
  readonly note?: string;
  readonly tradeCode?: SceneTradeCode;
}

export interface SceneContact {
  readonly id: string;
  readonly name: string;
  readonly shipType: string;
  readonly isHostile?: boolean;
}

export interface SceneWarp {
  /** Identity of the warp for callbacks: stable within the sector. */
  readonly id: string;
  /** The key that takes it, `1` to `9` and `0`; empty beyond the tenth. */
  readonly key: string;
  readonly number: number;
  /** Null while nobody told its name. */
  readonly name: string | null;
  /** Warp kind key: `lane`, `tunnel`, `trunk`, `nexus_link`, `gate`. */
  readonly kind: string;
  /** Compass bearing on the map, 0 at the top, clockwise. */
  readonly bearingDeg: number;
  /** Turns it costs this ship; null while unknown. */
  readonly turns: number | null;
  readonly tradeCode?: SceneTradeCode;
  /** Hazard of the other end, if known. */
  readonly hazard?: number;
  readonly isVisited: boolean;
  readonly isOneWay: boolean;
  /** Why it cannot be taken now, in words. */
  readonly disabledReason?: string | undefined;
}

export interface SceneNebula {
  /** `crimson`, `violet`, `azure`, `obsidian`, `emerald`, `amber`. */
  readonly kind: string;
  /** Percent: 30 to 70 at the edge, 100 in the core. */
  readonly density: number;
}

export interface SceneView {
  /** Seed of the picture. */
  readonly sectorId: number;
  readonly sectorNumber: number;
  readonly name: string | null;
  /** Sector type key. */
  readonly type: string;
  readonly hazard: number;
  readonly zone: string;
  readonly nebula?: SceneNebula | null;
  readonly planets: readonly ScenePlanet[];
  readonly stations: readonly SceneStation[];
  readonly contacts: readonly SceneContact[];
  /** Wrecks and ships nobody flies, for the words. */
  readonly adrift?: readonly { readonly name: string; readonly note: string }[];
  readonly warps: readonly SceneWarp[];
}

/** The object whose details the context panel shows. */
export interface SceneSelection {
  readonly kind: 'warp' | 'station' | 'planet' | 'contact';
  readonly id: string;
}

/** How the window is drawn. `text` is the sector as plain prose. */
export type SceneMode = 'scene' | 'plate' | 'text';
