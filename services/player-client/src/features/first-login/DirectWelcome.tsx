import type { getFirstLogin, ReplyOf } from '@sw/contracts';
import { Button, formatCredits, LogoMark, PanelNotice, TextField } from '@sw/ui';
import type { ReactElement } from 'react';
import { useEffect, useRef } from 'react';
import { useLocale } from '../../app/game-context.ts';
import { useText } from '../../app/text.ts';
import { useWelcome } from './use-welcome.ts';
import styles from './Welcome.module.css';

type Welcome = ReplyOf<typeof getFirstLogin>;

/** The first login on one page: what you are given, and the two names you choose. */
export function DirectWelcome({ welcome }: { readonly welcome: Welcome }): ReactElement {
  const t = useText();
  const locale = useLocale();
  const form = useWelcome(welcome);
  const heading = useRef<HTMLHeadingElement>(null);
  const { grant } = welcome;
  useEffect(() => {
    document.title = `${t('auth:welcome.title')}. ${t('common:app.name')}`;
    heading.current?.focus();
  }, [t]);
  return (
    <main className={styles.page}>
      <div className={styles.scene}>
        <LogoMark className={styles.mark} />
        <p className="lo">
          {t('auth:welcome.place', {
            station: grant.stationName,
            number: grant.sectorNumber,
            region: grant.regionTitle,
          })}
        </p>
        <h1 ref={heading} tabIndex={-1}>
          {t('auth:welcome.title')}
        </h1>
        <p>{t('auth:welcome.story_1')}</p>
        <p>{t('auth:welcome.story_2')}</p>
        <dl className={styles.grant} aria-label={t('auth:welcome.grant')}>
          <div>
            <dt>{t('auth:welcome.grant_ship')}</dt>
            <dd>{t(`common:ship_type.${shipKey(grant.shipType)}`)}</dd>
          </div>
          <div>
            <dt>{t('auth:welcome.grant_hold')}</dt>
            <dd>{grant.cargoCapacity}</dd>
          </div>
          <div>
            <dt>{t('auth:welcome.grant_credits')}</dt>
            <dd className="credits">{formatCredits(grant.credits, locale)}</dd>
          </div>
        </dl>
      </div>
      <form className={styles.form} onSubmit={form.submit} aria-label={t('auth:welcome.form')}>
        {form.problem !== null && (
          <PanelNotice
            state={{
              kind: 'error',
              message: form.problem.text,
              retryLabel: t('common:action.retry'),
              onRetry: form.retry,
              requestId: form.problem.requestId,
              requestIdLabel: t('common:state.request_id'),
            }}
          />
        )}
        <TextField
          label={t('auth:welcome.callsign')}
          hint={t('auth:welcome.callsign_hint')}
          name="nickname"
          autoComplete="nickname"
          autoCapitalize="none"
          spellCheck={false}
          required
          maxLength={20}
          value={form.callsign}
          onChange={form.setCallsign}
          error={form.callsignError}
        />
        <TextField
          label={t('auth:welcome.ship')}
          hint={t('auth:welcome.ship_hint')}
          name="ship"
          autoComplete="off"
          required
          maxLength={32}
          value={form.shipName}
          onChange={form.setShipName}
          error={form.shipError}
        />
        <Button type="submit" variant="next" size="large" wide pending={form.pending}>
          {t(form.pending ? 'auth:welcome.pending' : 'auth:welcome.submit')}
        </Button>
        <p className="lo small">{t('auth:welcome.later')}</p>
      </form>
    </main>
  );
}

const SHIPS = ['escape_pod', 'light_freighter', 'scout_ship', 'fast_courier', 'cargo_hauler'] as const;

/** The grant names its ship by key; a hull this build has no name for is called a freighter. */
function shipKey(type: string): (typeof SHIPS)[number] {
  return SHIPS.find((known) => known === type) ?? 'light_freighter';
}
