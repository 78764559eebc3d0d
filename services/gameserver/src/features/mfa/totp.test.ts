import { Secret, TOTP } from 'otpauth';
import { describe, expect, it } from 'vitest';
import { enrolmentOf, stepOfCode } from './totp.ts';

/** The secret and moments of RFC 6238, appendix B, whose codes have eight digits there: the last six are ours. */
const RFC_SECRET = Buffer.from('12345678901234567890');
const RFC_CODES = [
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
] as const;

describe('a code', () => {
  it.each(RFC_CODES)('of second %d is the one of the standard', (second, code) => {
    expect(stepOfCode(RFC_SECRET, code, 0, second * 1000)).toBe(Math.floor(second / 30));
  });

  it('is taken one step early or late and no further', () => {
    const nowMs = 1_234_567_890_000;
    const step = Math.floor(1_234_567_890 / 30);
    const codeAt = (atMs: number) =>
      new TOTP({ secret: new Secret({ buffer: new Uint8Array(RFC_SECRET).buffer }) }).generate({
        timestamp: atMs,
      });
    expect(
      [-2, -1, 0, 1, 2].map((off) => stepOfCode(RFC_SECRET, codeAt(nowMs + off * 30_000), 0, nowMs)),
    ).toEqual([null, step - 1, step, step + 1, null]);
  });

  it('is taken once, and none of an earlier step after it', () => {
    const step = Math.floor(1_234_567_890 / 30);
    expect(stepOfCode(RFC_SECRET, '005924', step, 1_234_567_890_000)).toBeNull();
    expect(stepOfCode(RFC_SECRET, '005924', step - 1, 1_234_567_890_000)).toBe(step);
  });

  it('may be typed with spaces, and is nothing else but six digits', () => {
    expect(stepOfCode(RFC_SECRET, '005 924', 0, 1_234_567_890_000)).not.toBeNull();
    for (const code of ['', '5924', '0005924', '00592x', '-05924', '٠٠٥٩٢٤'])
      expect(stepOfCode(RFC_SECRET, code, 0, 1_234_567_890_000)).toBeNull();
  });
});

describe('an enrolment', () => {
  it('names issuer and account in the address of the standard', () => {
    const { secret, otpauthUri } = enrolmentOf(RFC_SECRET, 'kestrel');
    const uri = new URL(otpauthUri);
    expect(uri.protocol).toBe('otpauth:');
    expect(decodeURIComponent(uri.pathname)).toBe('/SectorWars2102:kestrel');
    expect(Object.fromEntries(uri.searchParams)).toMatchObject({ issuer: 'SectorWars2102', secret });
    expect(Secret.fromBase32(secret).bytes).toHaveLength(20);
  });
});
