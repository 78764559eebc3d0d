import { describe, expect, it } from 'vitest';
import { loginPathFor, publicPathOf, returnPathOf } from './public-routes.ts';

describe('public paths', () => {
  it('knows its own pages, with or without a slash at the end', () => {
    expect(publicPathOf('/')).toBe('/');
    expect(publicPathOf('/login/')).toBe('/login');
    expect(publicPathOf('/game')).toBeNull();
    expect(publicPathOf('/loginx')).toBeNull();
  });
});

describe('return path', () => {
  it('accepts a place of the game', () => {
    expect(returnPathOf('?return=%2Fgame%2Fmap%3Fsel%3D12')).toBe('/game/map?sel=12');
    expect(returnPathOf('?return=/game')).toBe('/game');
  });

  it.each([
    '//evil.example',
    'https://evil.example',
    '/\\evil',
    '/gameover',
    '/game/\u202e',
    'javascript:1',
    '',
  ])('falls back to the cockpit for %j', (wanted) => {
    expect(returnPathOf(`?return=${encodeURIComponent(wanted)}`)).toBe('/game');
  });

  it('survives the way through the sign-in page', () => {
    const path = '/game/station/4f0c?tab=market';
    const login = new URL(loginPathFor(path), 'http://localhost');
    expect(returnPathOf(login.search)).toBe(path);
  });
});
