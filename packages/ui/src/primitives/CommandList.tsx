import type { KeyboardEvent, ReactElement, ReactNode } from 'react';
import { useId, useState } from 'react';
import styles from './CommandList.module.css';
import { KeyCap } from './KeyCap.tsx';

export interface CommandOption {
  readonly id: string;
  readonly label: string;
  readonly hint?: ReactNode;
  /** Heading above the first option of each group; options of a group follow each other. */
  readonly group?: string;
  readonly hotkey?: string;
  readonly icon?: ReactNode;
}

export interface CommandListProps {
  readonly label: string;
  readonly placeholder?: string;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  /** Already filtered and ordered by the caller. */
  readonly options: readonly CommandOption[];
  readonly onPick: (option: CommandOption) => void;
  /** Said when nothing fits. */
  readonly emptyText: string;
}

/** In a dialog the field is what the focus belongs to; React itself never writes the attribute. */
function claimFocus(field: HTMLInputElement | null): void {
  field?.setAttribute('autofocus', '');
}

/** Search field over a list: type to filter, arrows to choose, Enter to pick. The palette's heart. */
export function CommandList({
  label,
  placeholder,
  query,
  onQuery,
  options,
  onPick,
  emptyText,
}: CommandListProps): ReactElement {
  const base = useId();
  const [activeId, setActiveId] = useState<string | null>(null);
  const found = options.findIndex((option) => option.id === activeId);
  const active = Math.max(0, found);
  const activeOption = options[active];

  function moveTo(index: number): void {
    const next = options[(index + options.length) % options.length];
    if (next === undefined) return;
    setActiveId(next.id);
    document.getElementById(`${base}-${next.id}`)?.scrollIntoView({ block: 'nearest' });
  }

  function handleKey(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') moveTo(active + 1);
    else if (event.key === 'ArrowUp') moveTo(active - 1);
    else if (event.key === 'Enter' && activeOption !== undefined) onPick(activeOption);
    else return;
    event.preventDefault();
  }

  return (
    <div className={styles.root}>
      <input
        ref={claimFocus}
        type="text"
        role="combobox"
        aria-label={label}
        aria-expanded={options.length > 0}
        aria-controls={`${base}-list`}
        aria-autocomplete="list"
        aria-activedescendant={activeOption && `${base}-${activeOption.id}`}
        autoComplete="off"
        spellCheck={false}
        placeholder={placeholder}
        className={styles.input}
        value={query}
        onChange={(event) => {
          setActiveId(null);
          onQuery(event.target.value);
        }}
        onKeyDown={handleKey}
      />
      {options.length === 0 && (
        <p role="status" className={styles.empty}>
          {emptyText}
        </p>
      )}
      <div role="listbox" id={`${base}-list`} aria-label={label} className={styles.list}>
        {options.map((option, index) => (
          <CommandItem
            key={option.id}
            id={`${base}-${option.id}`}
            option={option}
            isActive={index === active}
            showsGroup={option.group !== undefined && option.group !== options[index - 1]?.group}
            onPick={() => onPick(option)}
          />
        ))}
      </div>
    </div>
  );
}

interface CommandItemProps {
  readonly id: string;
  readonly option: CommandOption;
  readonly isActive: boolean;
  readonly showsGroup: boolean;
  readonly onPick: () => void;
}

/** Focus stays in the field, so an option is only ever pressed. */
function CommandItem({ id, option, isActive, showsGroup, onPick }: CommandItemProps): ReactElement {
  return (
    <>
      {showsGroup && (
        <div role="presentation" className={styles.group}>
          {option.group}
        </div>
      )}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the field keeps the focus and handles the keys. */}
      <div
        role="option"
        id={id}
        tabIndex={-1}
        aria-selected={isActive}
        className={styles.option}
        onPointerDown={(event) => event.preventDefault()}
        onClick={onPick}
      >
        {option.icon}
        <span className={styles.name}>{option.label}</span>
        {option.hint !== undefined && <span className={styles.hint}>{option.hint}</span>}
        {option.hotkey !== undefined && (
          <span className={styles.key}>
            <KeyCap>{option.hotkey}</KeyCap>
          </span>
        )}
      </div>
    </>
  );
}
