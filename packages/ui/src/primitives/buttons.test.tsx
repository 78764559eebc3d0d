// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Button } from './Button.tsx';
import { buttonClass } from './button-class.ts';
import { IconButton } from './IconButton.tsx';

afterEach(cleanup);

describe('Button', () => {
  it('says what it does and what it costs, and announces its key', () => {
    const press = vi.fn();
    render(
      <Button variant="next" hotkey="P" cost="1 turn" onClick={press}>
        Dock
      </Button>,
    );
    const button = screen.getByRole('button', { name: 'Dock 1 turn' });
    expect(button.getAttribute('aria-keyshortcuts')).toBe('P');
    expect(button.textContent).toContain('P');
    fireEvent.click(button);
    expect(press).toHaveBeenCalledOnce();
  });

  it('does not submit a form unless it is told to', () => {
    render(<Button>Dock</Button>);
    expect(screen.getByRole('button').getAttribute('type')).toBe('button');
  });

  it('stays focusable with its reason when it is disabled', () => {
    const press = vi.fn();
    render(
      <Button disabledReason="Needs 3 turns, you have 1" onClick={press}>
        Move
      </Button>,
    );
    const button = screen.getByRole('button', { description: 'Needs 3 turns, you have 1' });
    expect(button.getAttribute('aria-disabled')).toBe('true');
    expect(button.hasAttribute('disabled')).toBe(false);
    expect(screen.getByText('Needs 3 turns, you have 1')).toBeDefined();
    fireEvent.click(button);
    expect(press).not.toHaveBeenCalled();
  });

  it('does not submit its form while it is disabled', () => {
    const submit = vi.fn((event: { preventDefault: () => void }) => event.preventDefault());
    render(
      <form onSubmit={submit}>
        <Button type="submit" disabledReason="offline">
          Commit
        </Button>
      </form>,
    );
    fireEvent.click(screen.getByRole('button'));
    expect(submit).not.toHaveBeenCalled();
  });

  it('ignores presses while its act is on the way', () => {
    const press = vi.fn();
    render(
      <Button pending onClick={press}>
        Commit
      </Button>,
    );
    const button = screen.getByRole('button', { name: 'Commit' });
    expect(button.getAttribute('aria-busy')).toBe('true');
    fireEvent.click(button);
    expect(press).not.toHaveBeenCalled();
  });
});

describe('buttonClass', () => {
  it('differs by look', () => {
    expect(buttonClass({ variant: 'next' })).not.toBe(buttonClass());
    expect(buttonClass({ size: 'large', wide: true })).not.toBe(buttonClass({ size: 'large' }));
  });
});

describe('IconButton', () => {
  it('has a name and a reason', () => {
    const press = vi.fn();
    render(
      <IconButton label="Remove" icon={<i />} disabledReason="the basket is being sent" onClick={press} />,
    );
    const button = screen.getByRole('button', { name: 'Remove: the basket is being sent' });
    fireEvent.click(button);
    expect(press).not.toHaveBeenCalled();
  });
});
