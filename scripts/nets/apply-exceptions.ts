import type { BoundaryException } from './exceptions.ts';
import type { Finding } from './net.ts';

const LIST = 'scripts/nets/exceptions.ts';
const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)+$/;
const SHORTEST_REASON = 20;

/**
 * Findings without those an exception excuses, plus one for every exception that is stale, shares its
 * slug with another or gives no reason.
 */
export const applyExceptions = (
  findings: readonly Finding[],
  exceptions: readonly BoundaryException[],
): readonly Finding[] => {
  const excuses = (exception: BoundaryException, finding: Finding): boolean =>
    exception.rule === finding.rule && exception.file === finding.file && exception.target === finding.target;
  return [
    ...findings.filter((finding) => !exceptions.some((exception) => excuses(exception, finding))),
    ...exceptions.flatMap((exception) => [
      ...(findings.some((finding) => excuses(exception, finding))
        ? []
        : [complaint('stale-exception', `"${exception.slug}" excuses nothing any more: remove it`)]),
      ...(SLUG.test(exception.slug) && exception.reason.length >= SHORTEST_REASON
        ? []
        : [
            complaint(
              'bad-exception',
              `"${exception.slug}" needs a kebab-case slug and a reason in a sentence`,
            ),
          ]),
      ...(exceptions.some((other) => other !== exception && other.slug === exception.slug)
        ? [complaint('bad-exception', `the slug "${exception.slug}" is used twice`)]
        : []),
    ]),
  ];
};

const complaint = (rule: string, message: string): Finding => ({ rule, file: LIST, message });
