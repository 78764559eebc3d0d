import { create } from 'zustand';

export const OVERLAYS = ['trade', 'security', 'visited', 'ore', 'organics', 'equipment', 'fuel'] as const;
export type Overlay = (typeof OVERLAYS)[number];

export const MAP_MODES = ['2d', 'list'] as const;
export type MapMode = (typeof MAP_MODES)[number];

const AVOID_KEY = 'sw.avoid';
/** As many as one plot takes. */
const MOST_AVOIDED = 50;

interface MapState {
  /** The region on screen; null follows the ship. */
  readonly region: string | null;
  /** Number of the selected sector in the region on screen. */
  readonly selected: number | null;
  readonly overlay: Overlay;
  readonly mode: MapMode;
  /** Ids of sectors no course may lead through, kept on this device. */
  readonly avoid: readonly number[];
  showRegion(region: string | null): void;
  select(sectorNumber: number | null): void;
  setOverlay(overlay: Overlay): void;
  setMode(mode: MapMode): void;
  toggleAvoid(sectorId: number): void;
}

function readAvoid(): readonly number[] {
  try {
    const saved: unknown = JSON.parse(localStorage.getItem(AVOID_KEY) ?? '[]');
    return Array.isArray(saved) ? saved.filter(Number.isSafeInteger).slice(-MOST_AVOIDED) : [];
  } catch {
    return [];
  }
}

function writeAvoid(avoid: readonly number[]): void {
  try {
    localStorage.setItem(AVOID_KEY, JSON.stringify(avoid));
  } catch {
    // Storage is closed to us: the list lasts as long as the page.
  }
}

/** The list with a sector added, or without it; the oldest goes when there are too many. */
export function toggled(avoid: readonly number[], sectorId: number): readonly number[] {
  return avoid.includes(sectorId)
    ? avoid.filter((id) => id !== sectorId)
    : [...avoid, sectorId].slice(-MOST_AVOIDED);
}

/** What the map shows and what is chosen on it; it survives a visit to another screen. */
export const useMapStore = create<MapState>()((set) => ({
  region: null,
  selected: null,
  overlay: 'trade',
  mode: '2d',
  avoid: readAvoid(),
  showRegion: (region) => set({ region, selected: null }),
  select: (selected) => set({ selected }),
  setOverlay: (overlay) => set({ overlay }),
  setMode: (mode) => set({ mode }),
  toggleAvoid: (sectorId) =>
    set((state) => {
      const avoid = toggled(state.avoid, sectorId);
      writeAvoid(avoid);
      return { avoid };
    }),
}));
