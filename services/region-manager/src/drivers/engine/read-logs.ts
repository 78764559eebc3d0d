const HEADER_BYTES = 8;
const LENGTH_AT = 4;
const KEPT_CHARACTERS = 4_000;

/** What a container without a terminal wrote: frames with a header of their stream and length. Only the end is kept. */
export const readLogs = (frames: Buffer): string => {
  const parts: string[] = [];
  for (let at = 0; at + HEADER_BYTES <= frames.length; ) {
    const length = frames.readUInt32BE(at + LENGTH_AT);
    parts.push(frames.toString('utf8', at + HEADER_BYTES, at + HEADER_BYTES + length));
    at += HEADER_BYTES + length;
  }
  return parts.join('').slice(-KEPT_CHARACTERS).trim();
};
