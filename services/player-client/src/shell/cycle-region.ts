/** Ids of the regions F6 visits, in reading order. */
const REGIONS = ['status', 'rail', 'content', 'context', 'command'] as const;

/** Moves the focus to the next region of the shell that is on screen (F6), or the one before. */
export function cycleRegion(event: KeyboardEvent, by: 1 | -1): void {
  const shown = REGIONS.map((id) => document.getElementById(id)).filter(
    (element) => element !== null && element.getClientRects().length > 0,
  );
  if (shown.length === 0) return;
  event.preventDefault();
  const at = shown.findIndex((element) => element?.contains(document.activeElement) === true);
  const next = at < 0 ? (by === 1 ? 0 : shown.length - 1) : (at + by + shown.length) % shown.length;
  shown[next]?.focus();
}
