import type { KeyboardEvent, PointerEvent, ReactElement, ReactNode } from 'react';
import { useRef } from 'react';
import styles from './Sheet.module.css';

/** How far a sheet is drawn up: only its head, half the screen, all of it. */
export type SheetSnap = 'peek' | 'half' | 'full';

const SNAPS: readonly SheetSnap[] = ['peek', 'half', 'full'];

/** A shorter drag than this is a press. */
const DRAG_PX = 24;

export interface SheetProps {
  /** Name of the region. */
  readonly label: string;
  readonly snap: SheetSnap;
  readonly onSnap: (snap: SheetSnap) => void;
  /** What a press on the handle does from here: "Show more", "Close". */
  readonly handleLabel: string;
  /** Always visible: the figure and the next act. */
  readonly peek: ReactNode;
  readonly children: ReactNode;
}

/**
 * The bottom sheet of a phone, three snap points, not modal. The handle is a
 * button: a press goes to the next point, arrows go up and down, a drag does
 * the same, so nothing needs dragging.
 */
export function Sheet({ label, snap, onSnap, handleLabel, peek, children }: SheetProps): ReactElement {
  const startY = useRef<number | null>(null);
  const dragged = useRef(false);
  const at = SNAPS.indexOf(snap);

  function move(steps: number): void {
    const next = SNAPS[Math.min(SNAPS.length - 1, Math.max(0, at + steps))];
    if (next !== undefined && next !== snap) onSnap(next);
  }

  function handleKey(event: KeyboardEvent): void {
    if (event.key === 'ArrowUp') move(1);
    else if (event.key === 'ArrowDown') move(-1);
    else if (event.key === 'Escape' && snap !== 'peek') onSnap('peek');
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  function handleDown(event: PointerEvent<HTMLButtonElement>): void {
    startY.current = event.clientY;
    dragged.current = false;
    event.currentTarget.setPointerCapture(event.pointerId);
  }

  function handleUp(event: PointerEvent): void {
    if (startY.current === null) return;
    const distance = startY.current - event.clientY;
    startY.current = null;
    if (Math.abs(distance) < DRAG_PX) return;
    dragged.current = true;
    const isLong = Math.abs(distance) > window.innerHeight / 3;
    move(Math.sign(distance) * (isLong ? 2 : 1));
  }

  function handleClick(): void {
    if (dragged.current) return;
    if (snap === 'full') onSnap('peek');
    else move(1);
  }

  return (
    <section aria-label={label} className={styles.sheet} data-snap={snap}>
      <button
        type="button"
        className={styles.handle}
        aria-label={handleLabel}
        aria-expanded={snap !== 'peek'}
        onClick={handleClick}
        onKeyDown={handleKey}
        onPointerDown={handleDown}
        onPointerUp={handleUp}
      />
      <div className={styles.peek}>{peek}</div>
      <div className={styles.body}>{children}</div>
    </section>
  );
}
