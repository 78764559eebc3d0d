import { clsx } from 'clsx';
import type { KeyboardEvent, ReactElement, ReactNode } from 'react';
import { useEffect, useId, useRef } from 'react';
import styles from './Tabs.module.css';

export interface Tab<Id extends string = string> {
  readonly id: Id;
  readonly label: string;
  /** Said after the label: how many there are. */
  readonly count?: ReactNode;
  readonly hotkey?: string;
}

export interface TabsProps<Id extends string> {
  readonly label: string;
  readonly tabs: readonly Tab<Id>[];
  readonly selected: Id;
  readonly onSelect: (id: Id) => void;
  /** Equal widths, for the phone. */
  readonly even?: boolean;
  readonly className?: string | undefined;
  /** Content of the selected tab. */
  readonly children: ReactNode;
}

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };

/** Tabs over one panel: arrows, Home and End move and select, Tab goes on into the panel. */
export function Tabs<Id extends string>({
  label,
  tabs,
  selected,
  onSelect,
  even = false,
  className,
  children,
}: TabsProps<Id>): ReactElement {
  const base = useId();
  const list = useRef<HTMLDivElement>(null);

  useEffect(() => {
    // Of a row that is wider than its screen the selected tab is seen whole.
    const tab = list.current?.querySelector<HTMLElement>(`[data-tab="${selected}"]`);
    const row = list.current;
    if (row === null || tab == null || row.scrollWidth <= row.clientWidth) return;
    row.scrollLeft = tab.offsetLeft - row.offsetLeft - (row.clientWidth - tab.offsetWidth) / 2;
  }, [selected]);

  function moveTo(index: number): void {
    const tab = tabs[(index + tabs.length) % tabs.length];
    if (tab === undefined) return;
    onSelect(tab.id);
    list.current?.querySelector<HTMLElement>(`[data-tab="${tab.id}"]`)?.focus();
  }

  function handleKey(event: KeyboardEvent): void {
    const at = tabs.findIndex((tab) => tab.id === selected);
    const isRtl = list.current !== null && getComputedStyle(list.current).direction === 'rtl';
    const step = STEPS[event.key];
    if (step !== undefined) moveTo(at + (isRtl ? -step : step));
    else if (event.key === 'Home') moveTo(0);
    else if (event.key === 'End') moveTo(tabs.length - 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <>
      <div
        ref={list}
        role="tablist"
        aria-label={label}
        className={clsx(styles.list, even && styles.even, className)}
      >
        {tabs.map((tab) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            id={`${base}-tab-${tab.id}`}
            data-tab={tab.id}
            aria-selected={tab.id === selected}
            aria-controls={`${base}-panel`}
            aria-keyshortcuts={tab.hotkey}
            tabIndex={tab.id === selected ? 0 : -1}
            className={styles.tab}
            onClick={() => onSelect(tab.id)}
            onKeyDown={handleKey}
          >
            {tab.label}
            {tab.count !== undefined && <span className={styles.count}>{tab.count}</span>}
          </button>
        ))}
      </div>
      <div
        role="tabpanel"
        id={`${base}-panel`}
        aria-labelledby={`${base}-tab-${selected}`}
        className={styles.panel}
      >
        {children}
      </div>
    </>
  );
}

/** Class of a `nav` whose links look like tabs; the link of the page has `aria-current="page"`. */
export const tabListClass = styles.list;

/** Class of one such link. */
export const tabLinkClass = styles.tab;
