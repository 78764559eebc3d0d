import { COMMON_PATTERNS, COMMON_WORDS } from './common-words.ts';

/** Why a password is too easy to guess, or null when nothing is known against it. */
export type PasswordWeakness = 'contains_name' | 'too_predictable' | 'too_common';

/** Shorter parts of a person's name are in too many words to forbid. */
const MIN_NAME_PART = 4;
const MIN_RUN = 3;
const MIN_WORD = 4;
/** This many characters outside of runs make a password more than a run. */
const MAX_LOOSE = 4;
/** What may surround a common word and still adds nothing: a year, a date, a sign or two. */
const MAX_TRIMMINGS = 6;
const DATE_LIKE = /^\d{1,8}[^\p{L}\d]{0,2}$/u;

const WALKS = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiop',
  'qwertzuiop',
  'azertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'yxcvbnm',
  '!@#$%^&*()',
].flatMap((row) => [row, [...row].reverse().join('')]);

/**
 * Judges a password after NFKC (rule book, platform 3.4): not one of the common ones, also not in a thin
 * disguise, and without the name of its owner. Length is not judged here.
 *
 * @param names username and local part of the e-mail address
 */
export const weaknessOf = (password: string, names: readonly string[]): PasswordWeakness | null => {
  const lowered = password.toLowerCase();
  if (names.some((name) => name.length >= MIN_NAME_PART && lowered.includes(name.toLowerCase()))) {
    return 'contains_name';
  }
  if (isPredictable(lowered)) return 'too_predictable';
  return isCommon(lowered) ? 'too_common' : null;
};

const isPredictable = (text: string): boolean =>
  new Set(text).size <= 3 ||
  hasShortPeriod(text) ||
  looseLength(text) <= Math.min(MAX_LOOSE, Math.floor(text.length / 3)) ||
  COMMON_PATTERNS.some((pattern) => pattern.includes(text) || isTrimmedPattern(text, pattern));

const isTrimmedPattern = (text: string, pattern: string): boolean =>
  text.includes(pattern) && text.length - pattern.length <= MAX_LOOSE;

/** True when the text is one unit over and over: `abc1abc1abc1`, also when the last one is cut off. */
const hasShortPeriod = (text: string): boolean => {
  for (let period = 1; period <= Math.floor(text.length / 2); period += 1) {
    if (text.slice(period) === text.slice(0, -period)) return true;
  }
  return false;
};

/** How many characters remain when keyboard walks, alphabet and number runs and repetitions are taken out. */
const looseLength = (text: string): number => {
  let loose = 0;
  for (let at = 0; at < text.length; ) {
    const run = Math.max(walkAt(text, at), repetitionAt(text, at));
    if (run < MIN_RUN) loose += 1;
    at += run < MIN_RUN ? 1 : run;
  }
  return loose;
};

const walkAt = (text: string, at: number): number => {
  let length = 1;
  while (at + length < text.length && WALKS.some((walk) => walk.includes(text.slice(at, at + length + 1)))) {
    length += 1;
  }
  return length;
};

const repetitionAt = (text: string, at: number): number => {
  let length = 1;
  while (text[at + length] === text[at] && at + length < text.length) length += 1;
  return length;
};

/** True for a common word, or the same twice, in usual look-alike spelling with usual trimmings. */
const isCommon = (text: string): boolean => {
  const core = /\p{L}.*\p{L}|\p{L}/u.exec(text)?.[0] ?? '';
  const trimmings = text.length - core.length;
  const isTrimmed = trimmings <= MAX_TRIMMINGS || DATE_LIKE.test(text.replace(core, ''));
  const candidates = [
    core,
    text.replace(/^[^\p{L}]+/u, ''),
    text.replace(/[^\p{L}]+$/u, ''),
    text.replace(/[^\p{L}]/gu, ''),
    text,
  ];
  return isTrimmed && candidates.some((candidate) => spellings(candidate).some(isCommonWord));
};

const isCommonWord = (letters: string): boolean => {
  if (letters.length < MIN_WORD) return false;
  if (COMMON_WORDS.has(letters)) return true;
  const half = letters.slice(0, letters.length / 2);
  return letters === half + half && COMMON_WORDS.has(half);
};

const LOOKALIKES: Readonly<Record<string, string>> = {
  '0': 'o',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '8': 'b',
  '@': 'a',
  $: 's',
  '!': 'i',
};

/** The words a text can be read as: signs to letters, a 1 as l or as i, separators dropped. */
const spellings = (text: string): readonly string[] => {
  const plain = text.replace(/[034578@$!]/g, (sign) => LOOKALIKES[sign] ?? sign).replace(/[\s._-]/g, '');
  return [plain.replaceAll('1', 'l'), plain.replaceAll('1', 'i')];
};
