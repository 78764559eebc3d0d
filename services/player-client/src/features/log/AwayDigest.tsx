import { Button, buttonClass, Dialog } from '@sw/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { Link } from 'react-router';
import { useGame, useLocale } from '../../app/game-context.ts';
import { useText } from '../../app/text.ts';
import { LogText } from '../../shell/LogText.tsx';
import styles from './LogPage.module.css';
import { MomentCell } from './MomentCell.tsx';
import { recordLine } from './record-lines.ts';
import { recordQueries } from './record-queries.ts';

/** What happened while nobody looked, shown once when the player comes back; nothing where nothing did. */
export function AwayDigest(): ReactElement | null {
  const t = useText('log');
  const { api } = useGame();
  const locale = useLocale();
  const queries = useQueryClient();
  const [isClosed, setClosed] = useState(false);
  const { data: digest } = useQuery(recordQueries.digest(api));
  const lines = digest?.lines ?? [];
  if (digest === undefined || lines.length === 0 || isClosed) return null;
  const close = () => {
    setClosed(true);
    void api
      .seeDigest({ body: { upTo: digest.upTo } })
      .then(() => queries.invalidateQueries({ queryKey: recordQueries.digest(api).queryKey }))
      .catch(() => undefined);
  };
  return (
    <Dialog open title={t('log:digest.title')} closeLabel={t('common:action.close')} onClose={close}>
      <ul className={styles.digest}>
        {lines.map((event) => {
          const line = recordLine(event, t, locale);
          return (
            <li key={event.id} data-tone={line.tone}>
              <MomentCell atMs={line.atMs} locale={locale} />
              <Link to={`/game/log?kind=${event.category}`} onClick={close}>
                <LogText text={line.text} />
              </Link>
              {event.count > 1 && <span>{t('log:digest.more', { count: event.count - 1 })}</span>}
            </li>
          );
        })}
      </ul>
      <div className={styles.digestEnd}>
        <Link className={buttonClass({ variant: 'quiet' })} to="/game/log" onClick={close}>
          {t('log:digest.log')}
        </Link>
        <Button variant="next" onClick={close}>
          {t('log:digest.done')}
        </Button>
      </div>
    </Dialog>
  );
}
