import { Button, Switch } from '@sw/ui';
import type { ReactElement } from 'react';
import { useText } from '../../app/text.ts';
import { useOverlayStore } from '../../shell/overlay-store.ts';
import type { SettingsPartProps } from './DisplaySettings.tsx';
import styles from './SettingsPage.module.css';

/** Whether single letters act, and whether their caps are shown. */
export function KeyboardSettings({ settings, onChange }: SettingsPartProps): ReactElement {
  const t = useText();
  const show = useOverlayStore((state) => state.show);
  return (
    <div className={styles.fields}>
      <Switch
        label={t('game:settings.single_keys')}
        hint={t('game:settings.single_keys_hint')}
        checked={settings.singleKeys}
        onChange={(singleKeys) => onChange({ singleKeys })}
      />
      <Switch
        label={t('game:settings.key_hints')}
        hint={t('game:settings.key_hints_hint')}
        checked={settings.keyHints}
        onChange={(keyHints) => onChange({ keyHints })}
      />
      <div>
        <Button size="small" onClick={() => show('keys')}>
          {t('game:settings.show_keys')}
        </Button>
      </div>
    </div>
  );
}
