import { expect, it } from 'vitest';
import { readerLanguage } from './reader-language.ts';

it.each([
  ['en-GB', 'en-GB'],
  ['en', 'en'],
  ['de-DE', 'en'],
  ['en-US@posix', 'en'],
  ['', 'en'],
])('%s is read as %s', (given, language) => {
  expect(readerLanguage(given)).toBe(language);
});
