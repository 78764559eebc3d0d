import { chipClass, formatDuration } from '@sw/ui';
import { ClipboardList } from 'lucide-react';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { useLocale } from '../../app/game-context.ts';
import { useText } from '../../app/text.ts';
import { useNow } from '../../app/use-now.ts';
import { useMyContracts } from './use-jobs.ts';

const HOUR_MS = 3_600_000;

/** Open jobs and the time left of the most urgent one, for the status bar. */
export function JobChip(): ReactElement | null {
  const t = useText('jobs');
  const locale = useLocale();
  const nowMs = useNow(30_000);
  const active = useMyContracts().data?.active ?? [];
  const [first] = active;
  if (first === undefined) return null;
  const leftMs = Date.parse(first.deadlineAt ?? '') - nowMs;
  return (
    <Link to="/game/jobs" className={chipClass(leftMs < HOUR_MS ? 'alert' : 'neutral')}>
      <ClipboardList aria-hidden="true" />
      {t('jobs:chip', { count: active.length })} {formatDuration(leftMs, locale, 1)}
    </Link>
  );
}
