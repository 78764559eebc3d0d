import { parseArgs } from 'node:util';
import { wholeNumber } from '../process/whole-number.ts';

export interface SimulateOptions {
  readonly players: number;
  readonly days: number;
  readonly seed: string;
  /** Regions of these many active players are measured for progression; empty leaves that part out. */
  readonly regions: readonly number[];
  /** Seeds a region; a region of one player gets four times as many. */
  readonly samples: number;
  /** Write docs/economy-report.md and its charts. */
  readonly isReport: boolean;
}

const MOST_PLAYERS = 2_000;
const MOST_DAYS = 3_650;
const MOST_SAMPLES = 20;
const LONGEST_SEED = 40;

/** Reads `--players 100 --days 60 --seed text --regions 1,10,100,500 --samples 2 --report`. */
export const readSimulateOptions = (args: readonly string[]): SimulateOptions => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      players: { type: 'string', default: '100' },
      days: { type: 'string', default: '60' },
      seed: { type: 'string', default: 'ledger' },
      regions: { type: 'string', default: '1,10,100,500' },
      samples: { type: 'string', default: '2' },
      report: { type: 'boolean', default: false },
    },
  });
  if (values.seed === '' || values.seed.length > LONGEST_SEED) {
    throw new RangeError(`--seed must have 1 to ${LONGEST_SEED} characters.`);
  }
  return {
    players: wholeNumber('players', values.players, 1, MOST_PLAYERS),
    days: wholeNumber('days', values.days, 1, MOST_DAYS),
    seed: values.seed,
    regions:
      values.regions === ''
        ? []
        : values.regions.split(',').map((text) => wholeNumber('regions', text, 1, MOST_PLAYERS)),
    samples: wholeNumber('samples', values.samples, 1, MOST_SAMPLES),
    isReport: values.report,
  };
};
