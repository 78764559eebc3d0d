import { AppError } from '@sw/service-kit';

/** The tag of a record by its version. */
export const versionTag = (version: number): string => `"${version}"`;

/**
 * Refuses a change that is based on another version than the one there is (rule book, platform 2). Without
 * `If-Match` nothing is compared: the row lock alone orders the changes.
 *
 * @throws AppError `precondition_failed`
 */
export const assertVersion = (ifMatch: string | undefined, version: number): void => {
  if (ifMatch === undefined || ifMatch === '*') return;
  const given = ifMatch.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  if (!given.includes(versionTag(version))) throw new AppError('precondition_failed');
};
