import type { getCurrentSector, ReplyOf } from '@sw/contracts';

export type SectorView = ReplyOf<typeof getCurrentSector>;
export type MoveOption = NonNullable<SectorView['warps']>[number];
export type Action = SectorView['actions'][number];

/** How a warp is drawn: what matters most about its other end. */
export type WarpTone = 'known' | 'new' | 'hazard' | 'tunnel';

export interface WarpRow {
  /** Stable within the sector: callbacks and the ring use it. */
  readonly id: string;
  /** `1` to `9`, `0` for the tenth, empty beyond. */
  readonly hotkey: string;
  readonly tone: WarpTone;
  readonly option: MoveOption;
  readonly move: Action | null;
}

/** From this hazard on a warp is marked; the number itself is the server's. */
const MARKED_HAZARD = 4;

/** The action of a kind on anything that carries actions. */
export function actionOf(actions: readonly Action[], id: string): Action | null {
  return actions.find((action) => action.id === id) ?? null;
}

function toneOf(option: MoveOption): WarpTone {
  if (option.kind !== 'lane') return 'tunnel';
  if ((option.hazard ?? 0) >= MARKED_HAZARD) return 'hazard';
  return option.level === 3 ? 'known' : 'new';
}

const isElsewhere = (option: MoveOption, regionName: string): number =>
  Number(option.regionName !== regionName);

/**
 * The warps of a sector in the order of their keys: this region before others, lanes before long
 * connections, then by number, so that a sector looks the same on every visit.
 */
export function warpRows(sector: Pick<SectorView, 'regionName' | 'warps'>): readonly WarpRow[] {
  const ordered = [...(sector.warps ?? [])].sort(
    (a, b) =>
      isElsewhere(a, sector.regionName) - isElsewhere(b, sector.regionName) ||
      Number(a.kind !== 'lane') - Number(b.kind !== 'lane') ||
      a.number - b.number ||
      a.warpId - b.warpId,
  );
  return ordered.map((option, index) => ({
    id: String(option.warpId),
    hotkey: index < 10 ? String((index + 1) % 10) : '',
    tone: toneOf(option),
    option,
    move: actionOf(option.actions, 'move'),
  }));
}
