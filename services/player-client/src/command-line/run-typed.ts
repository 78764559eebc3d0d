import type { I18n } from '@sw/i18n';
import type { Outcome } from '../courses/navigation-commands.ts';
import { parseCommand } from './parse-command.ts';
import type { CommandScope } from './run-command.ts';
import { runCommand } from './run-command.ts';

type Misread = Exclude<ReturnType<typeof parseCommand>, { readonly ok: true }>;

const expectedText = ({ t }: I18n, { expected, found, candidates }: Misread): string =>
  t(`game:expected.${expected}`, {
    found,
    candidates: candidates.join(', '),
    has: candidates.length > 0 ? 'some' : 'none',
    empty: found === '' ? 'yes' : 'no',
  });

/** Runs a line and prints what came of it. Null: another act was still on its way and nothing was done. */
export async function runTyped(line: string, scope: CommandScope): Promise<Outcome | null> {
  const { services } = scope;
  await services.i18n.loadNamespaces(['trade', 'explore']);
  const parsed = parseCommand(line);
  const outcome: Outcome | null = parsed.ok
    ? await runCommand(parsed.command, scope)
    : { ok: false, text: expectedText(services.i18n, parsed) };
  if (outcome !== null && outcome.isPrinted !== true)
    services.print(outcome.ok ? 'info' : 'warning', 'system', outcome.text);
  return outcome;
}
