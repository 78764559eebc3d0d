/** Disjoint sets over 0..n − 1. */
export class UnionFind {
  private readonly parent: Int32Array;
  /** How many sets are left. */
  sets: number;

  constructor(n: number) {
    this.parent = Int32Array.from({ length: n }, (_, index) => index);
    this.sets = n;
  }

  /** The representative of the set of a member. */
  find(member: number): number {
    let root = member;
    while (this.parent[root] !== root) {
      root = this.parent[root]!;
    }
    let walk = member;
    while (this.parent[walk] !== root) {
      const next = this.parent[walk]!;
      this.parent[walk] = root;
      walk = next;
    }
    return root;
  }

  /** Joins two sets; false if they were one already. */
  union(a: number, b: number): boolean {
    const rootA = this.find(a);
    const rootB = this.find(b);
    if (rootA === rootB) {
      return false;
    }
    this.parent[Math.max(rootA, rootB)] = Math.min(rootA, rootB);
    this.sets--;
    return true;
  }
}
