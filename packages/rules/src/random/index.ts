export * from './hex.ts';
export * from './hmac.ts';
export * from './sha256.ts';
export * from './utf8.ts';
export * from './xoshiro.ts';
