import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { WEB_APP_CSP } from '@sw/service-kit';
import { describe, expect, it } from 'vitest';
import { generatedConf } from './generated-conf.ts';

const FOLDER = join(import.meta.dirname, '../conf/generated');

describe('files of nginx that repeat definitions of elsewhere', () => {
  it.each(Object.entries(generatedConf()))('%s is what it is made of', (name, text) => {
    expect(readFileSync(join(FOLDER, name), 'utf8')).toBe(text);
  });

  it('hold the one policy of the web apps', () => {
    const policies = generatedConf()['policies.conf'] ?? '';
    expect(policies.replaceAll("\\'", "'")).toContain(WEB_APP_CSP);
  });
});
