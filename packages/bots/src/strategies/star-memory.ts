/** What a bot remembers of the sectors it saw: links, and where it has been. */
export class StarMemory {
  readonly #links = new Map<number, readonly number[]>();
  readonly #visited = new Set<number>();

  /** Records the warps of a sector; `visited` are the neighbours already visited, by the server's word. */
  see(sectorId: number, links: readonly number[], visited: readonly number[]): void {
    this.#visited.add(sectorId);
    this.#links.set(sectorId, links);
    for (const neighbour of visited) this.#visited.add(neighbour);
  }

  /**
   * First hop of a shortest way to the nearest unvisited sector, in hops; of equally near ones the
   * first in the order the links were listed. Null when everything within reach was visited.
   */
  firstHopToUnvisited(from: number): number | null {
    const queue = (this.#links.get(from) ?? []).map((hop) => ({ sector: hop, hop }));
    const reached = new Set([from, ...queue.map(({ sector }) => sector)]);
    for (const { sector, hop } of queue) {
      if (!this.#visited.has(sector)) return hop;
      for (const next of this.#links.get(sector) ?? []) {
        if (reached.has(next)) continue;
        reached.add(next);
        queue.push({ sector: next, hop });
      }
    }
    return null;
  }
}
