import { isProblem } from '@sw/api-client';
import { Button, Panel, PasswordField } from '@sw/ui';
import type { ReactElement, SubmitEvent } from 'react';
import { useState } from 'react';
import { useGame } from '../../app/game-context.ts';
import { refusalOf } from '../../app/refusal-text.ts';
import { useText } from '../../app/text.ts';
import { FIELD_LIMITS } from '../account/index.ts';
import styles from './SettingsPage.module.css';

/** Changes the password; every other session ends with it. */
export function PasswordPanel(): ReactElement {
  const t = useText();
  const { api, i18n, clock, print } = useGame();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const [done, setDone] = useState(false);

  const change = async () => {
    setPending(true);
    setFailure(null);
    setDone(false);
    try {
      await api.changePassword({ body: { currentPassword: current, newPassword: next } });
      setCurrent('');
      setNext('');
      setDone(true);
      print('good', 'system', t('game:settings.password_changed'));
    } catch (error) {
      setFailure(error);
    }
    setPending(false);
  };
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!pending) void change();
  };
  const words = failure === null ? undefined : refusalOf(i18n, failure, clock.nowMs()).text;
  const isWrong = isProblem(failure, 'invalid_credentials');
  const labels = { showLabel: t('common:field.password_show'), hideLabel: t('common:field.password_hide') };
  return (
    <Panel title={t('game:settings.password')} padded>
      <form className={styles.fields} onSubmit={submit}>
        <PasswordField
          {...labels}
          label={t('game:settings.password_current')}
          autoComplete="current-password"
          required
          value={current}
          onChange={setCurrent}
          error={isWrong ? t('game:settings.password_wrong') : undefined}
        />
        <PasswordField
          {...labels}
          label={t('game:settings.password_new')}
          hint={t('game:settings.password_hint', { min: FIELD_LIMITS.password.min })}
          autoComplete="new-password"
          required
          minLength={FIELD_LIMITS.password.min}
          maxLength={FIELD_LIMITS.password.max}
          value={next}
          onChange={setNext}
          error={isWrong ? undefined : words}
        />
        <div className={styles.foot}>
          <Button type="submit" pending={pending}>
            {t('game:settings.password_change')}
          </Button>
          <span role="status" className="gain">
            {done && t('game:settings.password_changed')}
          </span>
        </div>
      </form>
    </Panel>
  );
}
