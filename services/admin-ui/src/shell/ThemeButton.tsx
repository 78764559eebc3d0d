import { useTranslation } from '@sw/i18n';
import { IconButton } from '@sw/ui';
import { Moon, Sun } from 'lucide-react';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { currentTheme, showTheme } from '../app/theme.ts';

/** Light or dark. */
export function ThemeButton(): ReactElement {
  const { t } = useTranslation('admin');
  const [theme, setTheme] = useState(currentTheme);
  const isDark = theme === 'slate';
  const toggle = (): void => {
    const next = isDark ? 'slate-light' : 'slate';
    showTheme(next);
    setTheme(next);
  };
  return (
    <IconButton
      label={t(isDark ? 'shell.to_light' : 'shell.to_dark')}
      icon={isDark ? <Sun aria-hidden="true" /> : <Moon aria-hidden="true" />}
      onClick={toggle}
    />
  );
}
