import { describe, expect, it } from 'vitest';
import type { Command } from './command.ts';
import { parseCommand } from './parse-command.ts';

const CASES: readonly (readonly [string, Command])[] = [
  ['move 217', { verb: 'move', to: 217 }],
  ['M #217', { verb: 'move', to: 217 }],
  ['m >', { verb: 'move', to: 'next' }],
  ['plot 312', { verb: 'plot', to: 312, avoid: [] }],
  ['pl 312 avoid 231,#262 9', { verb: 'plot', to: 312, avoid: [231, 262, 9] }],
  ['auto', { verb: 'auto', mode: 'on' }],
  ['au s', { verb: 'auto', mode: 'step' }],
  ['p', { verb: 'dock', station: 1 }],
  [':turns', { verb: 'turns' }],
  ['> m 217', { verb: 'move', to: 217 }],
  ['dock 2', { verb: 'dock', station: 2 }],
  ['u', { verb: 'undock' }],
  ['d', { verb: 'display' }],
  ['buy max eq', { verb: 'order', side: 'buy', amount: 'max', item: 'equipment' }],
  ['s all fuel!', { verb: 'order', side: 'sell', amount: 'max', item: 'fuel' }],
  ['b 1.2k ore', { verb: 'order', side: 'buy', amount: 1200, item: 'ore' }],
  ['sell 5 exotic technology', { verb: 'order', side: 'sell', amount: 5, item: 'exotic_technology' }],
  ['sell 5 luxury', { verb: 'order', side: 'sell', amount: 5, item: 'luxury_goods' }],
  ['quote 30 equipment', { verb: 'quote', amount: 30, item: 'equipment' }],
  ['find sell fuel within 4', { verb: 'find', side: 'sell', item: 'fuel', within: 4 }],
  ['route best', { verb: 'route', maxHops: null }],
  ['route best 8', { verb: 'route', maxHops: 8 }],
  ['find buy gourmet food', { verb: 'find', side: 'buy', item: 'gourmet_food', within: null }],
  ['near un', { verb: 'near', what: 'unexplored' }],
  ["'hello there", { verb: 'say', text: 'hello there' }],
  ['say  hello   there', { verb: 'say', text: 'hello there' }],
  ['log trade', { verb: 'log', filter: 'trade' }],
  ['help buy', { verb: 'help', topic: 'buy' }],
  ['alias go = plot 1', { verb: 'alias', name: 'go', line: 'plot 1' }],
];

describe('command grammar', () => {
  it.each(CASES)('reads %j', (line, command) => {
    expect(parseCommand(line)).toEqual({ ok: true, command });
  });

  it.each([
    ['', 'verb', ''],
    ['fly 3', 'verb', 'fly'],
    ['move', 'sector', ''],
    ['move home', 'sector', 'home'],
    ['buy fuel', 'amount', 'fuel'],
    ['buy 0 fuel', 'amount', '0'],
    ['buy 5 gold', 'item', 'gold'],
    ['find steal fuel', 'side', 'steal'],
    ['near pub', 'place', 'pub'],
    ['undock now', 'nothing', 'now'],
    ['say', 'text', ''],
  ])('says what it expected in %j', (line, expected, found) => {
    expect(parseCommand(line)).toMatchObject({ ok: false, expected, found });
  });

  it('names what an ambiguous word could be', () => {
    expect(parseCommand('c')).toMatchObject({ ok: false, candidates: ['course', 'clear', 'cargo'] });
  });
});
