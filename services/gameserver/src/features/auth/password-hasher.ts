import { hash, parseOptions, verify } from '@node-rs/argon2';
import type { RandomBytes } from '../../platform/random.ts';
import { createHashGate } from './hash-gate.ts';
import { normalizePassword } from './password.policy.ts';

/** Argon2id as the rule book fixes it (platform 3.4); the library's default algorithm is Argon2id. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1, outputLen: 32 } as const;
const SALT_BYTES = 16;
const MAX_RUNNING = 4;
const MAX_WAITING = 50;

/** Hash of a password nobody has, of the same parameters: checking it takes as long as checking a real one. */
export const DUMMY_HASH =
  '$argon2id$v=19$m=19456,t=2,p=1$HtjmepT3Uvq1UKvhYqybMQ$603g6Ycb6uqmTmLhIwia+/ilRkELXy+d5MCC5jV6shs';

export interface PasswordHasher {
  hash(password: string): Promise<string>;
  /** Checks against the stored hash, or against a dummy when there is none; then the answer is false. */
  verify(stored: string | null, password: string): Promise<boolean>;
  /** True when the hash was made with other parameters than today's. */
  needsRehash(stored: string): boolean;
}

/** Argon2id with at most four computations at once and fifty waiting. */
export const createPasswordHasher = (random: RandomBytes): PasswordHasher => {
  const gate = createHashGate(MAX_RUNNING, MAX_WAITING);
  return {
    hash: (password) =>
      gate.run(() => hash(normalizePassword(password), { ...PARAMETERS, salt: random(SALT_BYTES) })),
    verify: async (stored, password) => {
      const isRight = await gate.run(() => verify(stored ?? DUMMY_HASH, normalizePassword(password)));
      return isRight && stored !== null;
    },
    needsRehash: (stored) => {
      const made = parseOptions(stored);
      return (
        made.memoryCost !== PARAMETERS.memoryCost ||
        made.timeCost !== PARAMETERS.timeCost ||
        made.parallelism !== PARAMETERS.parallelism ||
        made.outputLen !== PARAMETERS.outputLen
      );
    },
  };
};
