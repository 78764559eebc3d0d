import type { SystemHealth } from '@sw/contracts/admin';

/** Something an operator should look at: which, and with what. */
export type Attention =
  | { readonly kind: 'ledger_mismatch'; readonly count: number }
  | { readonly kind: 'trading_halted' }
  | { readonly kind: 'job_failed'; readonly job: string }
  | { readonly kind: 'part_silent'; readonly part: Part };

export type Part = 'database' | 'realtime' | 'players' | 'galaxy' | 'ledger' | 'jobs';

const PARTS: readonly Part[] = ['database', 'realtime', 'players', 'galaxy', 'ledger', 'jobs'];

/** What needs somebody, the gravest first. */
export function attentionOf(health: SystemHealth): readonly Attention[] {
  const audit = health.ledger?.lastAudit ?? null;
  const failedJobs = (health.jobs ?? []).filter(({ lastState }) => lastState === 'failed');
  return [
    ...(audit?.ok === false
      ? [{ kind: 'ledger_mismatch' as const, count: audit.mismatches + audit.negativeAccounts }]
      : []),
    ...(health.ledger?.isTradingHalted === true ? [{ kind: 'trading_halted' as const }] : []),
    ...PARTS.filter((part) => health[part] === null).map((part) => ({ kind: 'part_silent' as const, part })),
    ...failedJobs.map(({ name }) => ({ kind: 'job_failed' as const, job: name })),
  ];
}
