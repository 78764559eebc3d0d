import type { Fact } from '@sw/ui';
import { Facts, formatCredits, formatDuration } from '@sw/ui';
import type { ReactElement } from 'react';
import { useLocale } from '../../app/game-context.ts';
import { useText } from '../../app/text.ts';
import { useNow } from '../../app/use-now.ts';
import type { Allowance } from './job-types.ts';

/** Places that are left: open jobs, paid jobs of the rolling day, and what is owed. */
export function JobAllowance({ jobs }: { readonly jobs: Allowance }): ReactElement {
  const t = useText();
  const locale = useLocale();
  const nowMs = useNow();
  const left = t('jobs:left_value', { left: Math.max(0, jobs.maxPaid - jobs.counted), max: jobs.maxPaid });
  const facts: Fact[] = [
    {
      name: t('jobs:left'),
      value:
        jobs.nextAt === null
          ? left
          : `${left}, ${t('jobs:left_next', { span: formatDuration(Date.parse(jobs.nextAt) - nowMs, locale) })}`,
    },
    { name: t('jobs:open'), value: t('jobs:open_value', { active: jobs.active, max: jobs.maxActive }) },
  ];
  if (jobs.debt > 0n)
    facts.push({
      name: t('jobs:debt'),
      value: t('jobs:debt_note', { amount: formatCredits(jobs.debt, locale) }),
    });
  return <Facts facts={facts} />;
}
