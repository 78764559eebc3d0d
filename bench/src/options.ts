/** How much is measured. Times are recorded, never asserted. */
export interface BenchOptions {
  readonly isQuick: boolean;
  /** Interleaved runs of floor and server; the median of them counts. */
  readonly rounds: number;
  /** Length of one run. */
  readonly runMs: number;
  /** Connections of the floor and of the load over HTTP alike. */
  readonly connections: number;
  /** Players connected at once in the measurement of sockets. */
  readonly crowd: number;
}

const FULL: BenchOptions = { isQuick: false, rounds: 5, runMs: 5_000, connections: 32, crowd: 1_000 };
const QUICK: BenchOptions = { isQuick: true, rounds: 3, runMs: 1_000, connections: 32, crowd: 100 };

/**
 * Reads the arguments of `npm run bench`.
 *
 * @throws Error naming the first argument nobody knows.
 */
export const readOptions = (args: readonly string[]): BenchOptions => {
  const unknown = args.find((arg) => arg !== '--quick');
  if (unknown !== undefined) throw new Error(`unknown argument ${unknown}; there is only --quick`);
  return args.includes('--quick') ? QUICK : FULL;
};
