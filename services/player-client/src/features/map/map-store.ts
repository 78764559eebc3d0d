import type { CommodityCode } from '@sw/contracts';
import { create } from 'zustand';

export const OVERLAYS = [
  'trade',
  'pays',
  'asks',
  'security',
  'type',
  'danger',
  'visited',
  'territory',
  'bookmarks',
] as const;
export type OverlayId = (typeof OVERLAYS)[number];

export const MAP_MODES = ['3d', '2d', 'list'] as const;
export type MapMode = (typeof MAP_MODES)[number];

interface MapState {
  /** The region on screen; null follows the ship. */
  readonly region: string | null;
  /** Number of the selected sector in the region on screen. */
  readonly selected: number | null;
  readonly overlay: OverlayId;
  /** What the overlays of prices are about. */
  readonly commodity: CommodityCode;
  readonly mode: MapMode;
  showRegion(region: string | null): void;
  select(sectorNumber: number | null): void;
  setOverlay(overlay: OverlayId): void;
  setCommodity(commodity: CommodityCode): void;
  setMode(mode: MapMode): void;
}

/** What the map shows and what is chosen on it; it survives a visit to another screen. */
export const useMapStore = create<MapState>()((set) => ({
  region: null,
  selected: null,
  overlay: 'trade',
  commodity: 'equipment',
  mode: '2d',
  // The region that is on screen anyway keeps what is chosen in it.
  showRegion: (region) => set((shown) => (shown.region === region ? {} : { region, selected: null })),
  select: (selected) => set({ selected }),
  setOverlay: (overlay) => set({ overlay }),
  setCommodity: (commodity) => set({ commodity }),
  setMode: (mode) => set({ mode }),
}));

/** Whether an overlay shows prices of a commodity. */
export const isPriced = (overlay: OverlayId): overlay is 'pays' | 'asks' =>
  overlay === 'pays' || overlay === 'asks';
