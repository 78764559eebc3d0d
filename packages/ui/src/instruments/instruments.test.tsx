// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { HoldCells } from './HoldCells.tsx';
import { layOutHold } from './hold-layout.ts';
import { PriceRule } from './PriceRule.tsx';
import { positionOnRange } from './price-rule-position.ts';
import { Reticle } from './Reticle.tsx';
import { TradeCode } from './TradeCode.tsx';
import { TurnRuler } from './TurnRuler.tsx';

afterEach(cleanup);

describe('price rule', () => {
  it.each([
    [89, 64, 106, 59.5],
    [71, 64, 106, 16.7],
    [120, 64, 106, 100],
    [10, 64, 106, 0],
    [5, 5, 5, 50],
    [44n, 28n, 52n, 66.7],
  ])('places %s in %s to %s at %s %%', (price, low, high, expected) => {
    expect(positionOnRange(price, low, high)).toBe(expected);
  });

  it('says itself in words and marks the own cost', () => {
    render(<PriceRule price={89} low={64} high={106} ownCost={71} label="price 89, your cost 71" />);
    const rule = screen.getByRole('img', { name: 'price 89, your cost 71' });
    expect(rule.style.getPropertyValue('--at')).toBe('59.5%');
    expect(rule.style.getPropertyValue('--cost')).toBe('16.7%');
    expect(rule.children).toHaveLength(2);
  });

  it('leaves the triangle out without a cost', () => {
    render(<PriceRule price={27} low={21} high={39} label="price 27" />);
    expect(screen.getByRole('img').children).toHaveLength(1);
  });
});

describe('hold cells', () => {
  it('gives every hold of a small ship its cell', () => {
    expect(
      layOutHold(
        [
          { commodity: 'equipment', quantity: 30 },
          { commodity: 'fuel', quantity: 8 },
        ],
        50,
      ),
    ).toEqual({
      cells: 50,
      bars: [
        { commodity: 'equipment', from: 0, cells: 30 },
        { commodity: 'fuel', from: 30, cells: 8 },
      ],
    });
  });

  it('is proportional for a large ship', () => {
    expect(layOutHold([{ commodity: 'ore', quantity: 60 }], 100)).toEqual({
      cells: 50,
      bars: [{ commodity: 'ore', from: 0, cells: 30 }],
    });
  });

  it('never draws beyond the hold', () => {
    const { bars } = layOutHold(
      [
        { commodity: 'ore', quantity: 8 },
        { commodity: 'fuel', quantity: 8 },
        { commodity: 'organics', quantity: 0 },
      ],
      10,
    );
    expect(bars).toEqual([
      { commodity: 'ore', from: 0, cells: 8 },
      { commodity: 'fuel', from: 8, cells: 2 },
    ]);
  });

  it('draws a ship without holds as empty', () => {
    expect(layOutHold([{ commodity: 'ore', quantity: 3 }], 0)).toEqual({ cells: 1, bars: [] });
  });

  it('says itself in words', () => {
    render(<HoldCells segments={[{ commodity: 'ore', quantity: 5 }]} capacity={10} label="5 ore, 5 free" />);
    const cells = screen.getByRole('img', { name: '5 ore, 5 free' });
    expect(cells.querySelectorAll('rect')).toHaveLength(2);
  });
});

describe('trade code', () => {
  it('keeps the four goods in their places', () => {
    render(<TradeCode sides={['sells', 'both', 'buys', null]} label="sells ore" />);
    expect(screen.getByRole('img', { name: 'sells ore' }).textContent).toBe('STB·');
  });
});

describe('turn ruler', () => {
  const widthOf = (turns: number, cap: number) => {
    const { container } = render(<TurnRuler turns={turns} cap={cap} label="turns" />);
    return container.querySelector('rect')?.getAttribute('width');
  };

  it.each([
    [847, 1000, '84.7'],
    [1500, 1000, '100'],
    [0, 1000, '0'],
    [5, 0, '0'],
  ])('fills %d of %d to %s', (turns, cap, width) => {
    expect(widthOf(turns, cap)).toBe(width);
  });

  it('ticks every 100 turns', () => {
    const { container } = render(<TurnRuler turns={1} cap={1000} label="turns" />);
    expect(container.querySelector('path')?.getAttribute('d')?.match(/M/g)).toHaveLength(11);
  });
});

describe('reticle', () => {
  it('is decoration: the control around it speaks', () => {
    const { container } = render(<Reticle hotkey="5" tunnel unvisited />);
    expect(container.firstElementChild?.getAttribute('aria-hidden')).toBe('true');
    expect(container.querySelector('path')?.getAttribute('stroke-dasharray')).toBe('3 3.8');
  });
});
