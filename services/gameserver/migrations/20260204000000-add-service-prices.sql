-- Price levels of the services of a station (rule book, economy 2.2 and 9.3).

ALTER TABLE stations ADD COLUMN IF NOT EXISTS service_bp integer NOT NULL DEFAULT 10000;
ALTER TABLE stations ADD COLUMN IF NOT EXISTS warehouse_bp integer NOT NULL DEFAULT 10000;
ALTER TABLE stations ADD CONSTRAINT stations_service_bp_range CHECK (service_bp BETWEEN 8000 AND 20000);
ALTER TABLE stations ADD CONSTRAINT stations_warehouse_bp_range CHECK (warehouse_bp BETWEEN 5000 AND 20000);

-- The movements of one account, newest first.
CREATE INDEX credit_ledger_bank_from ON credit_ledger (from_account, id) WHERE from_account LIKE 'bank:%';
CREATE INDEX credit_ledger_bank_to ON credit_ledger (to_account, id) WHERE to_account LIKE 'bank:%';
