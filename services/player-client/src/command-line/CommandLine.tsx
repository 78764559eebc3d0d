import type { ReactElement } from 'react';
import { useLayoutEffect, useRef } from 'react';
import { useText } from '../app/text.ts';
import { useOverlayStore } from '../shell/overlay-store.ts';
import styles from './CommandLine.module.css';
import { useCommandLine } from './use-command-line.ts';

/** The prompt in the strip: types, completes, says what it would do. */
export function CommandLine(): ReactElement {
  const t = useText();
  const input = useRef<HTMLInputElement>(null);
  const asked = useOverlayStore((state) => state.commandFocus);
  const line = useCommandLine(
    () => undefined,
    () => {
      input.current?.blur();
      document.getElementById('content')?.focus({ preventScroll: true });
    },
  );
  const { setText } = line;
  const take = useRef(setText);
  // Layout effects: the text must stand there before the next key arrives, or that key replaces it.
  useLayoutEffect(() => {
    take.current = setText;
  });
  useLayoutEffect(() => {
    if (asked.ask === 0) return;
    if (asked.text !== '') take.current(asked.text);
    input.current?.focus();
  }, [asked]);

  return (
    <label className={styles.line} aria-busy={line.isRunning}>
      <span className={styles.prompt} aria-hidden="true">
        {'>'}
      </span>
      <span className={styles.heard}>{t('game:command.label')}</span>
      <span className={styles.typed}>
        <input
          ref={input}
          id="command"
          value={line.text}
          onChange={(event) => line.setText(event.target.value)}
          onKeyDown={line.handleKey}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={400}
          placeholder={t('game:command.placeholder')}
          aria-describedby="command-hint"
        />
        {line.text !== '' && <span className={styles.ghost}>{line.ghost}</span>}
      </span>
      <span id="command-hint" className={styles.hint}>
        {line.hint}
      </span>
    </label>
  );
}
