/// <reference types="node" />
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contrast, rolesIn } from '../testing/contrast.ts';

const css = readFileSync(`${import.meta.dirname}/console-themes.css`, 'utf8');

describe.each(['slate', 'slate-light'])('console theme %s', (theme) => {
  const roles = rolesIn(css, theme);
  const ratio = (front: string, back: string) => contrast(roles.get(front) ?? '', roles.get(back) ?? '');

  it.each(['text-hi', 'text-mid', 'text-lo', 'accent', 'amber', 'green', 'red', 'violet'])(
    '%s is readable on every ground',
    (role) => {
      for (const ground of ['bg-0', 'bg-1', 'bg-2'])
        expect(ratio(role, ground), ground).toBeGreaterThanOrEqual(4.5);
    },
  );

  it('is readable on washes and on the next act', () => {
    expect(ratio('accent-ink', 'accent')).toBeGreaterThanOrEqual(4.5);
    for (const role of ['text-hi', 'text-mid', 'accent'])
      expect(ratio(role, 'accent-wash'), role).toBeGreaterThanOrEqual(4.5);
    for (const role of ['amber', 'green', 'red'])
      expect(ratio(role, `${role}-wash`), role).toBeGreaterThanOrEqual(4.5);
  });

  it('draws the series of charts so that they are seen', () => {
    for (const series of [1, 2, 3, 4, 5, 6])
      expect(ratio(`chart-${series}`, 'bg-1'), String(series)).toBeGreaterThanOrEqual(3);
  });

  it('shows where a control ends', () => {
    for (const ground of ['bg-0', 'bg-1'])
      expect(ratio('line-control', ground), ground).toBeGreaterThanOrEqual(3);
  });
});
