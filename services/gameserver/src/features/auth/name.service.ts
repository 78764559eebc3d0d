import type { Deps } from '../../deps.ts';
import type { NameProblem } from './registration.policy.ts';
import { nameProblem } from './registration.policy.ts';
import { findNameOwner } from './user.repository.ts';

/** Whether a name could be registered now. */
export const checkName = async (
  deps: Deps,
  name: string,
): Promise<{ readonly available: boolean; readonly reason: NameProblem | 'taken' | null }> => {
  const problem = nameProblem(name);
  if (problem !== null) return { available: false, reason: problem };
  const owners = await findNameOwner(deps.db.sql, name);
  return owners.length === 0 ? { available: true, reason: null } : { available: false, reason: 'taken' };
};
