import type { Fact } from '@sw/ui';
import { Facts, formatCredits, formatDateTime, formatDuration, formatInteger } from '@sw/ui';
import type { ReactElement } from 'react';
import { useLocale } from '../../app/game-context.ts';
import { useText } from '../../app/text.ts';
import { useNow } from '../../app/use-now.ts';
import styles from './Services.module.css';
import type { ServiceView } from './service-queries.ts';
import { useServiceText } from './service-text.ts';

/** The figures of a counter. */
export function ServiceFacts({ facts }: { readonly facts: ServiceView['facts'] }): ReactElement | null {
  const t = useText();
  const locale = useLocale();
  const nowMs = useNow();
  const words = useServiceText();
  if (facts.length === 0) return null;
  const shown = ({ kind, value }: ServiceView['facts'][number]): Omit<Fact, 'name'> => {
    if (kind === 'credits') return { value: formatCredits(Number(value), locale), tone: 'credits' };
    if (kind === 'count') return { value: formatInteger(Number(value), locale) };
    if (kind === 'text') return { value: String(value) };
    const atMs = Date.parse(String(value));
    return {
      value: (
        <time dateTime={String(value)} title={formatDateTime(atMs, locale)}>
          {atMs > nowMs
            ? t('services:form.in', { span: formatDuration(atMs - nowMs, locale) })
            : t('services:form.ago', { span: formatDuration(nowMs - atMs, locale) })}
        </time>
      ),
    };
  };
  return (
    <Facts
      className={styles.facts}
      facts={facts.map((fact) => ({ name: words.name(fact.nameKey), ...shown(fact) }))}
    />
  );
}
