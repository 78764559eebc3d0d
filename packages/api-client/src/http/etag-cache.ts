const MAX_ENTRIES = 64;

interface Entry {
  readonly etag: string;
  readonly value: unknown;
}

/** The last decoded reply of each address that carries an ETag; the least recently used goes first. */
export class EtagCache {
  readonly #entries = new Map<string, Entry>();

  get(target: string): Entry | undefined {
    const entry = this.#entries.get(target);
    if (entry === undefined) return undefined;
    this.#entries.delete(target);
    this.#entries.set(target, entry);
    return entry;
  }

  put(target: string, etag: string, value: unknown): void {
    this.#entries.delete(target);
    this.#entries.set(target, { etag, value });
    for (const oldest of this.#entries.keys()) {
      if (this.#entries.size <= MAX_ENTRIES) break;
      this.#entries.delete(oldest);
    }
  }

  /** Forgets everything: another person's answers must not be served after a sign-out. */
  clear(): void {
    this.#entries.clear();
  }
}
