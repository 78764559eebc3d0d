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
                  {keys.length > 4 ? (
                    <>
                      <kbd>{keys[0]}</kbd> {'–'} <kbd>{keys.at(-1)}</kbd>
                    </>
                  ) : (
                    keys.map((key) => <kbd key={key}>{key}</kbd>)
                  )}
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
