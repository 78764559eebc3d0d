import type { ServerEnvelope } from '@sw/contracts';
import type { Position } from './channel-positions.ts';
import { ChannelPositions } from './channel-positions.ts';
import type { SocketEvent } from './frames.ts';
import { decodeEvent } from './frames.ts';

export interface StreamSinks {
  readonly onEvent: (event: SocketEvent) => void;
  /** Something of the channel was missed; null: of every channel. */
  readonly onResync: (channel: string | null) => void;
  /** An event of another catalogue than the player's, still to be decoded. */
  readonly onOther?: ((envelope: ServerEnvelope) => void) | undefined;
}

const bySeq = (a: ServerEnvelope, b: ServerEnvelope): number => (a.seq ?? 0) - (b.seq ?? 0);

/**
 * Turns envelopes into events that arrive once and in order, and says when something is missing.
 * While a resume runs, envelopes are held back, because live ones may overtake the replay.
 */
export class EventStream {
  readonly #sinks: StreamSinks;
  readonly #positions = new ChannelPositions();
  #held: ServerEnvelope[] | null = null;

  constructor(sinks: StreamSinks) {
    this.#sinks = sinks;
  }

  /** Takes the channels of a welcome; the positions to resume from, or null on a first connection. */
  welcome(channels: readonly (Position & { readonly name: string })[]): Record<string, Position> | null {
    const isFirst = this.#positions.isEmpty;
    const resumeFrom = this.#positions.all();
    this.#positions.welcome(channels);
    if (isFirst) return null;
    this.#held = [];
    const kept = this.#positions.all();
    return Object.fromEntries(Object.entries(resumeFrom).filter(([name]) => Object.hasOwn(kept, name)));
  }

  /** The resume is over; when it failed nothing held before can be trusted. */
  release(succeeded: boolean): void {
    const held = this.#held ?? [];
    this.#held = null;
    if (!succeeded) this.lose();
    for (const envelope of held.toSorted(bySeq)) this.take(envelope);
  }

  /** Forgets every position and asks for everything anew. */
  lose(): void {
    for (const channel of Object.keys(this.#positions.all())) this.#positions.drop(channel);
    this.#sinks.onResync(null);
  }

  take(envelope: ServerEnvelope): void {
    if (this.#held !== null && envelope.ch !== undefined) {
      this.#held.push(envelope);
      return;
    }
    const verdict = this.#positions.place(envelope);
    if (verdict === 'repeat') return;
    if (verdict === 'gap') this.#sinks.onResync(envelope.ch ?? null);
    const event = decodeEvent(envelope);
    if (event === 'unknown') {
      this.#sinks.onOther?.(envelope);
      return;
    }
    if (event === 'invalid') {
      this.#sinks.onResync(envelope.ch ?? null);
      return;
    }
    this.#followChannels(event);
    this.#sinks.onEvent(event);
  }

  #followChannels(event: SocketEvent): void {
    if (event.type === 'channel.joined') this.#positions.set(event.data.name, event.data);
    else if (event.type === 'channel.left') this.#positions.drop(event.data.name);
    else if (event.type === 'resync.required') {
      this.#positions.drop(event.data.channel);
      this.#sinks.onResync(event.data.channel);
    }
  }
}
