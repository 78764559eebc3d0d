import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cleanText } from './clean-text.ts';

it.each([
  ['plain words', 'Fair skies, pilots!', 'Fair skies, pilots!'],
  ['space around', '  ore \n', 'ore'],
  ['control characters', 'a\u0000b\u0007c\td\u009fe\u007ff', 'abcdef'],
  ['zero-width characters', 'o\u200br\u200de\ufeff\u2060', 'ore'],
  ['bidirectional overrides', '\u202eevil\u202c \u2066x\u2069', 'evil x'],
  ['compatibility forms', 'ﬁve ①０', 'five 10'],
  ['carriage returns', 'a\r\nb', 'a\nb'],
  ['line and paragraph separators', 'a\u2028b\u2029c', 'abc'],
  ['many line breaks', 'a\n\n\n\n\nb\n\nc', 'a\n\nb\n\nc'],
  ['nothing but the invisible', '\u200b \u00ad\n', ''],
  ['other scripts and signs', 'Привет 星 🚀', 'Привет 星 🚀'],
])('%s', (_case, text, clean) => {
  expect(cleanText(text)).toBe(clean);
});

it('leaves clean text as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const clean = cleanText(text);
      expect(cleanText(clean)).toBe(clean);
    }),
    { numRuns: 200 },
  );
});

it('lets nothing invisible keep two characters apart that belong together', () => {
  expect(cleanText('e\u200b\u0301')).toBe('é');
});
