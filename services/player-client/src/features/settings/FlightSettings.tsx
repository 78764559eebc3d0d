import { NumberField, Switch } from '@sw/ui';
import type { ReactElement } from 'react';
import { useLocale } from '../../app/game-context.ts';
import { useText } from '../../app/text.ts';
import { FlightLimits } from '../../courses/FlightLimits.tsx';
import type { SettingsPartProps } from './DisplaySettings.tsx';
import styles from './SettingsPage.module.css';

const STOPS = ['player', 'forces', 'hazard5', 'station', 'stale'] as const;
const MOST_TURNS = 1_000;
const STEP = 10;

/** What the autopilot stops for, when turns are called low, whether others may help, and whether the goal is shown. */
export function FlightSettings({ settings, onChange }: SettingsPartProps): ReactElement {
  const t = useText();
  const locale = useLocale();
  return (
    <div className={styles.fields}>
      <fieldset className={styles.group}>
        <legend>{t('game:settings.stop_on')}</legend>
        {STOPS.map((stop) => (
          <Switch
            key={stop}
            label={t(`game:settings.stop_${stop}`)}
            checked={settings.stopOn.includes(stop)}
            onChange={(on) =>
              onChange({
                stopOn: on ? [...settings.stopOn, stop] : settings.stopOn.filter((other) => other !== stop),
              })
            }
          />
        ))}
      </fieldset>
      <FlightLimits settings={settings} onChange={onChange} />
      <NumberField
        label={t('game:settings.low_turns')}
        hint={t('game:settings.low_turns_hint')}
        value={settings.lowTurnWarning}
        onChange={(lowTurnWarning) => onChange({ lowTurnWarning })}
        max={MOST_TURNS}
        step={STEP}
        locale={locale}
        decreaseLabel={t('common:field.decrease')}
        increaseLabel={t('common:field.increase')}
      />
      <Switch
        label={t('game:settings.accept_rescue')}
        checked={settings.acceptRescue}
        onChange={(acceptRescue) => onChange({ acceptRescue })}
      />
      <Switch
        label={t('game:settings.goal_bar')}
        checked={settings.goalBar === 'shown'}
        onChange={(on) => onChange({ goalBar: on ? 'shown' : 'dismissed' })}
      />
    </div>
  );
}
