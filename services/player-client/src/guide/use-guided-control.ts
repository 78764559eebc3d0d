import { useEffect } from 'react';

/** Marks the control that is shown; `Guide.module.css` draws the mark. */
const MARK = 'data-guided';

/** The first of the named controls that is on the screen. */
export function guidedControl(names: readonly string[]): HTMLElement | null {
  for (const name of names) {
    const control = document.querySelector<HTMLElement>(`[data-guide~="${name}"]`);
    if (control !== null) return control;
  }
  return null;
}

/** Whether a control can be seen without scrolling. */
function isInView(control: HTMLElement): boolean {
  const { top, bottom } = control.getBoundingClientRect();
  return top >= 0 && bottom <= window.innerHeight;
}

/**
 * Marks the first of the named controls and follows it: screens load and panels change under the guide. The mark is
 * an attribute React does not know, so that no screen has to ask whether it is being shown.
 */
export function useGuidedControl(names: readonly string[]): void {
  const id = names.join();
  useEffect(() => {
    let marked: HTMLElement | null = null;
    let frame = 0;
    const find = () => {
      const control = id === '' ? null : guidedControl(id.split(','));
      if (control === marked && (control === null || control.hasAttribute(MARK))) return;
      marked?.removeAttribute(MARK);
      control?.setAttribute(MARK, '');
      marked = control;
      if (control !== null && !isInView(control))
        control.scrollIntoView({ block: 'center', inline: 'nearest' });
    };
    const observer = new MutationObserver(() => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(find);
    });
    find();
    observer.observe(document.body, {
      childList: true,
      subtree: true,
      attributes: true,
      attributeFilter: ['data-guide'],
    });
    return () => {
      observer.disconnect();
      cancelAnimationFrame(frame);
      marked?.removeAttribute(MARK);
    };
  }, [id]);
}
