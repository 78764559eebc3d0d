import { foldName } from './fold-name.ts';

/**
 * Words no name may hold. Small on purpose: whole words after folding, so that harmless names that merely contain
 * one pass; what is left is a matter for moderation.
 */
const WORDS = [
  'arse',
  'arsehole',
  'asshole',
  'bastard',
  'bitch',
  'bollocks',
  'bugger',
  'cock',
  'coon',
  'cunt',
  'dick',
  'dickhead',
  'dyke',
  'fag',
  'faggot',
  'fuck',
  'fucker',
  'fucking',
  'hitler',
  'kike',
  'motherfucker',
  'nazi',
  'nigga',
  'nigger',
  'paki',
  'penis',
  'prick',
  'pussy',
  'rapist',
  'retard',
  'shit',
  'shithead',
  'slut',
  'spastic',
  'tranny',
  'twat',
  'wanker',
  'whore',
];

// A written 1 folds to l but is read as i as well, so each word is kept in both spellings.
const FOLDED = new Set(WORDS.flatMap((word) => [foldName(word), foldName(word).replaceAll('i', 'l')]));

/** True when a whole word of the name, or the name read as one word, is on the profanity list after folding. */
export function hasProfanity(name: string): boolean {
  return [name.replace(/[\s']/g, ''), ...name.split(/[\s'_-]+/)].some((word) => FOLDED.has(foldName(word)));
}
