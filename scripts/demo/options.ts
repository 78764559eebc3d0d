import { parseArgs } from 'node:util';

export interface DemoOptions {
  readonly players: number;
  readonly minutes: number;
  /** Origin of the server; undefined: the one that runs from this folder. */
  readonly url: string | undefined;
  readonly seed: string;
}

const MOST_PLAYERS = 200;
const MOST_MINUTES = 24 * 60;

/** A whole number of a command line within its bounds, or one sentence that says what is wrong. */
const wholeNumber = (name: string, text: string, most: number): number => {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1 && value <= most) return value;
  throw new RangeError(`--${name} must be a whole number from 1 to ${most}, not "${text}".`);
};

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
    players: wholeNumber('players', values.players, MOST_PLAYERS),
    minutes: wholeNumber('minutes', values.minutes, MOST_MINUTES),
    url: values.url?.replace(/\/+$/, ''),
    seed: values.seed,
  };
};
