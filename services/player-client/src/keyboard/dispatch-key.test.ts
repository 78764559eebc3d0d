import { describe, expect, it } from 'vitest';
import type { KeyPress, KeyState } from './dispatch-key.ts';
import { dispatchKey } from './dispatch-key.ts';
import { KEY_BINDINGS } from './key-bindings.ts';

const FLIGHT: KeyState = { contexts: ['flight', 'global'], chord: null, singleKeys: true };
const DOCKED: KeyState = { ...FLIGHT, contexts: ['docked', 'global'] };

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  isRepeat: false,
  shift: false,
  hasModifier: false,
  inField: false,
  onControl: false,
  ownsArrows: false,
  inDialog: false,
  ...more,
});

const decide = (key: string, state: KeyState = FLIGHT, more: Partial<KeyPress> = {}) =>
  dispatchKey(press(key, more), state, KEY_BINDINGS);

describe('single keys', () => {
  it('mean what the context says', () => {
    expect(decide('3').action).toBe('warp.3');
    expect(decide('0').action).toBe('warp.10');
    expect(decide('3', DOCKED).action).toBe('row.3');
    expect(decide('P').action).toBe('dock');
    expect(decide('p', DOCKED).action).toBe('market');
    expect(decide('i', DOCKED).action).toBe('ship');
  });

  it('leave typing, browser shortcuts and dialogs alone', () => {
    expect(decide('m', FLIGHT, { inField: true }).isTaken).toBe(false);
    expect(decide('c', FLIGHT, { hasModifier: true }).isTaken).toBe(false);
    expect(decide('m', FLIGHT, { inDialog: true }).isTaken).toBe(false);
    expect(decide('m', { ...FLIGHT, singleKeys: false }).isTaken).toBe(false);
  });

  it('leave Enter and Space to the button that has the focus', () => {
    expect(decide(' ', DOCKED, { onControl: true }).isTaken).toBe(false);
    expect(decide('Enter', DOCKED, { onControl: true }).isTaken).toBe(false);
    expect(decide('Enter', DOCKED).action).toBe('commit');
    expect(decide('b', DOCKED, { onControl: true }).action).toBe('buy_mode');
  });

  it('leave the arrows to a radio button, a tab or an option that has the focus', () => {
    const map: KeyState = { ...FLIGHT, contexts: ['map', 'global'] };
    expect(decide('ArrowUp', map).action).toBe('map.up');
    expect(decide('ArrowUp', map, { ownsArrows: true }).isTaken).toBe(false);
    expect(decide('Home', map, { ownsArrows: true }).isTaken).toBe(false);
    expect(decide('[', map, { ownsArrows: true }).isTaken).toBe(true);
  });

  it('act once however long they are held, unless they spend nothing', () => {
    expect(decide('1', FLIGHT, { isRepeat: true })).toMatchObject({ action: null, isTaken: true });
    const map: KeyState = { ...FLIGHT, contexts: ['map', 'global'] };
    expect(decide('ArrowUp', map, { isRepeat: true }).action).toBe('map.up');
    expect(decide('Enter', map, { isRepeat: true }).action).toBeNull();
  });
});

describe('chords', () => {
  it('go to a screen with two keys after each other', () => {
    const first = decide('g');
    expect(first).toMatchObject({ action: null, chord: 'g', isTaken: true });
    expect(decide('m', { ...FLIGHT, chord: first.chord }).action).toBe('go.map');
    expect(decide(',', { ...FLIGHT, chord: first.chord }).action).toBe('go.settings');
  });

  it('end with a second key that means nothing, and that key does nothing', () => {
    expect(decide('1', { ...FLIGHT, chord: 'g' })).toMatchObject({
      action: null,
      chord: null,
      isTaken: true,
    });
  });

  it('wait through a bare Shift', () => {
    expect(decide('Shift', { ...FLIGHT, chord: 'g' }).chord).toBe('g');
  });
});

describe('the key table', () => {
  it('binds no key twice in one context, and chords in no single key', () => {
    const keys = KEY_BINDINGS.map(({ context, keys: key }) => `${context} ${key}`);
    expect(new Set(keys).size).toBe(keys.length);
    expect(KEY_BINDINGS.some(({ keys: key }) => key === 'g')).toBe(false);
  });
});
