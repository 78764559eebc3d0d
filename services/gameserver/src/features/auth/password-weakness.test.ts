import { describe, expect, it } from 'vitest';
import { COMMON_WORDS } from './common-words.ts';
import { weaknessOf } from './password-weakness.ts';

const judge = (password: string) => weaknessOf(password, []);

describe('weaknessOf', () => {
  it.each([
    'password123',
    'Passw0rd2024!',
    'P@$$w0rd!!1',
    'iloveyou99',
    'iloveyou1234',
    'sunshine2019',
    '$unshine99!',
    'liverpool1892',
    'dragondragon',
    'qwerty2024!!',
    'letmein_now',
    'football.1234',
    'Welcome2Home',
    '!!!monkey!!!',
    'chocolate1!',
    'Manchester_United',
  ])('calls %s common', (password) => {
    expect(judge(password)).not.toBeNull();
  });

  it.each([
    'aaaaaaaaaa',
    'abababababab',
    'abc1abc1abc1',
    '1234567890',
    '0987654321',
    '12345678901234',
    'qwertyuiop',
    'poiuytrewq',
    'asdfghjkl123',
    'abcdefghij',
    'qwertyasdfgh',
    '1q2w3e4r5t',
    '1qaz2wsx3edc',
    'zaq12wsxcde3',
    '147258369147',
    'a1b2c3d4e5f6',
    '111222333444',
    '!@#$%^&*()',
  ])('calls %s predictable', (password) => {
    expect(judge(password)).toBe('too_predictable');
  });

  it.each([
    'correct horse battery staple',
    'tRk9-plum-vase',
    'gorse lamp ferry 41',
    'vexing-otter-kettle',
    'mY 3 cats Love rain',
    'xq7fm2p0vz',
    'Kastanienallee Ecke Bach',
    '海辺の図書館で本を読む',
  ])('has nothing against %s', (password) => {
    expect(judge(password)).toBeNull();
  });

  it('refuses the name of its owner in any case, but no short part of one', () => {
    expect(weaknessOf('my Kestrel flies', ['kestrel'])).toBe('contains_name');
    expect(weaknessOf('bobsled and ferry', ['bob', ''])).toBeNull();
  });
});

describe('the list', () => {
  it('holds many hundreds of plain lower-case words', () => {
    expect(COMMON_WORDS.size).toBeGreaterThan(700);
    expect([...COMMON_WORDS].filter((word) => !/^[a-z]{3,}$/.test(word))).toEqual([]);
  });
});
