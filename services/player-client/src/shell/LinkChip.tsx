import { Chip, formatDuration } from '@sw/ui';
import { Radio } from 'lucide-react';
import type { ReactElement } from 'react';
import { useLink, useLocale } from '../app/game-context.ts';
import { useText } from '../app/text.ts';
import { useNow } from '../app/use-now.ts';

/** Whether what is on screen is brought by pushes, asked for, or old. */
export function LinkChip(): ReactElement {
  const t = useText();
  const link = useLink();
  const locale = useLocale();
  const now = useNow(1_000);
  const icon = <Radio aria-hidden="true" />;
  if (link.kind === 'live')
    return (
      <Chip tone="live" icon={icon}>
        {t('common:link.live')}
      </Chip>
    );
  if (link.kind === 'offline') {
    const wait = link.retryAtMs === null ? null : formatDuration(link.retryAtMs - now, locale, 1);
    return (
      <Chip tone="alert" icon={icon}>
        {wait === null ? t('common:link.offline') : t('common:link.reconnecting', { wait })}
      </Chip>
    );
  }
  return (
    <Chip icon={icon} title={t('game:link.polling_note')}>
      {link.kind === 'polling' ? t('game:link.polling') : t('game:link.connecting')}
    </Chip>
  );
}
