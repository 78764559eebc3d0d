import type { LucideIcon } from 'lucide-react';
import { ArrowDown, ArrowLeft, ArrowRight, ArrowUp } from 'lucide-react';
import type { ReactElement } from 'react';
import { useText } from '../app/text.ts';
import styles from './KeyTable.module.css';
import type { KeyContext } from './key-bindings.ts';
import type { KeyName } from './key-groups.ts';
import { keyRows } from './key-groups.ts';

const ALWAYS: readonly {
  readonly name: KeyName | 'palette' | 'regions';
  readonly keys: readonly string[];
}[] = [
  { name: 'palette', keys: ['Ctrl K'] },
  { name: 'hints', keys: ['Alt H'] },
  { name: 'regions', keys: ['F6', 'Shift F6'] },
];

/** The face has two of the four arrows, so all four are drawn. */
const ARROWS: Readonly<Record<string, LucideIcon>> = {
  '↑': ArrowUp,
  '↓': ArrowDown,
  '←': ArrowLeft,
  '→': ArrowRight,
};

const SHIFT = 'Shift ';

/** Caps of one row: many as a range, a common Shift once. */
function Keys({ keys }: { readonly keys: readonly string[] }): ReactElement {
  if (keys.length > 4)
    return (
      <>
        <kbd>{keys[0]}</kbd> {'–'} <kbd>{keys.at(-1)}</kbd>
      </>
    );
  const isShifted = keys.length > 1 && keys.every((key) => key.startsWith(SHIFT));
  return (
    <>
      {isShifted && <kbd>{SHIFT.trim()}</kbd>}
      {(isShifted ? keys.map((key) => key.slice(SHIFT.length)) : keys).map((key) => {
        const Arrow = ARROWS[key];
        return <kbd key={key}>{Arrow === undefined ? key : <Arrow role="img" aria-label={key} />}</kbd>;
      })}
    </>
  );
}

/** Keys of the given contexts, a group each. */
export function KeyTable({ contexts }: { readonly contexts: readonly KeyContext[] }): ReactElement {
  const t = useText();
  return (
    <div className={styles.groups}>
      {contexts.map((context) => (
        <section key={context} aria-labelledby={`keys-${context}`}>
          <h3 id={`keys-${context}`}>{t(`game:keys.context_${context}`)}</h3>
          <dl>
            {[...keyRows(context), ...(context === 'global' ? ALWAYS : [])].map(({ name, keys }) => (
              <div key={name}>
                <dt>
                  <Keys keys={keys} />
                </dt>
                <dd>{t(`game:key.${name}`)}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}
