import { connect } from '@sw/db';

/** Mints credits into the wallet of a player of a running installation, through its ledger. */
export const grantCredits = async (databaseUrl: string, callsign: string, amount: number): Promise<void> => {
  const db = connect(databaseUrl, { max: 1 });
  try {
    await db.write((sql) => [
      sql`
        WITH who AS (SELECT id, 'wallet:' || id AS wallet FROM players WHERE callsign = ${callsign}),
        paid AS (
          UPDATE ledger_accounts a SET balance = a.balance + ${amount} FROM who WHERE a.id = who.wallet),
        seen AS (UPDATE players p SET rev = rev + 1 FROM who WHERE p.id = who.id)
        INSERT INTO credit_ledger (at, from_account, to_account, amount, reason, player_id)
        SELECT now(), 'MINT', wallet, ${amount}, 'admin_grant', id FROM who`,
    ]);
  } finally {
    await db.close();
  }
};
