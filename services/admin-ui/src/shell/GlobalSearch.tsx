import { useTranslation } from '@sw/i18n';
import type { CommandOption } from '@sw/ui';
import { CommandList, Dialog } from '@sw/ui';
import type { ReactElement } from 'react';
import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import { ALL_PAGES } from '../pages/all-pages.ts';
import { mayOpen } from '../pages/console-page.ts';
import { useScopes } from '../pages/use-operator.ts';
import { useEntitySearch } from './use-entity-search.ts';

/** `Ctrl+K`: pages by name, and the things an operator may look up. */
export function GlobalSearch({ open, onClose }: { open: boolean; onClose: () => void }): ReactElement {
  const { t } = useTranslation(['admin', 'common']);
  const scopes = useScopes();
  const navigate = useNavigate();
  const [query, setQuery] = useState('');
  const entities = useEntitySearch(open ? query : '');
  const pages = useMemo((): readonly CommandOption[] => {
    const wanted = query.trim().toLocaleLowerCase();
    return ALL_PAGES.filter((page) => page.icon !== undefined && mayOpen(page, scopes))
      .map((page) => ({
        id: page.path,
        label: t(page.title),
        hint: t(`nav.group.${page.group}`),
        group: t('search.pages'),
      }))
      .filter(({ label, hint }) => `${label} ${hint}`.toLocaleLowerCase().includes(wanted));
  }, [query, scopes, t]);

  const close = (): void => {
    setQuery('');
    onClose();
  };
  return (
    <Dialog open={open} onClose={close} title={t('search.title')} closeLabel={t('common:action.close')} wide>
      <CommandList
        label={t('search.label')}
        placeholder={t('search.placeholder')}
        query={query}
        onQuery={setQuery}
        options={[...pages, ...entities]}
        onPick={({ id }) => {
          close();
          void navigate(id);
        }}
        emptyText={t('search.empty')}
      />
    </Dialog>
  );
}
