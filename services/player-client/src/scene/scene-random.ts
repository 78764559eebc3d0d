/**
 * Decoration needs variety, not fairness: a small mixing generator seeded by
 * the sector, so that a place looks the same on every screen and every visit.
 */
export type SceneRandom = () => number;

/** Uniform numbers in [0, 1) from a seed; the same seed gives the same sequence. */
export function sceneRandom(seed: number): SceneRandom {
  let state = mix(seed >>> 0);
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    return mix(state) / 2 ** 32;
  };
}

/** A number in [0, 1) for a text such as an id. */
export function textFraction(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return mix(hash >>> 0) / 2 ** 32;
}

function mix(value: number): number {
  let word = value;
  word = Math.imul(word ^ (word >>> 16), 0x21f0aaad);
  word = Math.imul(word ^ (word >>> 15), 0x735a2d97);
  return (word ^ (word >>> 15)) >>> 0;
}
