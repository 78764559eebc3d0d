import type { RandomBytes } from '../../platform/random.ts';

/** No characters that look alike, so that it can be typed from a screen. 32 of them: five bits each. */
const ALPHABET = 'abcdefghijkmnpqrstuvwxyz23456789';
const GROUPS = 5;
const GROUP_LENGTH = 4;

/** A password of 100 random bits in five groups of four, to be shown once and changed at the first sign-in. */
export const generatePassword = (random: RandomBytes): string => {
  const letters = Array.from(random(GROUPS * GROUP_LENGTH), (byte) => ALPHABET[byte % ALPHABET.length]).join(
    '',
  );
  return Array.from({ length: GROUPS }, (_, group) =>
    letters.slice(group * GROUP_LENGTH, (group + 1) * GROUP_LENGTH),
  ).join('-');
};
