/** How many sockets an address may have. */
export interface GateLimits {
  readonly open: number;
  readonly unauthenticated: number;
}

/** One counted socket; both are called once, in any order or not at all. */
export interface GatePass {
  /** The socket proved who it belongs to. */
  authenticated(): void;
  closed(): void;
}

export interface UpgradeGate {
  /** Counts a socket of an address, or null when it has too many. */
  enter(ip: string): GatePass | null;
}

interface Count {
  open: number;
  unauthenticated: number;
}

/** Counts sockets by address: in all, and those whose ticket was not taken yet. */
export const createUpgradeGate = (limits: GateLimits): UpgradeGate => {
  const counts = new Map<string, Count>();
  return {
    enter: (ip) => {
      const count = counts.get(ip) ?? { open: 0, unauthenticated: 0 };
      if (count.open >= limits.open || count.unauthenticated >= limits.unauthenticated) return null;
      counts.set(ip, count);
      count.open += 1;
      count.unauthenticated += 1;
      let isKnown = false;
      let isClosed = false;
      const authenticated = (): void => {
        if (!isKnown) count.unauthenticated -= 1;
        isKnown = true;
      };
      return {
        authenticated,
        closed: () => {
          if (isClosed) return;
          isClosed = true;
          authenticated();
          count.open -= 1;
          if (count.open === 0) counts.delete(ip);
        },
      };
    },
  };
};
