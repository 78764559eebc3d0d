import type { ReactElement } from "react";

export interface KeyCapProps {
  /** The key as printed: `P`, `Enter`, `Ctrl K`. */
  readonly children: string;
}

/**
 * A key cap. It only shows a key that the control beside it names in
 * `aria-keyshortcuts`, so it is hidden from assistive technology, and it
 * disappears with `data-hints="off"` on the root element.
 */
export function KeyCap({ children }: KeyCapProps): ReactElement {
  return (
    <kbd data-hint="" aria-hidden="true">
      {children}
    </kbd>
  );
}
