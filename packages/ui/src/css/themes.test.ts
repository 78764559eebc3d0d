/// <reference types="node" />
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

// Read as a file: the test runner empties imported style sheets.
const themesCss = readFileSync(`${import.meta.dirname}/themes.css`, 'utf8');

const THEMES = ['cockpit', 'daylight', 'contrast', 'terminal'] as const;

/** Roles of a theme: its own over those of the default. */
function rolesOf(theme: string): ReadonlyMap<string, string> {
  const roles = new Map<string, string>();
  for (const name of new Set(['cockpit', theme])) {
    const start = themesCss.indexOf(`\n  [data-theme='${name}'] {`);
    const block = themesCss.slice(start, themesCss.indexOf('\n  }', start));
    for (const [, role = '', value = ''] of block.matchAll(/--([a-z0-9-]+):\s*([^;]+);/g))
      roles.set(role, value.trim());
  }
  return roles;
}

function luminance(hex: string): number {
  const channels = [1, 3, 5].map((start) => Number.parseInt(hex.slice(start, start + 2), 16) / 255);
  const [red = 0, green = 0, blue = 0] = channels.map((channel) =>
    channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

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
