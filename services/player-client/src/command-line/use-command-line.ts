import type { KeyboardEvent } from 'react';
import { useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { useCommands } from '../app/commands.ts';
import { useGame } from '../app/game-context.ts';
import { refusalOf } from '../app/refusal-text.ts';
import { useText } from '../app/text.ts';
import type { Outcome } from '../courses/navigation-commands.ts';
import { expandAlias, readAliases, withAlias, writeAliases } from './alias-store.ts';
import { EMPTY_HISTORY, remember, stepHistory } from './command-history.ts';
import { createTypeAhead } from './type-ahead.ts';
import { loadLineEngine, useLineEngine } from './use-line-engine.ts';

export interface CommandLineModel {
  readonly text: string;
  readonly ghost: string;
  readonly hint: string;
  readonly isRunning: boolean;
  setText(text: string): void;
  handleKey(event: KeyboardEvent<HTMLInputElement>): void;
  submit(): void;
}

/** What the keys of the field do, Tab apart: run, leave, or a step through the history. */
const KEYS: Readonly<Record<string, 'run' | 'leave' | -1 | 1>> = {
  Enter: 'run',
  Escape: 'leave',
  ArrowUp: -1,
  ArrowDown: 1,
};

/** The behaviour of the command line: completion, history, and lines typed ahead run in their order. */
export function useCommandLine(
  onDone: (outcome: Outcome | null) => void,
  onLeave: () => void,
): CommandLineModel {
  const services = useGame();
  const commands = useCommands();
  const navigate = useNavigate();
  const t = useText();
  const [text, setText] = useState('');
  const [history, setHistory] = useState(EMPTY_HISTORY);
  const [aliases, setAliases] = useState(readAliases);
  const [isRunning, setRunning] = useState(false);
  const turn = useRef({ typed: '', count: 0 });
  useEffect(() => writeAliases(aliases), [aliases]);

  const engine = useLineEngine(text !== '');
  const completion = (typed: string, count = 0) =>
    engine?.complete(typed, engine.completionContext(services.queries, Object.keys(aliases)), count) ?? null;
  const suggestion = text === '' ? null : completion(text);
  const hint = engine?.hintKeyOf(text) ?? null;

  const runOne = async (line: string): Promise<Outcome | null> => {
    try {
      const { runTyped } = engine ?? (await loadLineEngine());
      const outcome = await runTyped(expandAlias(line, aliases), {
        services,
        commands,
        navigate: (path) => void navigate(path),
        setAlias: (name, value) => setAliases((known) => withAlias(known, name, value)),
      });
      onDone(outcome);
      return outcome;
    } catch (error) {
      // The part that reads commands could not be fetched: the line is kept for another try.
      setText(line);
      const { text: reason } = refusalOf(services.i18n, error, services.clock.nowMs());
      services.print('warning', 'system', reason);
      return { ok: false, text: reason };
    }
  };
  const latestRun = useRef(runOne);
  useEffect(() => {
    latestRun.current = runOne;
  });
  const [ahead] = useState(() =>
    createTypeAhead({
      idle: services.acts.idle,
      run: (line) => latestRun.current(line),
      onBusy: setRunning,
      onDropped: (lines) =>
        services.print(
          'warning',
          'system',
          services.i18n.t('game:line.dropped', { lines: lines.join('; ') }),
        ),
    }),
  );

  const run = () => {
    const line = text.trim();
    if (line === '' || !ahead.add(line)) return;
    setHistory(remember(history, line));
    setText('');
  };

  const completeNow = () => {
    const isSameTurn = turn.current.typed !== '' && text.startsWith(turn.current.typed);
    const typed = isSameTurn ? turn.current.typed : text;
    const count = isSameTurn ? turn.current.count + 1 : 0;
    const completed = completion(typed, count);
    if (completed === null) return false;
    turn.current = { typed, count };
    setText(completed.line);
    return true;
  };

  const leave = () => {
    if (text === '') onLeave();
    else setText('');
  };

  const walk = (by: -1 | 1) => {
    const step = stepHistory(history, by, text);
    setHistory(step.history);
    setText(step.line);
  };

  const handleKey = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Tab' && !event.shiftKey && text !== '') {
      if (completeNow()) event.preventDefault();
      return;
    }
    turn.current = { typed: '', count: 0 };
    const act = KEYS[event.key];
    if (act === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    if (act === 'run') {
      if (!event.repeat) run();
    } else if (act === 'leave') leave();
    else walk(act);
  };

  return {
    text,
    ghost: suggestion?.ghost ?? '',
    hint: hint === null ? '' : t(`game:hint.${hint}`),
    isRunning,
    setText: (next) => {
      turn.current = { typed: '', count: 0 };
      setText(next);
    },
    handleKey,
    submit: run,
  };
}
