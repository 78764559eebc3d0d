import type { Page } from 'playwright-core';

const MOST_TABS = 80;

/** What a screen reader would call the focused element, roughly: label, aria-label or text. */
const focusedName = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (element === null) return '';
    const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
    const name = element.getAttribute('aria-label') ?? labels[0]?.textContent ?? element.textContent ?? '';
    return name.replace(/\s+/g, ' ').trim();
  });

/** Presses Tab until the focus is on something whose name begins like this. */
export const tabTo = async (page: Page, name: string): Promise<void> => {
  const seen: string[] = [];
  for (let i = 0; i < MOST_TABS; i += 1) {
    await page.keyboard.press('Tab');
    const focused = await focusedName(page);
    if (focused.startsWith(name)) return;
    seen.push(focused.slice(0, 40));
  }
  throw new Error(`Tab never reached "${name}"; it passed: ${seen.join(' | ')}`);
};

/** Whether the focus can be seen: something around the focused element changes what is drawn. */
export const hasVisibleFocus = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (element === null || element === document.body) return false;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) || boxShadow !== 'none';
  });
