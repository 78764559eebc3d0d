/**
 * Moves the focus to an element that may be drawn a little later, such as the heading of a part that is
 * still loading; not once the focus went somewhere else meanwhile. The returned function gives up.
 */
export function focusWhenThere(id: string): () => void {
  const before = document.activeElement;
  const tryNow = (): boolean => {
    const element = document.getElementById(id);
    if (element !== null && document.activeElement === before) element.focus({ preventScroll: true });
    return element !== null;
  };
  if (tryNow()) return () => undefined;
  const observer = new MutationObserver(() => {
    if (tryNow()) observer.disconnect();
  });
  observer.observe(document.body, { childList: true, subtree: true });
  return () => observer.disconnect();
}
