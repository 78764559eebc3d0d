import { useTranslation } from '@sw/i18n';
import { Button } from '@sw/ui';
import { CirclePause, Radio, Unplug } from 'lucide-react';
import type { ReactElement } from 'react';
import { useConsole } from '../app/console-context.ts';
import { useLiveState } from './use-live.ts';

/** Whether what is on screen moves by itself; a click holds it still, another lets it go on. */
export function LiveSign(): ReactElement {
  const { t } = useTranslation('admin');
  const { live } = useConsole();
  const { link, isPaused } = useLiveState();
  const kind = isPaused
    ? 'paused'
    : link === 'live'
      ? 'live'
      : link === 'connecting'
        ? 'connecting'
        : 'offline';
  const Icon = kind === 'paused' ? CirclePause : kind === 'live' ? Radio : Unplug;
  return (
    <Button
      size="small"
      variant="quiet"
      aria-pressed={isPaused}
      title={t(`live.${kind}.hint`)}
      icon={<Icon aria-hidden="true" />}
      onClick={() => live.setPaused(!isPaused)}
    >
      {t(`live.${kind}.name`)}
    </Button>
  );
}
