import type { RandomStream } from '../random/index.ts';
import { createStream } from '../random/index.ts';
import type { LaneNetwork } from './lane-network.ts';
import type { Points } from './spatial-grid.ts';
import type { ClusterType, NaturalWarpKind, NebulaKind, RegionInput, ZoneKind, ZonePlan } from './types.ts';

/** Pocket index of a sector of the main network. */
export const NO_POCKET = -1;

export interface ClusterDraft {
  readonly index: number;
  readonly name: string;
  readonly type: ClusterType;
  readonly size: number;
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

/** Where the sectors are and what they belong to. Indices are meaningless until the numbering phase. */
export interface LayoutDraft {
  readonly points: Points;
  readonly clusterOf: Uint8Array;
  /** Hub sector by cluster. */
  readonly hubs: readonly number[];
}

export interface PocketDraft {
  /** Pocket index by sector, `NO_POCKET` in the main network. */
  readonly pocketOf: Int16Array;
  readonly pockets: readonly (readonly number[])[];
}

/** The numbered skeleton of a region: index = sector number − 1, index 0 is the capital. */
export interface Skeleton extends LayoutDraft, PocketDraft {
  readonly sectorCount: number;
  readonly clusters: readonly ClusterDraft[];
  readonly zones: readonly ZonePlan[];
  readonly zoneOf: readonly ZoneKind[];
}

/** A tunnel or trunk between sector indices; a one-way warp leads from a to b. */
export interface LongWarp {
  readonly a: number;
  readonly b: number;
  readonly kind: Exclude<NaturalWarpKind, 'lane'>;
  readonly isOneWay: boolean;
  readonly isHidden: boolean;
}

export interface NebulaDraft {
  readonly clusterIndex: number;
  readonly kind: NebulaKind;
  readonly field: number;
}

/** The skeleton with every warp in place: what the content phases build on. */
export interface Topology extends Skeleton {
  readonly lanes: LaneNetwork;
  readonly longWarps: readonly LongWarp[];
  readonly gateway: number | null;
}

/** The input of one draft and its random streams. */
export interface DraftContext {
  readonly input: RegionInput;
  /** The independent stream of one phase: a further draw in one phase shifts no other. */
  stream(phase: string): RandomStream;
}

/** The context of the given attempt: attempt 0 uses the seed itself, the others a suffix (rule book, world 4.2). */
export function draftContext(input: RegionInput, attempt: number): DraftContext {
  const seed = attempt === 0 ? input.seed : `${input.seed}#${attempt}`;
  return { input, stream: (phase) => createStream(`${seed}|${input.regionCode}`, phase) };
}

/** Whether the sector belongs to the main network. */
export function isMain(draft: PocketDraft, sector: number): boolean {
  return draft.pocketOf[sector] === NO_POCKET;
}
