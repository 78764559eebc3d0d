import { describe, expect, it } from 'vitest';
import { messageArguments } from './message-syntax.ts';
import { pseudoCatalogue, pseudoMessage } from './pseudo-locale.ts';

describe('pseudoMessage', () => {
  it('is accented, bracketed and a third longer', () => {
    expect(pseudoMessage('Dock')).toBe('[Ðöçķ~~]');
  });

  it('keeps arguments and branches', () => {
    const message = '{count, plural, one {# turn} other {# turns}} to {place}';
    expect(messageArguments(pseudoMessage(message))).toEqual(['count', 'place']);
    expect(pseudoMessage(message)).toContain('{count, plural, one {# ţûŕñ} other {# ţûŕñš}}');
  });
});

describe('pseudoCatalogue', () => {
  it('has the same keys', () => {
    expect(pseudoCatalogue({ 'a.b': 'Ore' })).toEqual({ 'a.b': '[Öŕé~]' });
  });
});
