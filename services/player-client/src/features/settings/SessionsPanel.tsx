import { queryKeys } from '@sw/api-client';
import { Button, formatDateTime, formatRelative, Panel } from '@sw/ui';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { useGame, useLocale } from '../../app/game-context.ts';
import { gameQueries } from '../../app/game-queries.ts';
import { usePanelState } from '../../app/panel-states.ts';
import { refusalOf } from '../../app/refusal-text.ts';
import { useText } from '../../app/text.ts';
import { useNow } from '../../app/use-now.ts';
import { rememberPlayedHere } from '../account/index.ts';
import { deviceOf } from './device-name.ts';
import styles from './SettingsPage.module.css';

/** Where this account is signed in, and how to end it there or here. */
export function SessionsPanel(): ReactElement {
  const t = useText();
  const services = useGame();
  const { api, queries, session, i18n, clock } = services;
  const locale = useLocale();
  const nowMs = useNow(60_000);
  const query = useQuery(gameQueries.sessions(api));
  const state = usePanelState(query, t('game:settings.sessions'));
  const [pending, setPending] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  const act = async (name: string, run: () => Promise<unknown>) => {
    setPending(name);
    setProblem(null);
    try {
      await run();
    } catch (error) {
      setProblem(refusalOf(i18n, error, clock.nowMs()).text);
    }
    setPending(null);
  };
  const revoke = (id: string) =>
    act(id, async () => {
      await api.revokeSession({ params: { id } });
      await queries.invalidateQueries({ queryKey: queryKeys.player.sessions() });
    });
  const signOut = () =>
    act('here', async () => {
      rememberPlayedHere(false);
      await session.signOut();
    });
  const signOutAll = () =>
    act('all', async () => {
      await api.logoutAll();
      session.end('signed_out');
    });

  return (
    <Panel
      title={t('game:settings.sessions')}
      state={state}
      footer={
        <>
          <Button size="small" pending={pending === 'here'} onClick={() => void signOut()}>
            {t('game:settings.sign_out')}
          </Button>
          <Button size="small" variant="danger" pending={pending === 'all'} onClick={() => void signOutAll()}>
            {t('game:settings.sign_out_all')}
          </Button>
        </>
      }
    >
      {problem !== null && (
        <p role="alert" className="loss">
          {problem}
        </p>
      )}
      <ul className={styles.sessions}>
        {query.data?.items.map((item) => {
          const seen = Date.parse(item.lastSeenAt);
          return (
            <li key={item.id}>
              <span className={styles.device}>
                <bdi className="hi">{deviceOf(item.userAgent) ?? t('game:settings.device_unknown')}</bdi>
                <span className="lo small">
                  <bdi>{item.ip}</bdi>
                  {' · '}
                  <time title={formatDateTime(seen, locale)}>{formatRelative(seen, nowMs, locale)}</time>
                </span>
              </span>
              {item.current ? (
                <span className="lo small">{t('game:settings.this_device')}</span>
              ) : (
                <Button
                  size="small"
                  variant="quiet"
                  pending={pending === item.id}
                  onClick={() => void revoke(item.id)}
                >
                  {t('game:settings.revoke')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
