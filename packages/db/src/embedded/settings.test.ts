import { describe, expect, it } from 'vitest';
import { DURABLE, renderSettings, THROWAWAY } from './settings.ts';

describe('settings', () => {
  it('are written as PostgreSQL reads them', () => {
    expect(renderSettings({ port: '5432', log_line_prefix: "it's" })).toContain(
      "port = '5432'\nlog_line_prefix = 'it''s'\n",
    );
  });

  it('never trade the durability of real data for speed, and never listen beyond this machine', () => {
    expect(DURABLE).toMatchObject({ fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' });
    expect(DURABLE['listen_addresses']).toBe('127.0.0.1');
    expect(THROWAWAY['fsync']).toBe('off');
  });
});
