import game from '@sw/i18n/locales/en/game.json' with { type: 'json' };
import { describe, expect, it } from 'vitest';
import type { KeyContext } from './key-bindings.ts';
import { keyRows, printedKey } from './key-groups.ts';

const CONTEXTS: readonly KeyContext[] = ['global', 'flight', 'docked', 'map', 'comms'];

describe('key list', () => {
  it('prints keys as they are engraved', () => {
    expect([' ', 'Escape', 'm', 'Shift+ArrowUp', 'Home'].map(printedKey)).toEqual([
      'Space',
      'Esc',
      'M',
      'Shift ↑',
      'Home',
    ]);
  });

  it('puts keys that do the same into one row', () => {
    const warps = keyRows('flight').find(({ name }) => name === 'warps');
    expect(warps?.keys).toHaveLength(10);
    expect(keyRows('global').find(({ name }) => name === 'go_map')?.keys).toEqual(['G M']);
    expect(keyRows('flight').find(({ name }) => name === 'step')?.keys).toEqual(['Space']);
  });

  it('has words for every row', () => {
    const missing = CONTEXTS.flatMap((context) => keyRows(context))
      .map(({ name }) => `key.${name}`)
      .filter((key) => !Object.hasOwn(game, key));
    expect(missing).toEqual([]);
  });
});
