import { useTranslation } from '@sw/i18n';
import type { ReactElement } from 'react';
import { NavLink } from 'react-router';
import { ALL_PAGES } from '../pages/all-pages.ts';
import { mayOpen, PAGE_GROUPS } from '../pages/console-page.ts';
import { useScopes } from '../pages/use-operator.ts';
import styles from './NavigationRail.module.css';

/** Every page the operator may see, by group; a group without one is not drawn. */
export function NavigationRail({ onChoose }: { readonly onChoose?: () => void }): ReactElement {
  const { t } = useTranslation('admin');
  const scopes = useScopes();
  const open = ALL_PAGES.filter((page) => page.icon !== undefined && mayOpen(page, scopes));
  return (
    <nav className={styles.rail} aria-label={t('nav.label')}>
      {PAGE_GROUPS.map((group) => {
        const pages = open.filter((page) => page.group === group);
        if (pages.length === 0) return null;
        return (
          <div key={group} className={styles.group}>
            <p className={styles.heading} id={`nav-${group}`}>
              {t(`nav.group.${group}`)}
            </p>
            <ul aria-labelledby={`nav-${group}`}>
              {pages.map(({ path, title, detail, icon: Icon }) => (
                <li key={path}>
                  <NavLink
                    to={path}
                    end={detail === undefined}
                    className={styles.link ?? ''}
                    {...(onChoose === undefined ? {} : { onClick: onChoose })}
                  >
                    {Icon !== undefined && <Icon aria-hidden="true" />}
                    {t(title)}
                  </NavLink>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </nav>
  );
}
