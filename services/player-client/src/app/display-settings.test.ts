// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import type { PlayerSettings } from './display-settings.ts';
import { applyDisplay, readDisplayMirror } from './display-settings.ts';

const SETTINGS: PlayerSettings = {
  theme: 'terminal',
  density: 'dense',
  textScale: 150,
  view: 'plate',
  motion: 'reduced',
  singleKeys: true,
  keyHints: false,
  language: 'en',
  stopOn: [],
  minHullPct: 50,
  maxTurns: 0,
  maxTollTotal: 0,
  crossRegions: true,
  lowTurnWarning: 50,
  acceptRescue: true,
  goalBar: 'shown',
  guide: 'off',
};

describe('display settings', () => {
  beforeEach(() => localStorage.clear());

  it('are on the document and come back on the next visit', () => {
    const root = document.createElement('html');
    applyDisplay(SETTINGS, root);
    expect({ ...root.dataset }).toMatchObject({
      theme: 'terminal',
      density: 'dense',
      motion: 'reduced',
      hints: 'off',
    });
    expect(root.style.getPropertyValue('--text-scale')).toBe('1.5');
    expect(readDisplayMirror()).toEqual(SETTINGS);
  });

  it('give the system its say back', () => {
    const root = document.createElement('html');
    applyDisplay(SETTINGS, root);
    applyDisplay({ ...SETTINGS, motion: 'system', keyHints: true }, root);
    expect(root.dataset['motion']).toBeUndefined();
    expect(root.dataset['hints']).toBeUndefined();
  });

  it('survive a broken mirror', () => {
    localStorage.setItem('sw.settings', '{');
    expect(readDisplayMirror()).toEqual({});
  });
});
