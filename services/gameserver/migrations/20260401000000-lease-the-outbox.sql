-- The row whoever publishes the outbox to Redis holds while he does; nobody owns it for longer.
INSERT INTO leases (name, holder, until)
VALUES ('outbox', '00000000-0000-0000-0000-000000000000', 'epoch')
ON CONFLICT DO NOTHING;
