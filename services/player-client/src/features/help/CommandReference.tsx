import { Table } from '@sw/ui';
import { clsx } from 'clsx';
import type { ReactElement } from 'react';
import { useEffect } from 'react';
import { useLocation } from 'react-router';
import { useText } from '../../app/text.ts';
import { SHORT_FORMS, VERBS } from '../../command-line/vocabulary.ts';
import styles from './HelpPage.module.css';

const shortFormOf = (verb: string): string | undefined =>
  [...SHORT_FORMS].find(([, full]) => full === verb)?.[0];

/** Every command with its form and what it does. */
export function CommandReference(): ReactElement {
  const t = useText();
  const { hash } = useLocation();
  useEffect(() => {
    document.getElementById(`verb-${hash.slice(1)}`)?.scrollIntoView({ block: 'center' });
  }, [hash]);
  return (
    <>
      <p className={styles.lead}>{t('help:commands_lead')}</p>
      <Table caption={t('help:topic.commands')}>
        <thead>
          <tr>
            <th scope="col">{t('help:command_column')}</th>
            <th scope="col">{t('help:short_column')}</th>
            <th scope="col">{t('help:does_column')}</th>
          </tr>
        </thead>
        <tbody>
          {VERBS.map((verb) => (
            <tr key={verb} id={`verb-${verb}`} data-selected={hash === `#${verb}`}>
              <th scope="row">
                <code>{t(`help:form.${verb}`)}</code>
              </th>
              <td>{shortFormOf(verb) !== undefined && <kbd>{shortFormOf(verb)}</kbd>}</td>
              <td className={clsx(styles.wrap, styles.prose)}>{t(`help:does.${verb}`)}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </>
  );
}
