/** Why a lane exists. Only extra lanes may become one-way. */
export type LaneRole = 'tree' | 'bridge' | 'extra' | 'repair' | 'pocket_exit';

/** A lane between two sector indices; a one-way lane leads from a to b. */
export interface Lane {
  readonly a: number;
  readonly b: number;
  readonly role: LaneRole;
  readonly isOneWay: boolean;
}

/** The growing lanes of a region: no pair twice, degrees at hand. */
export class LaneNetwork {
  readonly sectorCount: number;
  readonly lanes: Lane[] = [];
  readonly degree: Uint8Array;
  private readonly pairs = new Set<number>();

  constructor(sectorCount: number) {
    this.sectorCount = sectorCount;
    this.degree = new Uint8Array(sectorCount);
  }

  /** Whether a lane joins the two sectors, in whatever direction. */
  has(a: number, b: number): boolean {
    return this.pairs.has(this.pairKey(a, b));
  }

  /** Adds a lane. The caller has checked that the pair has none. */
  add(a: number, b: number, role: LaneRole, isOneWay = false): void {
    this.lanes.push({ a, b, role, isOneWay });
    this.pairs.add(this.pairKey(a, b));
    this.degree[a]!++;
    this.degree[b]!++;
  }

  /** The same lanes between renamed sectors; `renamed[old]` is the new index. */
  renamed(renamed: ArrayLike<number>): LaneNetwork {
    const copy = new LaneNetwork(this.sectorCount);
    for (const lane of this.lanes) {
      copy.add(renamed[lane.a]!, renamed[lane.b]!, lane.role, lane.isOneWay);
    }
    return copy;
  }

  /** The same network with every lane passed through the function. */
  mapped(change: (lane: Lane) => Lane): LaneNetwork {
    const copy = new LaneNetwork(this.sectorCount);
    for (const lane of this.lanes.map(change)) {
      copy.add(lane.a, lane.b, lane.role, lane.isOneWay);
    }
    return copy;
  }

  private pairKey(a: number, b: number): number {
    return Math.min(a, b) * this.sectorCount + Math.max(a, b);
  }
}
