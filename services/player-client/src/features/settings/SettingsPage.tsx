import type { PanelState } from '@sw/ui';
import { buttonClass, Panel } from '@sw/ui';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { Link } from 'react-router';
import { useGame } from '../../app/game-context.ts';
import { refusalOf } from '../../app/refusal-text.ts';
import { useText } from '../../app/text.ts';
import type { SettingsChange } from '../../app/use-settings.ts';
import { changeSettings, useSettings } from '../../app/use-settings.ts';
import { Screen } from '../../shell/Screen.tsx';
import { DisplaySettings } from './DisplaySettings.tsx';
import { FlightSettings } from './FlightSettings.tsx';
import { KeyboardSettings } from './KeyboardSettings.tsx';
import { PasswordPanel } from './PasswordPanel.tsx';
import { SessionsPanel } from './SessionsPanel.tsx';
import styles from './SettingsPage.module.css';

/** P-24 of this slice: how the game looks and behaves, and who is signed in where. */
export function SettingsPage(): ReactElement {
  const t = useText();
  const services = useGame();
  const settings = useSettings();
  const [failure, setFailure] = useState<unknown>(null);
  const change = (next: SettingsChange) => {
    setFailure(null);
    changeSettings(services, next).catch(setFailure);
  };
  const refusal = failure === null ? null : refusalOf(services.i18n, failure, services.clock.nowMs());
  const saved: PanelState = { kind: 'ready' };
  return (
    <Screen
      title={t('game:settings.title')}
      help="keys"
      stage={
        <div className={styles.page}>
          {refusal !== null && (
            <p role="alert" className="loss">
              {t('game:settings.not_saved', { reason: refusal.text })}
            </p>
          )}
          <p>
            <Link to="/game/account" className={buttonClass()}>
              {t('game:settings.account')}
            </Link>
          </p>
          <div className={styles.columns}>
            <Panel title={t('game:settings.display')} state={saved} padded>
              <DisplaySettings settings={settings} onChange={change} />
            </Panel>
            <Panel title={t('game:settings.keyboard')} padded>
              <KeyboardSettings settings={settings} onChange={change} />
            </Panel>
            <Panel title={t('game:settings.flight')} padded>
              <FlightSettings settings={settings} onChange={change} />
            </Panel>
            <SessionsPanel />
            <PasswordPanel />
          </div>
        </div>
      }
    />
  );
}
