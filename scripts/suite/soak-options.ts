import { parseArgs } from 'node:util';
import { wholeNumber } from '../process/whole-number.ts';
import type { ProofCounts } from './proofs.ts';
import { CI_COUNTS } from './proofs.ts';

export interface SoakOptions {
  /** A count of zero leaves the proof out. */
  readonly counts: ProofCounts;
  readonly minutes: number;
}

const MOST = 1_000_000;
const MOST_MINUTES = 7 * 24 * 60;

/** Reads `--terran 200 --nexus 10 --kills 50 --fuzz 5000 --minutes 60`; what is not told is as in CI. */
export const readSoakOptions = (args: readonly string[]): SoakOptions => {
  const text = (standard: number) => ({ type: 'string' as const, default: String(standard) });
  const { values } = parseArgs({
    args: [...args],
    options: {
      terran: text(CI_COUNTS.terran),
      nexus: text(CI_COUNTS.nexus),
      kills: text(CI_COUNTS.kills),
      fuzz: text(CI_COUNTS.fuzz),
      minutes: text(60),
    },
  });
  const count = (name: keyof ProofCounts): number => wholeNumber(name, values[name], 0, MOST);
  return {
    counts: { terran: count('terran'), nexus: count('nexus'), kills: count('kills'), fuzz: count('fuzz') },
    minutes: wholeNumber('minutes', values.minutes, 1, MOST_MINUTES),
  };
};
