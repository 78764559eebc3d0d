/**
 * Keeps secrets out of logs. Works on the finished JSON line, because redaction by path only reaches
 * depths somebody thought of, while headers hide in errors inside errors. What is covered: string,
 * list and flat object values under a telling name, passwords in connection URLs, and tokens in
 * query strings. What is not: a secret inside free text. Never put one there.
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
];

const STRING = '"(?:[^"\\\\]|\\\\.)*"';
const VALUE = `(?:${STRING}|\\[[^\\]]*\\]|\\{[^{}]*\\})`;

const secretMember = new RegExp(`("[^"\\\\]*(?:${SECRET_NAMES.join('|')})"):${VALUE}`, 'gi');
const urlPassword = /(\w+:\/\/[^\s:/@"]*):[^\s/@"]+@/g;
const queryToken = /([?&](?:ticket|token|code|state)=)[^&\s"\\#]+/gi;

export const REDACTED = '[redacted]';

/** Replaces secrets in one line of JSON; the result is valid JSON again. */
export const redactLine = (line: string): string =>
  line
    .replace(secretMember, `$1:"${REDACTED}"`)
    .replace(urlPassword, `$1:${REDACTED}@`)
    .replace(queryToken, `$1${REDACTED}`);
