/**
 * Keeps secrets out of logs. Works on the finished JSON line, because redaction by path only reaches
 * depths somebody thought of, while headers hide in errors inside errors. Covered: any value under a
 * telling name except booleans and numbers, passwords in connection URLs, tokens in query strings.
 * Not covered: a secret inside free text. Never put one there.
 */
const SECRET_NAMES = [
  'authorization',
  'cookies?',
  'sw_rta?',
  'passwords?',
  'passphrase',
  'tokens?',
  'tickets?',
  'secrets?',
  'credentials?',
  '(?:api|private|service|encryption|signing)[-_]?keys?',
  '(?:totp|mfa|backup|recovery)[-_]?codes?',
].join('|');

/** A name counts by its end: `accessToken` and `JWT_SECRET` are secret, `tokenVersion` is not. */
const secretName = new RegExp(`(?:${SECRET_NAMES})$`, 'i');
/** Most lines hold no such name and are passed on without being parsed. */
const mayHoldSecret = new RegExp(`(?:${SECRET_NAMES})":`, 'i');

const urlPassword = /(\w+:\/\/[^\s:/@"]*):[^\s/@"]+@/g;
const queryToken = /([?&](?:ticket|token|code|state)=)[^&\s"\\#]+/gi;

export const REDACTED = '[redacted]';

/** Replaces secrets in one line of JSON; the result is valid JSON with the same line end. */
export const redactLine = (line: string): string =>
  (mayHoldSecret.test(line) ? redactMembers(line) : line)
    .replace(urlPassword, `$1:${REDACTED}@`)
    .replace(queryToken, `$1${REDACTED}`);

const redactMembers = (line: string): string => {
  const end = line.endsWith('\n') ? '\n' : '';
  return JSON.stringify(JSON.parse(line, redactMember)) + end;
};

const redactMember = (name: string, value: unknown): unknown =>
  secretName.test(name) && (typeof value === 'string' || typeof value === 'object') && value !== null
    ? REDACTED
    : value;
