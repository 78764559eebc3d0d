import { formatClock, KeyCap } from '@sw/ui';
import { clsx } from 'clsx';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { useStore } from 'zustand';
import { useGame, useLocale } from '../app/game-context.ts';
import { useText } from '../app/text.ts';
import { CommandLine } from '../command-line/CommandLine.tsx';
import { LogText } from './LogText.tsx';
import { useOverlayStore } from './overlay-store.ts';
import styles from './Strip.module.css';

const SHORT_LINES = 5;
const LONG_LINES = 100;

/** Command line and the newest events, along the bottom; expands to a longer log. */
export function Strip(): ReactElement {
  const t = useText();
  const { log } = useGame();
  const locale = useLocale();
  const [isOpen, setOpen] = useState(false);
  const lines = useStore(log, (state) => state.lines);
  const show = useOverlayStore((state) => state.show);
  return (
    <section className={styles.strip} aria-label={t('game:strip.label')}>
      {isOpen && (
        <ol className={styles.long}>
          {lines.slice(-LONG_LINES).map((line) => (
            <li key={line.id} data-tone={line.tone}>
              <time dateTime={new Date(line.atMs).toISOString()}>
                {formatClock(line.atMs, locale, { seconds: true })}
              </time>
              <LogText text={line.text} />
            </li>
          ))}
        </ol>
      )}
      <div className={styles.row}>
        <CommandLine />
        {!isOpen && (
          <ol className={styles.short} aria-hidden="true">
            {lines.slice(-SHORT_LINES).map((line) => (
              <li key={line.id} data-tone={line.tone}>
                <time>{formatClock(line.atMs, locale)}</time> <LogText text={line.text} />
              </li>
            ))}
          </ol>
        )}
        <span className={clsx(styles.keys, isOpen && styles.pushed)}>
          <button
            type="button"
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
            className={styles.key}
          >
            {isOpen ? t('game:strip.less') : t('game:strip.more')}
          </button>
          <button type="button" className={styles.key} aria-keyshortcuts="?" onClick={() => show('keys')}>
            <KeyCap>{'?'}</KeyCap> {t('game:strip.keys')}
          </button>
          <button
            type="button"
            className={styles.key}
            aria-keyshortcuts="Control+K"
            onClick={() => show('palette')}
          >
            <KeyCap>{'Ctrl K'}</KeyCap> {t('game:strip.search')}
          </button>
        </span>
      </div>
    </section>
  );
}
