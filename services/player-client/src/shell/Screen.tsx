import { clsx } from 'clsx';
import type { ReactElement, ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import { useText } from '../app/text.ts';
import { focusWhenThere } from './focus-when-there.ts';
import type { HelpMarkProps } from './HelpMark.tsx';
import { HelpMark } from './HelpMark.tsx';
import styles from './Screen.module.css';

export interface ScreenProps {
  /** Name of the page, for the tab of the browser and the screen reader. */
  readonly title: string;
  /** Id of the heading where the stage has one of its own; else the title stands above it. */
  readonly headingId?: string | undefined;
  /** The title is only heard: the stage shows it in another way. */
  readonly hideTitle?: boolean;
  /** The topic of the manual behind the mark beside a title that stands above the stage. */
  readonly help?: HelpMarkProps['topic'];
  readonly stage: ReactNode;
  /** The right column; a screen without one has the whole width. */
  readonly context?: ReactNode;
  readonly contextLabel?: string;
  /** The bar above the tabs of a phone: the next act. */
  readonly thumb?: ReactNode;
  readonly className?: string | undefined;
}

/** One screen of the game: stage, context, and on a phone the bar at the thumb. */
export function Screen({
  title,
  headingId,
  hideTitle = false,
  help,
  stage,
  context,
  contextLabel,
  thumb,
  className,
}: ScreenProps): ReactElement {
  const t = useText();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title}. ${t('common:app.name')}`;
  }, [title, t]);
  useEffect(() => {
    // A change of screen moves the focus to its name, unless somebody is already typing.
    if (document.activeElement?.matches('input, textarea') === true) return;
    if (headingId === undefined) {
      heading.current?.focus({ preventScroll: true });
      return;
    }
    return focusWhenThere(headingId);
  }, [headingId]);
  return (
    <div className={clsx(styles.screen, context === undefined && styles.alone, className)}>
      <main className={styles.stage} id="content" tabIndex={-1}>
        {headingId === undefined && (
          <div className={hideTitle ? undefined : styles.heading}>
            <h1 ref={heading} tabIndex={-1} className={hideTitle ? styles.heard : undefined}>
              {title}
            </h1>
            {help !== undefined && <HelpMark topic={help} about={title} />}
          </div>
        )}
        {stage}
      </main>
      {context !== undefined && (
        <aside className={styles.context} aria-label={contextLabel} id="context" tabIndex={-1}>
          {context}
        </aside>
      )}
      {thumb !== undefined && <div className={styles.thumb}>{thumb}</div>}
    </div>
  );
}
