import { Switch } from '@sw/ui';
import type { ReactElement } from 'react';
import { useGame } from '../../app/game-context.ts';
import { refusalOf } from '../../app/refusal-text.ts';
import { useText } from '../../app/text.ts';
import type { SettingsChange } from '../../app/use-settings.ts';
import { changeSettings, useSettings } from '../../app/use-settings.ts';
import { FlightLimits } from '../../courses/FlightLimits.tsx';
import styles from './MapContext.module.css';

const RULES = ['player', 'forces', 'hazard5', 'station', 'stale'] as const;

/** What the autopilot stops for besides what always stops it; the same list as in the settings. */
export function StopRules(): ReactElement {
  const t = useText();
  const services = useGame();
  const settings = useSettings();
  const { stopOn } = settings;
  const change = (next: SettingsChange) => {
    changeSettings(services, next).catch((error: unknown) => {
      const { text } = refusalOf(services.i18n, error, services.clock.nowMs());
      services.print('warning', 'movement', text);
    });
  };
  return (
    <details className={styles.stops}>
      <summary>
        {t('map:stop_rules')}{' '}
        <span className="lo">
          {stopOn.length === 0
            ? t('map:stop_rules_none')
            : stopOn.map((rule) => t(`game:settings.stop_${rule}`)).join(', ')}
        </span>
      </summary>
      {RULES.map((rule) => (
        <Switch
          key={rule}
          label={t(`game:settings.stop_${rule}`)}
          checked={stopOn.includes(rule)}
          onChange={(isOn) =>
            change({ stopOn: isOn ? [...stopOn, rule] : stopOn.filter((other) => other !== rule) })
          }
        />
      ))}
      <FlightLimits settings={settings} onChange={change} />
    </details>
  );
}
