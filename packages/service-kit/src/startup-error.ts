/**
 * A reason not to start that an operator can act on: one clear sentence, shown without a stack trace.
 *
 * Everything that runs while a process comes up throws this for expected causes (a missing secret, a port in use,
 * a data folder owned by another process); entry points print `message` on stderr and exit with `exitCode`.
 */
export class StartupError extends Error {
  readonly exitCode: number;

  constructor(sentence: string, options: { cause?: unknown; exitCode?: number } = {}) {
    super(sentence, options.cause === undefined ? {} : { cause: options.cause });
    this.name = 'StartupError';
    this.exitCode = options.exitCode ?? 1;
  }
}
