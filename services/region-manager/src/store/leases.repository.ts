import type { Sql, Statement } from '@sw/db';
import type { Lease } from './operations.repository.ts';

/** Takes or renews the right to run a loop; answers nothing while another manager has it. */
export const takeLease = (sql: Sql, name: string, lease: Lease): Statement<{ name: string }[]> =>
  sql<{ name: string }[]>`
    insert into rm.leases (name, owner, lease_until)
    values (${name}, ${lease.owner}, clock_timestamp() + ${lease.forMs}::int * interval '1 millisecond')
    on conflict (name) do update set owner = excluded.owner, lease_until = excluded.lease_until
    where rm.leases.owner = excluded.owner or rm.leases.lease_until < clock_timestamp()
    returning name`;
