import pino from 'pino';
import type { LogLevel } from './log-level.ts';
import { redactLine } from './redaction.ts';

export type Logger = pino.Logger;

export interface LoggerOptions {
  /** Stands in every line, e.g. `gameserver`. */
  readonly service: string;
  readonly level: LogLevel;
  /**
   * Where lines go; standard output unless given. A file keeps the terminal quiet for the standalone
   * start; its folder is made when missing. Tests pass a stream or level `silent`.
   */
  readonly destination?: { readonly file: string } | pino.DestinationStream;
}

/**
 * One JSON object a line: level as a word, time in RFC 3339, secrets redacted. Use
 * `logger.child({requestId, …})` to carry context.
 */
export const createLogger = (options: LoggerOptions): Logger =>
  pino(
    {
      level: options.level,
      base: { service: options.service },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      hooks: { streamWrite: redactLine },
    },
    openDestination(options.destination),
  );

/** A logger that writes nothing, for tests and tools. */
export const createSilentLogger = (): Logger => createLogger({ service: 'silent', level: 'silent' });

const openDestination = (destination: LoggerOptions['destination']): pino.DestinationStream => {
  if (destination === undefined) return pino.destination({ dest: 1, sync: true });
  if ('file' in destination) return pino.destination({ dest: destination.file, mkdir: true, sync: true });
  return destination;
};
