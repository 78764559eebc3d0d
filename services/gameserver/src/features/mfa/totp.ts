import { Secret, TOTP } from 'otpauth';

const ISSUER = 'SectorWars2102';
const PERIOD_S = 30;
/** Clocks of phones may be one step off. */
const WINDOW = 1;
export const SECRET_BYTES = 20;

const totpOf = (secret: Uint8Array, label: string): TOTP =>
  new TOTP({
    issuer: ISSUER,
    label,
    algorithm: 'SHA1',
    digits: 6,
    period: PERIOD_S,
    secret: new Secret({ buffer: new Uint8Array(secret).buffer }),
  });

/** What an authenticator needs: the secret to type, and the address a QR code holds (rule book, platform 3.7). */
export const enrolmentOf = (
  secret: Uint8Array,
  username: string,
): { readonly secret: string; readonly otpauthUri: string } => {
  const totp = totpOf(secret, username);
  return { secret: totp.secret.base32, otpauthUri: totp.toString() };
};

/**
 * The 30 s step a code belongs to, at most one before or after now; null for a wrong code and for one of a step that
 * is not after `lastStep`, since none is taken twice.
 */
export const stepOfCode = (
  secret: Uint8Array,
  code: string,
  lastStep: number,
  nowMs: number,
): number | null => {
  const token = code.replace(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return null;
  const delta = totpOf(secret, '').validate({ token, timestamp: nowMs, window: WINDOW });
  if (delta === null) return null;
  const step = Math.floor(nowMs / 1000 / PERIOD_S) + delta;
  return step > lastStep ? step : null;
};
