// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createAnnouncer } from './announcer.ts';
import { Dialog } from './Dialog.tsx';
import { LiveRegion } from './LiveRegion.tsx';
import { ToastRegion } from './Toasts.tsx';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe('announcer', () => {
  it('says the first text at once and coalesces the rest', () => {
    const announcer = createAnnouncer();
    announcer.announce('Docked.');
    announcer.announce('Sold 24 equipment.');
    announcer.announce('Rank reached.');
    expect(announcer.current().polite).toBe('Docked.');
    vi.advanceTimersByTime(1500);
    expect(announcer.current().polite).toBe('Sold 24 equipment. Rank reached.');
  });

  it('keeps the latest three of a burst', () => {
    const announcer = createAnnouncer();
    for (const line of ['one', 'two', 'three', 'four', 'five']) announcer.announce(line);
    vi.advanceTimersByTime(1500);
    expect(announcer.current().polite).toBe('three four five');
  });

  it('lets an alarm through while results rest', () => {
    const announcer = createAnnouncer();
    announcer.announce('Docked.');
    announcer.announce('You are under attack.', 'assertive');
    expect(announcer.current()).toEqual({ polite: 'Docked.', assertive: 'You are under attack.' });
  });

  it('makes a repeated text differ, so that it is said again', () => {
    const announcer = createAnnouncer();
    announcer.announce('Moved.');
    const first = announcer.current().polite;
    vi.advanceTimersByTime(3000);
    announcer.announce('Moved.');
    expect(announcer.current().polite).not.toBe(first);
    expect(announcer.current().polite.trim()).toBe('Moved.');
  });

  it('never speaks more often than once in 1.5 s', () => {
    const announcer = createAnnouncer();
    const heard = vi.fn();
    announcer.subscribe(heard);
    for (let second = 0; second < 30; second += 1) {
      announcer.announce(`line ${second}`);
      vi.advanceTimersByTime(100);
    }
    expect(heard.mock.calls.length).toBeLessThanOrEqual(3);
  });
});

describe('LiveRegion', () => {
  it('shows both urgencies in their own region', () => {
    const announcer = createAnnouncer();
    render(<LiveRegion announcer={announcer} />);
    act(() => announcer.announce('Docked.'));
    act(() => announcer.announce('Attacked.', 'assertive'));
    expect(screen.getByRole('status').textContent).toBe('Docked.');
    expect(screen.getByRole('alert').textContent).toBe('Attacked.');
  });
});

const TOASTS = ['a', 'b', 'c', 'd'].map((id) => ({ id, text: `toast ${id}` }));

describe('ToastRegion', () => {
  it('shows three, and dismisses by button', () => {
    const dismiss = vi.fn();
    render(<ToastRegion label="Notices" toasts={TOASTS} onDismiss={dismiss} dismissLabel="Dismiss" />);
    expect(screen.getAllByRole('status')).toHaveLength(3);
    fireEvent.click(screen.getAllByRole('button', { name: 'Dismiss' })[1]!);
    expect(dismiss).toHaveBeenCalledWith('b');
  });

  it('goes after its time, but not under the pointer', () => {
    const dismiss = vi.fn();
    render(
      <ToastRegion label="Notices" toasts={TOASTS.slice(0, 1)} onDismiss={dismiss} dismissLabel="Dismiss" />,
    );
    const region = screen.getByRole('region', { name: 'Notices' });
    act(() => vi.advanceTimersByTime(5000));
    fireEvent.pointerEnter(region);
    act(() => vi.advanceTimersByTime(60_000));
    expect(dismiss).not.toHaveBeenCalled();
    fireEvent.pointerLeave(region);
    act(() => vi.advanceTimersByTime(6000));
    expect(dismiss).toHaveBeenCalledWith('a');
  });

  it('stays until closed when the settings say so', () => {
    const dismiss = vi.fn();
    render(
      <ToastRegion
        label="Notices"
        toasts={TOASTS.slice(0, 1)}
        onDismiss={dismiss}
        dismissLabel="Dismiss"
        durationMs={null}
      />,
    );
    act(() => vi.advanceTimersByTime(600_000));
    expect(dismiss).not.toHaveBeenCalled();
  });
});

describe('Dialog', () => {
  const show = (open: boolean, danger: boolean, close: () => void) => (
    <Dialog
      open={open}
      onClose={close}
      title="Jettison cargo"
      closeLabel="Close"
      danger={danger}
      actions={<b>act</b>}
    >
      <p>20 organics will be lost.</p>
    </Dialog>
  );

  it('is modal, named by its title, and closes by button', () => {
    const close = vi.fn();
    const { rerender } = render(show(true, false, close));
    const dialog = screen.getByRole('dialog', { name: 'Jettison cargo' });
    expect((dialog as HTMLDialogElement).open).toBe(true);
    fireEvent.click(screen.getByRole('button', { name: 'Close' }));
    expect(close).toHaveBeenCalledOnce();
    rerender(show(false, false, close));
    expect((dialog as HTMLDialogElement).open).toBe(false);
    expect(screen.queryByText('20 organics will be lost.')).toBeNull();
  });

  it('closes by Escape, leaving the state to its owner', () => {
    const close = vi.fn();
    render(show(true, false, close));
    const dialog = screen.getByRole('dialog') as HTMLDialogElement;
    const cancel = new Event('cancel', { cancelable: true });
    dialog.dispatchEvent(cancel);
    expect(close).toHaveBeenCalledOnce();
    expect(cancel.defaultPrevented).toBe(true);
  });

  it('closes by a press beside it, unless it is about a danger', () => {
    const close = vi.fn();
    const { rerender } = render(show(true, false, close));
    fireEvent.click(screen.getByText('20 organics will be lost.'));
    expect(close).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole('dialog'));
    expect(close).toHaveBeenCalledOnce();
    rerender(show(true, true, close));
    fireEvent.click(screen.getByRole('alertdialog'));
    expect(close).toHaveBeenCalledOnce();
  });
});
