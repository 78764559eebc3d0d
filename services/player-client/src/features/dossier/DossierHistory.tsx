import { formatCredits, formatDateTime, formatInteger, formatSigned, Panel } from '@sw/ui';
import type { ReactElement } from 'react';
import { useGame, useLocale } from '../../app/game-context.ts';
import type { Translate } from '../../app/text.ts';
import { useText } from '../../app/text.ts';
import styles from './Dossier.module.css';
import type { Dossier } from './use-dossier.ts';

type Entry = Dossier['history'][number];

type Words = (entry: Entry, t: Translate, locale: string) => string;

const money = (entry: Entry, locale: string): string => formatSigned(entry.amount ?? 0n, locale);

/** Words of every kind of entry but turns, whose reason chooses them. */
const WORDS: Readonly<Record<Exclude<Entry['kind'], 'turns'>, Words>> = {
  discovered: (_, t) => t('explore:history.discovered'),
  landmark: (entry, t, locale) =>
    t('explore:history.landmark', {
      name: entry.name ?? '',
      amount: formatCredits(entry.amount ?? 0n, locale),
    }),
  trade: (entry, t, locale) =>
    t(entry.side === 'buy' ? 'explore:history.bought' : 'explore:history.sold', {
      quantity: formatInteger(entry.quantity ?? 0, locale),
      item: entry.commodity === null ? '' : t(`common:commodity_word.${entry.commodity}`),
      amount: money(entry, locale),
    }),
};

/** What happened to the player in the sector, newest first. */
export function DossierHistory({ history }: { readonly history: Dossier['history'] }): ReactElement {
  const t = useText('explore');
  const locale = useLocale();
  const { i18n } = useGame();
  const words = (entry: Entry): string => {
    if (entry.kind !== 'turns') return WORDS[entry.kind](entry, t, locale);
    const { reason, turns } = { reason: entry.reason ?? '', turns: entry.turns ?? 0 };
    const key = `history.turns_${reason}`;
    return i18n.exists(key, { ns: 'explore' })
      ? (t as (key: string, params: object) => string)(`explore:${key}`, { turns })
      : t('explore:history.turns', { turns, what: reason.replaceAll('_', ' ') });
  };
  return (
    <Panel
      title={t('explore:dossier.history')}
      state={history.length === 0 ? { kind: 'empty', text: t('explore:history.none') } : { kind: 'ready' }}
    >
      <ul className={styles.history}>
        {history.map((entry) => (
          <li key={`${entry.at} ${entry.kind} ${entry.commodity ?? ''} ${entry.name ?? ''}`}>
            <time dateTime={entry.at} className="num lo">
              {formatDateTime(Date.parse(entry.at), locale)}
            </time>
            <span>{words(entry)}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
