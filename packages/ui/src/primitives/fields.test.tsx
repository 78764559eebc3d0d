// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { NumberField } from './NumberField.tsx';
import { PasswordField } from './PasswordField.tsx';
import { parseQuantity } from './quantity.ts';
import { RadioGroup } from './RadioGroup.tsx';
import { Select } from './Select.tsx';
import { Switch } from './Switch.tsx';
import { TextField } from './TextField.tsx';

afterEach(cleanup);

describe('parseQuantity', () => {
  it.each([
    ['30', 30],
    [' 30 ', 30],
    ['1,200', 1200],
    ['1.200', 1200],
    ['1 200 000', 1_200_000],
    ["1'200", 1200],
    ['1.2k', 1200],
    ['1,2k', 1200],
    ['3M', 3_000_000],
    ['0', 0],
  ])('reads %j as %d', (text, expected) => {
    expect(parseQuantity(text)).toBe(expected);
  });

  it.each(['', 'x', '-3', '1.5', '1e3', '1.2345k', '12,34', '9999999999999999'])('refuses %j', (text) => {
    expect(parseQuantity(text)).toBeNull();
  });
});

describe('TextField', () => {
  it('ties label, hint and error to the field', () => {
    const change = vi.fn();
    render(
      <TextField label="Callsign" hint="Seen by everyone" error="Too short" value="ab" onChange={change} />,
    );
    const field = screen.getByRole('textbox', { name: 'Callsign' });
    expect(field.getAttribute('aria-invalid')).toBe('true');
    const described = (field.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent);
    expect(described).toEqual(['Too short', 'Seen by everyone']);
    fireEvent.change(field, { target: { value: 'abc' } });
    expect(change).toHaveBeenCalledWith('abc');
  });
});

describe('PasswordField', () => {
  it('can be shown, and says so', () => {
    render(<PasswordField label="Password" autoComplete="new-password" showLabel="Show" hideLabel="Hide" />);
    const field = screen.getByLabelText('Password');
    expect(field.getAttribute('type')).toBe('password');
    expect(field.getAttribute('autocomplete')).toBe('new-password');
    fireEvent.click(screen.getByRole('button', { name: 'Show' }));
    expect(field.getAttribute('type')).toBe('text');
    expect(screen.getByRole('button', { name: 'Hide' }).getAttribute('aria-pressed')).toBe('true');
  });
});

function Quantity({ onSubmit }: { onSubmit?: () => void }) {
  const [value, setValue] = useState(30);
  return (
    <>
      <NumberField
        label="Quantity"
        value={value}
        onChange={setValue}
        min={1}
        max={1250}
        locale="en"
        decreaseLabel="Less"
        increaseLabel="More"
        {...(onSubmit === undefined ? {} : { onSubmit })}
      />
      <output>{value}</output>
    </>
  );
}

describe('NumberField', () => {
  const value = () => screen.getByRole('status').textContent;
  const field = () => screen.getByRole('spinbutton', { name: 'Quantity' });

  it('steps by buttons and keys, within its limits', () => {
    render(<Quantity />);
    fireEvent.click(screen.getByRole('button', { name: 'More' }));
    expect(value()).toBe('31');
    fireEvent.keyDown(field(), { key: 'ArrowDown' });
    expect(value()).toBe('30');
    fireEvent.keyDown(field(), { key: 'PageDown' });
    fireEvent.keyDown(field(), { key: 'PageDown' });
    fireEvent.keyDown(field(), { key: 'PageDown' });
    expect(value()).toBe('1');
    expect(screen.getByRole('button', { name: 'Less' }).hasAttribute('disabled')).toBe(true);
  });

  it('takes what players type and keeps it while they type', () => {
    render(<Quantity />);
    fireEvent.change(field(), { target: { value: '1.2k' } });
    expect(value()).toBe('1200');
    expect((field() as HTMLInputElement).value).toBe('1.2k');
    fireEvent.blur(field());
    expect((field() as HTMLInputElement).value).toBe('1,200');
  });

  it('clamps a number and ignores what is none', () => {
    render(<Quantity />);
    fireEvent.change(field(), { target: { value: '99999' } });
    expect(value()).toBe('1250');
    fireEvent.change(field(), { target: { value: 'all' } });
    expect(value()).toBe('1250');
    expect(field().getAttribute('aria-valuemax')).toBe('1250');
  });

  it('submits with Enter', () => {
    const submit = vi.fn();
    render(<Quantity onSubmit={submit} />);
    fireEvent.keyDown(field(), { key: 'Enter' });
    expect(submit).toHaveBeenCalledOnce();
  });
});

describe('choices', () => {
  it('Switch is a switch', () => {
    const change = vi.fn();
    render(<Switch label="Sounds" hint="Six cues" checked={false} onChange={change} />);
    const toggle = screen.getByRole('switch', { name: /Sounds/ });
    fireEvent.click(toggle);
    expect(change).toHaveBeenCalledWith(true);
  });

  it('RadioGroup is one group with a name', () => {
    const change = vi.fn();
    render(
      <RadioGroup
        label="Period"
        look="segments"
        value="7d"
        onChange={change}
        options={[
          { value: '24h', label: '24 h' },
          { value: '7d', label: '7 d' },
          { value: '30d', label: '30 d', disabledReason: 'not kept that long' },
        ]}
      />,
    );
    expect(screen.getByRole('group', { name: 'Period' })).toBeDefined();
    expect((screen.getByRole('radio', { name: '7 d' }) as HTMLInputElement).checked).toBe(true);
    expect((screen.getByRole('radio', { name: '30 d' }) as HTMLInputElement).disabled).toBe(true);
    fireEvent.click(screen.getByRole('radio', { name: '24 h' }));
    expect(change).toHaveBeenCalledWith('24h');
  });

  it('Select reports the value', () => {
    const change = vi.fn();
    render(
      <Select
        label="Overlay"
        value="price"
        onChange={change}
        options={[
          { value: 'price', label: 'Best price' },
          { value: 'danger', label: 'Danger' },
        ]}
      />,
    );
    fireEvent.change(screen.getByRole('combobox', { name: 'Overlay' }), { target: { value: 'danger' } });
    expect(change).toHaveBeenCalledWith('danger');
  });
});
