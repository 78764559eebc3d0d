import { Dialog } from '@sw/ui';
import type { ReactElement } from 'react';
import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { useGame } from '../app/game-context.ts';
import { useText } from '../app/text.ts';
import { useIsPhone } from '../app/use-media.ts';
import { LogText } from '../shell/LogText.tsx';
import { useOverlayStore } from '../shell/overlay-store.ts';
import styles from './CommandSheet.module.css';
import { useCommandLine } from './use-command-line.ts';

const SHOWN_LINES = 6;

/** The command line of a phone: opened by the `>` key, stays open for the next command. */
export function CommandSheet(): ReactElement | null {
  const t = useText();
  const { log } = useGame();
  const isPhone = useIsPhone();
  const asked = useOverlayStore((state) => state.commandFocus);
  const [closedAt, setClosedAt] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const lines = useStore(log, (state) => state.lines);
  const close = () => setClosedAt(asked.ask);
  const line = useCommandLine(() => input.current?.focus(), close);
  const open = isPhone && asked.ask > closedAt;
  const take = useRef(line.setText);
  useEffect(() => {
    take.current = line.setText;
  });
  useEffect(() => {
    if (!open) return;
    if (asked.text !== '') take.current(asked.text);
    input.current?.focus();
  }, [open, asked]);
  if (!isPhone) return null;
  return (
    <Dialog open={open} onClose={close} title={t('game:command.label')} closeLabel={t('common:action.close')}>
      <ol className={styles.lines} aria-live="polite">
        {lines.slice(-SHOWN_LINES).map((entry) => (
          <li key={entry.id}>
            <LogText text={entry.text} />
          </li>
        ))}
      </ol>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          line.submit();
        }}
      >
        <span className={styles.prompt} aria-hidden="true">
          {'>'}
        </span>
        <input
          ref={input}
          aria-label={t('game:command.label')}
          value={line.text}
          onChange={(event) => line.setText(event.target.value)}
          onKeyDown={line.handleKey}
          autoComplete="off"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          enterKeyHint="go"
          maxLength={400}
          placeholder={t('game:command.placeholder')}
        />
      </form>
      <p className={styles.hint}>{line.hint}</p>
    </Dialog>
  );
}
