import { RadioGroup, TextField } from '@sw/ui';
import type { ReactElement, ReactNode } from 'react';
import { useLocale } from '../../app/game-context.ts';
import type { LogLine } from '../../app/log-store.ts';
import { useText } from '../../app/text.ts';
import { LogText } from '../../shell/LogText.tsx';
import { Toolbar } from '../../shell/Toolbar.tsx';
import styles from './LogPage.module.css';
import { MomentCell } from './MomentCell.tsx';
import { useFilterParams } from './use-filter-params.ts';

export interface LineListProps {
  readonly lines: readonly Pick<LogLine, 'id' | 'atMs' | 'tone' | 'text'>[];
}

/** Lines of a log with their moments. */
export function LineList({ lines }: LineListProps): ReactElement {
  const locale = useLocale();
  return (
    <ol className={styles.lines}>
      {lines.map((line) => (
        <li key={line.id} data-tone={line.tone}>
          <MomentCell atMs={line.atMs} locale={locale} />
          <LogText text={line.text} />
        </li>
      ))}
    </ol>
  );
}

export interface LineFilterProps<Choice extends string> {
  readonly choices: readonly [Choice, ...Choice[]];
  readonly label: string;
  readonly nameOf: (choice: Choice) => string;
  /** Acts on what is shown. */
  readonly children?: ReactNode;
}

/** Which lines are shown: those of a kind that say something. */
export function LineFilter<Choice extends string>({
  choices,
  label,
  nameOf,
  children,
}: LineFilterProps<Choice>): ReactElement {
  const t = useText();
  const { text, pick, set } = useFilterParams();
  return (
    <Toolbar>
      <RadioGroup
        label={label}
        look="segments"
        value={pick('kind', choices)}
        onChange={(kind) => set('kind', kind)}
        options={choices.map((value) => ({ value, label: nameOf(value) }))}
      />
      <TextField
        label={t('game:log.search')}
        className={styles.search}
        value={text}
        onChange={(q) => set('q', q)}
      />
      {children}
    </Toolbar>
  );
}
