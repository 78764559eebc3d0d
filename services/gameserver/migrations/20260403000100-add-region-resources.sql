-- What was asked for the server of a region: cores, memory and disk; null leaves it to the region-manager.

ALTER TABLE regions ADD COLUMN resources jsonb;
