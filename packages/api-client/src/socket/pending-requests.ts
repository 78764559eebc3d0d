import { NetworkError } from '../http/api-problem.ts';
import type { Timing } from '../timing.ts';
import type { Frame } from './frames.ts';
import { SocketRefusal } from './socket-status.ts';

interface Waiting {
  readonly resolve: (data: unknown) => void;
  readonly reject: (error: Error) => void;
  readonly cancelTimeout: () => void;
}

const ANSWER_TIMEOUT_MS = 10_000;

/** Requests that were sent and not yet answered, by their `ref`. */
export class PendingRequests {
  readonly #timing: Timing;
  readonly #waiting = new Map<string, Waiting>();
  #count = 0;

  constructor(timing: Timing) {
    this.#timing = timing;
  }

  nextRef(): string {
    this.#count += 1;
    return `r${this.#count}`;
  }

  /** Resolves with the data of the ack; rejects with `SocketRefusal` or, without an answer, `NetworkError`. */
  wait(ref: string): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const cancelTimeout = this.#timing.after(ANSWER_TIMEOUT_MS, () => {
        this.#waiting.delete(ref);
        reject(new NetworkError('The socket gave no answer in time'));
      });
      this.#waiting.set(ref, { resolve, reject, cancelTimeout });
    });
  }

  settle(frame: Extract<Frame, { kind: 'ack' | 'error' }>): void {
    const waiting = frame.ref === null ? undefined : this.#waiting.get(frame.ref);
    if (frame.ref === null || waiting === undefined) return;
    this.#waiting.delete(frame.ref);
    waiting.cancelTimeout();
    if (frame.kind === 'ack') waiting.resolve(frame.data);
    else waiting.reject(new SocketRefusal(frame.code, frame.detail));
  }

  /** This one will not be answered. */
  fail(ref: string, reason: string): void {
    const waiting = this.#waiting.get(ref);
    this.#waiting.delete(ref);
    waiting?.cancelTimeout();
    waiting?.reject(new NetworkError(reason));
  }

  /** The connection is gone: nobody will answer any more. */
  failAll(reason: string): void {
    for (const ref of [...this.#waiting.keys()]) this.fail(ref, reason);
  }
}
