-- A region that lives on a server of its own: where it answers inside the installation, and the Ed25519 key (PEM, SPKI)
-- its calls are proved by (rule book, platform 8.1, 8.4).

ALTER TABLE regions
  ADD COLUMN IF NOT EXISTS endpoint text,
  ADD COLUMN IF NOT EXISTS service_public_key text;
