/** The only source of time: milliseconds since the epoch. Read once per command. */
export type Clock = () => number;

export const systemClock: Clock = () => Date.now();

/** A moment as the wire carries it. */
export const toMoment = (ms: number): string => new Date(ms).toISOString();
