import { Chip, chipClass } from '@sw/ui';
import { Bell } from 'lucide-react';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { useGame } from '../app/game-context.ts';
import { useText } from '../app/text.ts';
import { useNow } from '../app/use-now.ts';
import { alertText } from './alert-text.ts';
import type { PlayerStateView } from './status-view-model.ts';

const SHOWN = 2;

type Alert = PlayerStateView['alerts'][number];

/** Open alerts that want an act; they stay until the server takes them back. */
export function AlertChips({ alerts }: { readonly alerts: readonly Alert[] }): ReactElement | null {
  const t = useText();
  const { i18n } = useGame();
  const nowMs = useNow(60_000);
  if (alerts.length === 0) return null;
  const icon = <Bell aria-hidden="true" />;
  return (
    <>
      {alerts.slice(0, SHOWN).map((alert) => {
        const tone = alert.severity === 'danger' ? 'danger' : 'alert';
        const words = alertText(i18n, alert, nowMs);
        return alert.link?.startsWith('/game') === true ? (
          <Link key={alert.id} to={alert.link} className={chipClass(tone)}>
            {icon}
            {words}
          </Link>
        ) : (
          <Chip key={alert.id} tone={tone} icon={icon}>
            {words}
          </Chip>
        );
      })}
      {alerts.length > SHOWN && (
        <Link to="/game/log" className={chipClass()}>
          {t('game:status.more_alerts', { count: alerts.length - SHOWN })}
        </Link>
      )}
    </>
  );
}
