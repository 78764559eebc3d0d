import { createHash } from 'node:crypto';

const TAG_LENGTH = 22;

/**
 * The tag of an answer by everything it depends on, its reader first: one browser may be used by two
 * players, and the answer of one must never pass for that of the other.
 */
export const entityTag = (...parts: readonly (string | number | bigint)[]): string =>
  `"${createHash('sha256').update(parts.join('\n')).digest('base64url').slice(0, TAG_LENGTH)}"`;

/** Whether a client has the answer of this tag already, by its `If-None-Match`. */
export const isUnchanged = (ifNoneMatch: string | undefined, tag: string): boolean => {
  if (ifNoneMatch === undefined) return false;
  return ifNoneMatch.split(',').some((given) => given.trim().replace(/^W\//, '') === tag);
};
