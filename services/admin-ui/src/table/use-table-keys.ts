import { useEffect, useRef } from 'react';

/** What the keys of a table do (rule book, front ends 6.1). */
export interface TableKeys {
  move(step: 1 | -1): void;
  select(): void;
  open(): void;
  edit(): void;
  acts(): void;
  search(): void;
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));

/** On a control of its own Enter belongs to that control. */
const isControl = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('a, button, summary') !== null;

/** Listens on the whole page, since a page has one table; silent while somebody types or a dialog is open. */
export function useTableKeys(keys: TableKeys): void {
  const current = useRef(keys);
  useEffect(() => {
    current.current = keys;
  });
  useEffect(() => {
    const handleKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (document.querySelector('dialog[open]') !== null) return;
      const act = actOf(event, current.current);
      if (act === null) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', handleKey);
    return () => document.removeEventListener('keydown', handleKey);
  }, []);
}

const actOf = (event: KeyboardEvent, keys: TableKeys): (() => void) | null => {
  switch (event.key) {
    case 'j':
      return () => keys.move(1);
    case 'k':
      return () => keys.move(-1);
    case 'x':
      return () => keys.select();
    case 'e':
      return () => keys.edit();
    case '.':
      return () => keys.acts();
    case '/':
      return () => keys.search();
    case 'Enter':
      return isControl(event.target) ? null : () => keys.open();
    default:
      return null;
  }
};
