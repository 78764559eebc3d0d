import { BlockList, isIPv6 } from 'node:net';
import type { Database } from '@sw/db';
import type { Logger } from '@sw/service-kit';

/** Whether requests of an address are refused; another process's change is known within `REFRESH_MS`. */
export interface AddressBlocks {
  isBlocked(ip: string, nowMs: number): boolean;
  /** Looks again: after a change of this process, and at the start. */
  refresh(nowMs: number): Promise<void>;
}

const REFRESH_MS = 5_000;

/** True when a network as PostgreSQL writes it (`203.0.113.0/24`) holds an address. */
export const holdsAddress = (cidr: string, ip: string): boolean => {
  const list = new BlockList();
  addNetwork(list, cidr);
  return list.check(ip, isIPv6(ip) ? 'ipv6' : 'ipv4');
};

const addNetwork = (list: BlockList, cidr: string): void => {
  const [network = '', prefix = ''] = cidr.split('/');
  list.addSubnet(network, Number(prefix), isIPv6(network) ? 'ipv6' : 'ipv4');
};

/**
 * The list of blocked networks, kept in memory and read anew behind the requests that find it old, so that no request
 * waits for it. While the database cannot be asked the last list holds.
 */
export const createAddressBlocks = (db: Pick<Database, 'sql'>, logger: Logger): AddressBlocks => {
  let list = new BlockList();
  let readAtMs = Number.NEGATIVE_INFINITY;

  const refresh = async (nowMs: number): Promise<void> => {
    readAtMs = nowMs;
    const rows = await db.sql<{ cidr: string }[]>`
      SELECT cidr::text FROM ip_blocks WHERE lifted_at IS NULL AND expires_at > ${new Date(nowMs)}`;
    const next = new BlockList();
    for (const { cidr } of rows) addNetwork(next, cidr);
    list = next;
  };

  return {
    isBlocked: (ip, nowMs) => {
      if (nowMs - readAtMs >= REFRESH_MS || nowMs < readAtMs) {
        refresh(nowMs).catch((error: unknown) => logger.warn({ err: error }, 'blocks.not_read'));
      }
      return list.check(ip, isIPv6(ip) ? 'ipv6' : 'ipv4');
    },
    refresh,
  };
};
