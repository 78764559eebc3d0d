import { buttonClass, KeyCap } from '@sw/ui';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { useText } from '../app/text.ts';

/** The next act of a docked ship: into the market. */
export function MarketLink({ stationId }: { readonly stationId: string }): ReactElement {
  const t = useText();
  return (
    <Link
      to={`/game/station/${stationId}`}
      className={buttonClass({ variant: 'next', size: 'large', wide: true })}
      aria-keyshortcuts="P"
      data-guide="market"
    >
      <KeyCap>{'P'}</KeyCap>
      {t('game:cockpit.open_market')}
    </Link>
  );
}
