import { describe, expect, it } from 'vitest';
import { passwordProblems, personalParts } from './password.policy.ts';

const codes = (password: string, owner: { names?: string[]; isAdmin?: boolean } = {}) =>
  passwordProblems(password, { names: owner.names ?? [], isAdmin: owner.isAdmin ?? false }, '/password').map(
    ({ code }) => code,
  );

describe('passwordProblems', () => {
  it('wants ten characters of a player and twelve of an operator', () => {
    expect(codes('gorse lam')).toEqual(['too_small']);
    expect(codes('gorse lamp')).toEqual([]);
    expect(codes('gorse lamp', { isAdmin: true })).toEqual(['too_small']);
    expect(codes('gorse lamp 2', { isAdmin: true })).toEqual([]);
  });

  it('takes 128 characters and no more', () => {
    const long = 'gorse lamp ferry '.repeat(10);
    expect(codes(`x${long.slice(0, 127)}`)).toEqual([]);
    expect(codes(long.slice(0, 129))).toEqual(['too_big']);
  });

  it('counts characters after NFKC, not code units', () => {
    // Five letters with combining accents are ten code units and five characters.
    expect(codes('e\u0301o\u0302u\u0308a\u0300i\u0301')).toEqual(['too_small']);
    expect(codes('🜁🜂🜃🜄🜅🜆🜇🜈🜉🜊')).toEqual([]);
  });

  it('judges full-width spelling like the plain one', () => {
    expect(codes('ｐａｓｓｗｏｒｄ１２３')).toEqual(['too_common']);
  });

  it('names the field', () => {
    expect(passwordProblems('x', { names: [], isAdmin: false }, '/newPassword')[0]).toMatchObject({
      path: '/newPassword',
    });
  });
});

describe('personalParts', () => {
  it('are the name and what stands before the @', () => {
    expect(personalParts('kestrel', 'ann.lee@example.org')).toEqual(['kestrel', 'ann.lee']);
    expect(personalParts('kestrel', null)).toEqual(['kestrel']);
  });
});
