import { NumberField, Switch } from '@sw/ui';
import type { ReactElement } from 'react';
import type { PlayerSettings } from '../app/display-settings.ts';
import { useLocale } from '../app/game-context.ts';
import { useText } from '../app/text.ts';
import type { SettingsChange } from '../app/use-settings.ts';

const LIMITS = [
  { key: 'minHullPct', min: 1, max: 100, step: 5 },
  { key: 'maxTurns', min: 0, max: 10_000, step: 10 },
  { key: 'maxTollTotal', min: 0, max: 1_000_000, step: 100 },
] as const;

export interface FlightLimitsProps {
  readonly settings: PlayerSettings;
  readonly onChange: (change: SettingsChange) => void;
}

/** The numbers a flight of the autopilot keeps to, and whether it may leave the region. */
export function FlightLimits({ settings, onChange }: FlightLimitsProps): ReactElement {
  const t = useText('explore');
  const locale = useLocale();
  return (
    <>
      {LIMITS.map(({ key, ...range }) => (
        <NumberField
          key={key}
          {...range}
          label={t(`explore:limit.${key}`)}
          hint={t(`explore:limit.${key}_hint`)}
          value={settings[key]}
          onChange={(value) => onChange({ [key]: value })}
          locale={locale}
          decreaseLabel={t('common:field.decrease')}
          increaseLabel={t('common:field.increase')}
        />
      ))}
      <Switch
        label={t('explore:limit.crossRegions')}
        checked={settings.crossRegions}
        onChange={(crossRegions) => onChange({ crossRegions })}
      />
    </>
  );
}
