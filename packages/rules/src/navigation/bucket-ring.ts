/** A priority queue for small integer keys that never fall below the last one popped. */
export class BucketRing {
  readonly #heads: Int32Array;
  readonly #nodes: Int32Array;
  readonly #nexts: Int32Array;
  #used = 0;
  #waiting = 0;
  #key = 0;

  constructor(buckets: number, capacity: number) {
    this.#heads = new Int32Array(buckets).fill(-1);
    this.#nodes = new Int32Array(capacity);
    this.#nexts = new Int32Array(capacity);
  }

  push(key: number, node: number): void {
    const slot = key % this.#heads.length;
    this.#nodes[this.#used] = node;
    this.#nexts[this.#used] = this.#heads[slot] as number;
    this.#heads[slot] = this.#used;
    this.#used++;
    this.#waiting++;
  }

  /** The next node, or −1 when none waits. */
  pop(): number {
    if (this.#waiting === 0) {
      return -1;
    }
    let slot = this.#key % this.#heads.length;
    while ((this.#heads[slot] as number) < 0) {
      this.#key++;
      slot = this.#key % this.#heads.length;
    }
    const entry = this.#heads[slot] as number;
    this.#heads[slot] = this.#nexts[entry] as number;
    this.#waiting--;
    return this.#nodes[entry] as number;
  }
}
