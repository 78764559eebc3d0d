/** 0 nothing typed, 1 weak, 2 fair, 3 good, 4 strong: a hint, never a rule; the server decides. */
export type Strength = 0 | 1 | 2 | 3 | 4;

const WEAK_BITS = 40;
const FAIR_BITS = 55;
const GOOD_BITS = 75;

const CLASSES: readonly (readonly [RegExp, number])[] = [
  [/[a-z]/, 26],
  [/[A-Z]/, 26],
  [/\d/, 10],
  [/[^A-Za-z0-9]/, 33],
];

/** Characters that add something: not a repetition and not the next step of a run such as `abcd` or `4321`. */
function surprising(password: string): number {
  let count = 0;
  for (let at = 0; at < password.length; at += 1) {
    const step = password.charCodeAt(at) - password.charCodeAt(at - 1);
    const isRun =
      at > 1 && step === password.charCodeAt(at - 1) - password.charCodeAt(at - 2) && Math.abs(step) <= 1;
    if (!isRun) count += 1;
  }
  return count;
}

/**
 * A rough estimate from length and kinds of characters. Repetition, runs and the own name add
 * nothing. `minLength` is what the server asks for: anything shorter is weak whatever it holds.
 */
export function passwordStrength(password: string, name: string, minLength: number): Strength {
  if (password === '') return 0;
  const bare = name.length >= 4 ? password.replaceAll(new RegExp(escapeRegExp(name), 'gi'), '') : password;
  if (password.length < minLength) return 1;
  const alphabet = CLASSES.reduce((sum, [pattern, size]) => sum + (pattern.test(bare) ? size : 0), 0);
  const bits = surprising(bare) * Math.log2(Math.max(2, alphabet));
  if (bits < WEAK_BITS) return 1;
  if (bits < FAIR_BITS) return 2;
  return bits < GOOD_BITS ? 3 : 4;
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
