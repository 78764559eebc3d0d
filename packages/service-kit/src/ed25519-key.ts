import type { KeyObject } from 'node:crypto';
import { createPrivateKey, createPublicKey } from 'node:crypto';
import { StartupError } from './startup-error.ts';

/** Settings that cannot hold line breaks carry them as `\n`. */
const unfold = (pem: string): string => pem.replaceAll('\\n', '\n');

const assertEd25519 = (variable: string, key: KeyObject): KeyObject => {
  if (key.asymmetricKeyType !== 'ed25519') throw new StartupError(`${variable} must be an Ed25519 key.`);
  return key;
};

/**
 * The private key of a service, from PEM (PKCS #8).
 *
 * @throws StartupError when it is none, or not Ed25519; the value is never shown.
 */
export const readPrivateKey = (variable: string, pem: string): KeyObject => {
  try {
    return assertEd25519(variable, createPrivateKey(unfold(pem)));
  } catch (cause) {
    if (cause instanceof StartupError) throw cause;
    throw new StartupError(`${variable} must hold a private key as PEM.`);
  }
};

/**
 * A public key others sign with, from PEM (SPKI).
 *
 * @throws StartupError when it is none, not Ed25519, or a private key that should not be here.
 */
export const readPublicKey = (variable: string, pem: string): KeyObject => {
  if (pem.includes('PRIVATE KEY')) {
    throw new StartupError(`${variable} must hold a public key, not a private one.`);
  }
  try {
    return assertEd25519(variable, createPublicKey(unfold(pem)));
  } catch (cause) {
    if (cause instanceof StartupError) throw cause;
    throw new StartupError(`${variable} must hold a public key as PEM.`);
  }
};
