import type { RegionResources } from '@sw/contracts/region-manager';

/** Everything a driver must know to run the server of a region. Values come from the manager alone. */
export interface ServerSpec {
  readonly name: string;
  readonly resources: RegionResources;
  /** Null for servers that run as processes of the checkout. */
  readonly imageDigest: string | null;
  /** Settings that are no secrets. */
  readonly env: Readonly<Record<string, string>>;
  /** Settings that are: each reaches the server as a file, named by `<NAME>_FILE`. */
  readonly secrets: Readonly<Record<string, string>>;
}

/** What runs once and ends: the newest schema, or the world. */
export type OneShot = 'migrate' | 'generate';

export interface OneShotResult {
  readonly exitCode: number;
  /** The end of what it wrote, for the log. */
  readonly output: string;
}

/** Counters of one server at one moment. */
export interface ServerStats {
  /** Which start of the server this counts from. */
  readonly run: string;
  /** Processor time used since then. */
  readonly cpuSeconds: number;
  /** Memory it cannot give back: without the file cache. */
  readonly memoryBytes: number;
}

/** A server the driver sees, whether or not anybody knows of it. */
export interface SeenServer {
  readonly name: string;
  readonly isRunning: boolean;
}

/**
 * Where regional servers run (rule book, platform 9.6). Every method may be called again after it succeeded or half
 * succeeded, and treats what is gone already as done. Failures are `StepFailure`s.
 */
export interface RegionDriver {
  readonly kind: 'process' | 'docker' | 'swarm';
  /** @throws StepFailure when nothing can be run now. */
  check(): Promise<void>;
  /** Makes what a server needs before its first start: port or network, volume, secrets. */
  prepare(spec: ServerSpec): Promise<void>;
  runOnce(spec: ServerSpec, command: OneShot, signal: AbortSignal): Promise<OneShotResult>;
  /** Starts it unless it runs as `spec` says; one that runs otherwise is replaced. */
  ensureStarted(spec: ServerSpec): Promise<void>;
  /** Lets it end in order for `graceMs`, then ends it; what it stored stays. */
  stop(name: string, graceMs: number): Promise<void>;
  /** Stops it at once and removes everything `prepare` made; the volume stays when data is kept. */
  remove(name: string, options: { readonly keepData: boolean }): Promise<void>;
  /** Gives it other resources; true when it was restarted for that. */
  updateResources(spec: ServerSpec): Promise<boolean>;
  /** Null while it does not run, or runs where this manager cannot look. */
  stats(name: string): Promise<ServerStats | null>;
  /** Under which address the other servers reach it. */
  endpoint(name: string): Promise<string>;
  /** Under which address this manager reaches it; null while it has none. */
  probeAddress(name: string): Promise<string | null>;
  list(): Promise<readonly SeenServer[]>;
  close(): Promise<void>;
}
