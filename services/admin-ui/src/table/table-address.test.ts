import { describe, expect, it } from 'vitest';
import { readTableAddress, writeTableAddress } from './table-address.ts';

const read = (text: string) => readTableAddress(new URLSearchParams(text), '-at');

describe('the address of a table', () => {
  it('says the same after being written and read', () => {
    const address = {
      q: 'a b&c',
      filters: { status: 'open', actor: 'x:y,z%' },
      sort: 'name',
      columns: ['name', 'at'],
      after: 'abc.def',
    };
    const written = writeTableAddress(new URLSearchParams('tab=log'), address, '-at');
    expect(written.get('tab')).toBe('log');
    expect(read(written.toString())).toEqual(address);
  });

  it('is empty for a table as it first opens', () => {
    const address = read('');
    expect(address).toEqual({ q: '', filters: {}, sort: '-at', columns: null, after: null });
    expect(writeTableAddress(new URLSearchParams('q=x&f=a:b'), address, '-at').toString()).toBe('');
  });

  it('drops what makes no sense', () => {
    expect(read('f=,:,a:,:b,%25zz:1,ok:1&cols=').filters).toEqual({ ok: '1' });
    expect(read('cols=,,a').columns).toEqual(['a']);
  });
});
