import { ApiProblem, NetworkError, uuidV7 } from '@sw/api-client';

export type CommandKind =
  | 'move'
  | 'dock'
  | 'undock'
  | 'trade'
  | 'scan'
  | 'deposit'
  | 'withdraw'
  | 'accept'
  | 'abandon';

/** What an acknowledged command says of itself. */
export interface Effect {
  readonly rev: number;
  readonly transactionIds?: readonly string[];
}

/** One command with its key: `send` repeats exactly it. */
export interface Entry {
  readonly key: string;
  readonly kind: CommandKind;
  readonly send: () => Promise<Effect>;
  outcome: 'unknown' | 'refused' | 'acknowledged';
  effect?: Effect;
}

/** Whether the server may have done it although no success came back. */
const isOpen = (error: unknown): boolean =>
  error instanceof NetworkError || (error instanceof ApiProblem && error.status >= 500);

/** Everything one player asked for, and what came of it. */
export class Journal {
  readonly entries: Entry[] = [];

  /** Sends a command under a new key. Throws when the server cannot be reached; a refusal is an outcome. */
  async run(kind: CommandKind, send: (idempotencyKey: string) => Promise<Effect>): Promise<void> {
    const key = uuidV7(Date.now());
    const entry: Entry = { key, kind, send: () => send(key), outcome: 'unknown' };
    this.entries.push(entry);
    await this.#settle(entry);
  }

  /** Asks again, with their own keys, for everything whose outcome is not known. */
  async resolve(): Promise<void> {
    for (const entry of this.entries) if (entry.outcome === 'unknown') await this.#settle(entry);
  }

  of(kind: CommandKind): Entry[] {
    return this.entries.filter((entry) => entry.kind === kind && entry.outcome === 'acknowledged');
  }

  async #settle(entry: Entry): Promise<void> {
    try {
      entry.effect = await entry.send();
      entry.outcome = 'acknowledged';
    } catch (error) {
      if (isOpen(error) || !(error instanceof ApiProblem)) throw error;
      entry.outcome = 'refused';
    }
  }
}
