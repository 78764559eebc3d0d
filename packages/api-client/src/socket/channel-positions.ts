import type { ServerEnvelope } from '@sw/contracts';

export interface Position {
  readonly epoch: string;
  readonly seq: number;
}

const REMEMBERED_IDS = 512;

/**
 * How far each channel has been seen. `place` judges one event: `repeat` was seen before,
 * `next` follows, `gap` means that something was missed (or the numbering began anew) and what
 * depends on the channel must be fetched again.
 */
export class ChannelPositions {
  readonly #positions = new Map<string, Position>();
  readonly #recentIds = new Set<string>();

  /** Every known position, as `resume` wants it. */
  all(): Record<string, Position> {
    return Object.fromEntries(this.#positions);
  }

  get isEmpty(): boolean {
    return this.#positions.size === 0;
  }

  set(channel: string, position: Position): void {
    this.#positions.set(channel, position);
  }

  drop(channel: string): void {
    this.#positions.delete(channel);
  }

  /**
   * Takes the channels of a welcome: drops those no longer held, adds new ones where they stand
   * now, and leaves the ones to be resumed where they were.
   */
  welcome(channels: readonly (Position & { readonly name: string })[]): void {
    const held = new Set(channels.map((channel) => channel.name));
    for (const name of this.#positions.keys()) if (!held.has(name)) this.#positions.delete(name);
    for (const { name, epoch, seq } of channels) {
      if (!this.#positions.has(name)) this.#positions.set(name, { epoch, seq });
    }
  }

  place(envelope: ServerEnvelope): 'repeat' | 'next' | 'gap' {
    const isKnown = this.#recentIds.has(envelope.id);
    const { ch, epoch, seq } = envelope;
    if (ch === undefined || epoch === undefined || seq === undefined)
      return isKnown ? 'repeat' : this.#remember(envelope.id, 'next');
    const known = this.#positions.get(ch);
    if (known?.epoch === epoch && seq <= known.seq) return 'repeat';
    // Told again under a number of its own, an event is no news, but its number counts.
    this.#positions.set(ch, { epoch, seq });
    const follows = known === undefined || (known.epoch === epoch && seq === known.seq + 1);
    if (!follows) return this.#remember(envelope.id, 'gap');
    return isKnown ? 'repeat' : this.#remember(envelope.id, 'next');
  }

  #remember<T>(id: string, verdict: T): T {
    this.#recentIds.add(id);
    for (const oldest of this.#recentIds) {
      if (this.#recentIds.size <= REMEMBERED_IDS) break;
      this.#recentIds.delete(oldest);
    }
    return verdict;
  }
}
