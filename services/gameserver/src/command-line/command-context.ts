import type { Environment } from '@sw/service-kit';

/** What every command gets. */
export interface CommandContext {
  readonly env: Environment;
  readonly user: string | undefined;
  /** A line for the person who typed the command. */
  readonly say: (line: string) => void;
}
