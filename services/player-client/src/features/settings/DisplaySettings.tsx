import { RadioGroup } from '@sw/ui';
import type { ReactElement } from 'react';
import type { PlayerSettings } from '../../app/display-settings.ts';
import { useText } from '../../app/text.ts';
import type { SettingsChange } from '../../app/use-settings.ts';
import styles from './SettingsPage.module.css';

export interface SettingsPartProps {
  readonly settings: PlayerSettings;
  readonly onChange: (change: SettingsChange) => void;
}

const THEMES = ['cockpit', 'daylight', 'contrast', 'terminal'] as const;
const DENSITIES = ['comfortable', 'compact', 'dense'] as const;
const VIEWS = ['3d', 'plate', 'text'] as const;
const MOTIONS = ['system', 'reduced', 'full'] as const;
const SCALE = { min: 80, max: 200, step: 10 } as const;

/** Theme, density, text size, motion and the sector view; each is in force at once. */
export function DisplaySettings({ settings, onChange }: SettingsPartProps): ReactElement {
  const t = useText();
  return (
    <div className={styles.fields}>
      <RadioGroup
        label={t('game:settings.theme')}
        value={settings.theme}
        onChange={(theme) => onChange({ theme })}
        options={THEMES.map((value) => ({
          value,
          label: t(`common:theme.${value}`),
          hint: t(`game:settings.theme_${value}`),
        }))}
      />
      <RadioGroup
        label={t('game:settings.density')}
        value={settings.density}
        onChange={(density) => onChange({ density })}
        options={DENSITIES.map((value) => ({ value, label: t(`common:density.${value}`) }))}
      />
      <label className={styles.scale}>
        <span>{t('game:settings.text_scale')}</span>
        <output className="num">{t('common:unit.percent', { value: settings.textScale })}</output>
        <input
          type="range"
          min={SCALE.min}
          max={SCALE.max}
          step={SCALE.step}
          value={settings.textScale}
          onChange={(event) => onChange({ textScale: Number(event.target.value) })}
        />
      </label>
      <RadioGroup
        label={t('game:settings.motion')}
        value={settings.motion}
        onChange={(motion) => onChange({ motion })}
        options={MOTIONS.map((value) => ({ value, label: t(`game:settings.motion_${value}`) }))}
      />
      <RadioGroup
        label={t('game:settings.view')}
        value={settings.view}
        onChange={(view) => onChange({ view })}
        options={VIEWS.map((value) => ({ value, label: t(`game:settings.view_${value}`) }))}
      />
    </div>
  );
}
