/// <reference types="node" />
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contrast, rolesIn } from '../testing/contrast.ts';

// Read as a file: the test runner empties imported style sheets.
const themesCss = readFileSync(`${import.meta.dirname}/themes.css`, 'utf8');

const THEMES = ['cockpit', 'daylight', 'contrast', 'terminal'] as const;

/** Roles of a theme: its own over those of the default. */
const rolesOf = (theme: string): ReadonlyMap<string, string> =>
  new Map([...rolesIn(themesCss, 'cockpit'), ...rolesIn(themesCss, theme)]);

describe.each(THEMES)('theme %s', (theme) => {
  const roles = rolesOf(theme);
  const ratio = (front: string, back: string) => contrast(roles.get(front) ?? '', roles.get(back) ?? '');

  it.each(['text-hi', 'text-mid', 'text-lo', 'accent', 'amber', 'green', 'red', 'violet'])(
    '%s is readable on every ground',
    (role) => {
      for (const ground of ['bg-0', 'bg-1', 'bg-2'])
        expect(ratio(role, ground), ground).toBeGreaterThanOrEqual(4.5);
    },
  );

  it('is readable on the next act and on a selected row', () => {
    expect(ratio('accent-ink', 'accent')).toBeGreaterThanOrEqual(4.5);
    expect(ratio('text-hi', 'accent-wash')).toBeGreaterThanOrEqual(4.5);
    expect(ratio('text-mid', 'accent-wash')).toBeGreaterThanOrEqual(4.5);
    expect(ratio('amber', 'amber-wash')).toBeGreaterThanOrEqual(4.5);
    expect(ratio('red', 'red-wash')).toBeGreaterThanOrEqual(4.5);
  });

  it.each(['line-control', 'accent'])('%s shows where a control ends', (role) => {
    for (const ground of ['bg-0', 'bg-1']) expect(ratio(role, ground), ground).toBeGreaterThanOrEqual(3);
  });

  it.each(['ore', 'organics', 'equipment', 'fuel', 'gourmet', 'luxury', 'exotic', 'precious'])(
    'the glyph of %s is visible',
    (commodity) => {
      for (const ground of ['bg-1', 'bg-2'])
        expect(ratio(`c-${commodity}`, ground), ground).toBeGreaterThanOrEqual(3);
    },
  );
});

describe('the window onto space', () => {
  it('stays night on light paper', () => {
    const start = themesCss.indexOf("[data-theme='daylight'] [data-scope='window']");
    expect(themesCss.slice(start, start + 200)).toContain('--bg-0: #070a10');
  });
});
