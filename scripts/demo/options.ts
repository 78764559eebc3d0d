import { parseArgs } from 'node:util';
import { wholeNumber } from '../process/whole-number.ts';

export interface DemoOptions {
  readonly players: number;
  readonly minutes: number;
  /** Origin of the server; undefined: the one that runs from this folder. */
  readonly url: string | undefined;
  readonly seed: string;
}

const MOST_PLAYERS = 200;
const MOST_MINUTES = 24 * 60;

/** Reads `--players 12 --minutes 10 --url http://… --seed text`. */
export const readDemoOptions = (args: readonly string[]): DemoOptions => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      players: { type: 'string', default: '12' },
      minutes: { type: 'string', default: '10' },
      url: { type: 'string' },
      seed: { type: 'string', default: 'demo' },
    },
  });
  return {
    players: wholeNumber('players', values.players, 1, MOST_PLAYERS),
    minutes: wholeNumber('minutes', values.minutes, 1, MOST_MINUTES),
    url: values.url?.replace(/\/+$/, ''),
    seed: values.seed,
  };
};
