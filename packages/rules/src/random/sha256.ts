const BLOCK_BYTES = 64;
const LENGTH_FIELD_BYTES = 8;

const ROUND_CONSTANTS = Uint32Array.from([
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98,
  0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786,
  0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8,
  0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13,
  0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819,
  0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a,
  0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7,
  0xc67178f2,
]);

const INITIAL_STATE = Uint32Array.from([
  0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
]);

/**
 * SHA-256 (FIPS 180-4) of the bytes: 32 bytes. Rules carry their own because a plan hash and a random stream
 * must come out the same in every engine and synchronously, and rules import nothing.
 */
export function sha256(data: Uint8Array): Uint8Array {
  const state = INITIAL_STATE.slice();
  const schedule = new Uint32Array(64);
  const whole = data.length - (data.length % BLOCK_BYTES);
  const body = new DataView(data.buffer, data.byteOffset, data.byteLength);
  for (let offset = 0; offset < whole; offset += BLOCK_BYTES) {
    compress(state, schedule, body, offset);
  }
  const tail = paddedTail(data, whole);
  for (let offset = 0; offset < tail.byteLength; offset += BLOCK_BYTES) {
    compress(state, schedule, tail, offset);
  }
  return bigEndian(state);
}

function paddedTail(data: Uint8Array, whole: number): DataView {
  const rest = data.length - whole;
  const fits = rest + 1 + LENGTH_FIELD_BYTES <= BLOCK_BYTES;
  const tail = new Uint8Array(fits ? BLOCK_BYTES : 2 * BLOCK_BYTES);
  tail.set(data.subarray(whole));
  tail[rest] = 0x80;
  const view = new DataView(tail.buffer);
  // The length field counts bits in 64 bits; bytes × 8 is split so that no product leaves 32 bits.
  view.setUint32(tail.length - 8, Math.floor(data.length / 0x20000000));
  view.setUint32(tail.length - 4, (data.length << 3) >>> 0);
  return view;
}

function compress(state: Uint32Array, w: Uint32Array, block: DataView, offset: number): void {
  for (let i = 0; i < 16; i++) {
    w[i] = block.getUint32(offset + i * 4);
  }
  for (let i = 16; i < 64; i++) {
    const x = w[i - 15] as number;
    const y = w[i - 2] as number;
    const small0 = rotateRight(x, 7) ^ rotateRight(x, 18) ^ (x >>> 3);
    const small1 = rotateRight(y, 17) ^ rotateRight(y, 19) ^ (y >>> 10);
    w[i] = (w[i - 16] as number) + small0 + (w[i - 7] as number) + small1;
  }
  let [a, b, c, d, e, f, g, h] = state as unknown as Octet;
  for (let i = 0; i < 64; i++) {
    const big1 = rotateRight(e, 6) ^ rotateRight(e, 11) ^ rotateRight(e, 25);
    const choice = (e & f) ^ (~e & g);
    const t1 = (h + big1 + choice + (ROUND_CONSTANTS[i] as number) + (w[i] as number)) | 0;
    const big0 = rotateRight(a, 2) ^ rotateRight(a, 13) ^ rotateRight(a, 22);
    const majority = (a & b) ^ (a & c) ^ (b & c);
    h = g;
    g = f;
    f = e;
    e = (d + t1) | 0;
    d = c;
    c = b;
    b = a;
    a = (t1 + big0 + majority) | 0;
  }
  const added: Octet = [a, b, c, d, e, f, g, h];
  for (let i = 0; i < 8; i++) {
    state[i] = (state[i] as number) + (added[i] as number);
  }
}

type Octet = [number, number, number, number, number, number, number, number];

function rotateRight(value: number, bits: number): number {
  return (value >>> bits) | (value << (32 - bits));
}

function bigEndian(words: Uint32Array): Uint8Array {
  const bytes = new Uint8Array(words.length * 4);
  const view = new DataView(bytes.buffer);
  words.forEach((word, index) => {
    view.setUint32(index * 4, word);
  });
  return bytes;
}
