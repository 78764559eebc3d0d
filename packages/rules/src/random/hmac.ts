import { sha256 } from './sha256.ts';

const BLOCK_BYTES = 64;
const INNER_PAD = 0x36;
const OUTER_PAD = 0x5c;

/** HMAC-SHA256 (RFC 2104, FIPS 198-1) of the message under the key: 32 bytes. A key above 64 bytes is hashed first. */
export function hmacSha256(key: Uint8Array, message: Uint8Array): Uint8Array {
  const block = key.length > BLOCK_BYTES ? sha256(key) : key;
  const inner = sha256(concat(padded(block, INNER_PAD), message));
  return sha256(concat(padded(block, OUTER_PAD), inner));
}

function padded(key: Uint8Array, pad: number): Uint8Array {
  const bytes = new Uint8Array(BLOCK_BYTES);
  bytes.set(key);
  return bytes.map((byte) => byte ^ pad);
}

function concat(first: Uint8Array, second: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(first.length + second.length);
  bytes.set(first);
  bytes.set(second, first.length);
  return bytes;
}
