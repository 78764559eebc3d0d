import { expect, it } from 'vitest';
import { assertVersion, versionTag } from './if-match.ts';

it('lets pass what is based on the version there is', () => {
  for (const given of [undefined, '*', '"7"', 'W/"7"', '"6", "7"']) {
    expect(() => assertVersion(given, 7), String(given)).not.toThrow();
  }
  expect(versionTag(7)).toBe('"7"');
});

it('refuses what is based on another', () => {
  for (const given of ['"6"', '7', '"70"', '', 'null']) {
    expect(() => assertVersion(given, 7), given).toThrow('precondition_failed');
  }
});
