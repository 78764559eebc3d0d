-- Whether a restored database is a whole game: schema, people, and a ledger that adds up.
DO $$
DECLARE
  wrong bigint;
BEGIN
  IF to_regclass('schema_migrations') IS NULL OR NOT EXISTS (SELECT FROM schema_migrations) THEN
    RAISE 'the schema has no version';
  END IF;
  IF to_regclass('users') IS NULL THEN
    RAISE 'there is no table of users';
  END IF;
  SELECT count(*) INTO wrong
  FROM (SELECT leg.account, sum(leg.delta) AS total
        FROM credit_ledger l
        CROSS JOIN LATERAL (VALUES (l.to_account, l.amount), (l.from_account, -l.amount)) AS leg (account, delta)
        GROUP BY leg.account) s
  FULL JOIN ledger_accounts a ON a.id = s.account
  WHERE a.id IS NOT NULL AND a.balance <> coalesce(s.total, 0);
  IF wrong > 0 THEN
    RAISE '% balances are not the sum of their ledger rows', wrong;
  END IF;
END $$;
SELECT count(*) FROM users;
