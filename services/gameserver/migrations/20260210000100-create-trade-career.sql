-- What trade earns towards a rank (rule book, society 2.1 and 2.2): the profit of a career, the credits that do not make a
-- point yet, and the points of the UTC day that began here.
ALTER TABLE players
  ADD COLUMN realised_profit bigint NOT NULL DEFAULT 0 CHECK (realised_profit >= 0),
  ADD COLUMN profit_carry smallint NOT NULL DEFAULT 0 CHECK (profit_carry BETWEEN 0 AND 999),
  ADD COLUMN trade_day date,
  ADD COLUMN trade_points integer NOT NULL DEFAULT 0 CHECK (trade_points >= 0);

-- Who traded before profit was counted: the journal tells. Points are given from now on.
UPDATE players p SET realised_profit = t.profit
FROM (
  SELECT player_id, sum(profit)::bigint AS profit FROM market_transaction
  WHERE player_id IS NOT NULL AND profit > 0 GROUP BY player_id
) t
WHERE t.player_id = p.id;
