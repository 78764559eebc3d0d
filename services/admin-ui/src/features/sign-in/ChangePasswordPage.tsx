import { useTranslation } from '@sw/i18n';
import { Button, PasswordField } from '@sw/ui';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { useConsole } from '../../app/console-context.ts';
import { useFormSubmit } from '../../app/use-form-submit.ts';
import styles from './SignIn.module.css';
import { SignInFrame } from './SignInFrame.tsx';

const PROBLEMS = {
  too_small: 'change_password.too_small',
  too_big: 'change_password.too_big',
  too_common: 'change_password.too_common',
  too_predictable: 'change_password.too_predictable',
  contains_name: 'change_password.contains_name',
  unchanged: 'change_password.unchanged',
} as const;

const isKnown = (code: string): code is keyof typeof PROBLEMS => Object.hasOwn(PROBLEMS, code);

/** The first password was chosen by somebody else: nothing opens before the operator has chosen his own. */
export function ChangePasswordPage({ username }: { username: string }): ReactElement {
  const { t } = useTranslation(['admin', 'common']);
  const { api, session } = useConsole();
  const [currentPassword, setCurrent] = useState('');
  const [newPassword, setNew] = useState('');
  const form = useFormSubmit(async () => {
    await api.changePassword({ body: { currentPassword, newPassword } });
    // The next token says that the password is the operator's own now.
    await session.renew(await session.accessToken());
  });
  const problem = form.refusal?.fields['newPassword'];
  const fieldError =
    problem === undefined ? undefined : t(isKnown(problem) ? PROBLEMS[problem] : 'change_password.refused');
  const showing = { showLabel: t('common:field.password_show'), hideLabel: t('common:field.password_hide') };
  return (
    <SignInFrame
      title={t('change_password.title')}
      lead={t('change_password.lead')}
      refusal={fieldError === undefined ? form.refusal : null}
    >
      <form className={styles.form} onSubmit={form.submit}>
        <input type="hidden" name="username" autoComplete="username" value={username} readOnly />
        <PasswordField
          label={t('change_password.current')}
          name="current-password"
          autoComplete="current-password"
          required
          maxLength={128}
          value={currentPassword}
          onChange={setCurrent}
          {...showing}
        />
        <PasswordField
          label={t('change_password.new')}
          name="new-password"
          autoComplete="new-password"
          required
          maxLength={128}
          value={newPassword}
          onChange={setNew}
          hint={t('change_password.hint')}
          error={fieldError}
          {...showing}
        />
        <Button type="submit" variant="next" size="large" wide pending={form.isPending}>
          {t('change_password.submit')}
        </Button>
        <Button variant="quiet" wide onClick={() => void session.signOut().catch(() => undefined)}>
          {t('shell.sign_out')}
        </Button>
      </form>
    </SignInFrame>
  );
}
