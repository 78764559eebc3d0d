import { PLATFORM_CODES } from './constants.ts';

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/**
 * The code a region is shown by: three characters of its name in their order where such a code is free, else its
 * first letter and two more characters, else any free one (rule book, world 2.2). Null when all are taken.
 */
export function chooseRegionCode(name: string, taken: ReadonlySet<string>): string | null {
  const isFree = (code: string): boolean => !taken.has(code) && !PLATFORM_CODES.includes(code);
  for (const code of candidates(name)) {
    if (isFree(code)) return code;
  }
  return null;
}

function* candidates(name: string): Generator<string> {
  const letters = name.replaceAll(/[^a-z0-9]/g, '').toUpperCase();
  const [first = 'R'] = letters;
  for (let second = 1; second < letters.length; second++) {
    for (let third = second + 1; third < letters.length; third++) {
      yield `${first}${letters[second]}${letters[third]}`;
    }
  }
  yield* tails(first);
  for (const head of DIGITS) yield* tails(head);
}

function* tails(head: string): Generator<string> {
  for (const second of DIGITS) {
    for (const third of DIGITS) yield `${head}${second}${third}`;
  }
}
