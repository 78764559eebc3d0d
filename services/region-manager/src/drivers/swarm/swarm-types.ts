/** The parts of the engine's answers that the driver reads; the types of the library leave them open. */
export interface SwarmService {
  readonly ID: string;
  readonly Version: { readonly Index: number };
  readonly Spec: {
    readonly Labels?: Readonly<Record<string, string>>;
    readonly Mode: { readonly Replicated?: { readonly Replicas?: number } };
    readonly TaskTemplate: {
      readonly ForceUpdate?: number;
      readonly Resources?: {
        readonly Limits?: { readonly NanoCPUs?: number; readonly MemoryBytes?: number };
      };
    };
  };
}

export interface SwarmTask {
  readonly DesiredState: string;
  readonly Status: {
    readonly State: string;
    readonly ContainerStatus?: { readonly ContainerID?: string; readonly ExitCode?: number };
  };
  readonly NetworksAttachments?: readonly { readonly Addresses?: readonly string[] }[];
}
