import { queryKeys } from '@sw/api-client';
import type { acceptContract, EventType, getPlayerState, ReplyOf } from '@sw/contracts';
import { formatCredits, formatInteger } from '@sw/ui';
import type { GameServices } from '../../app/game-services.ts';
import { refusalOf } from '../../app/refusal-text.ts';
import type { Outcome } from '../../courses/navigation-commands.ts';
import type { Job } from './job-types.ts';
import { isSealed, jobName } from './job-view.ts';

type Reply = ReplyOf<typeof acceptContract>;
type StateView = ReplyOf<typeof getPlayerState>;

export interface ContractCommands {
  /** Accepts a job; sealed cargo is loaded at once when there is room for it. */
  accept(job: Job): Promise<Outcome | null>;
  load(job: Job): Promise<Outcome | null>;
  /** Hands over all of it that is aboard. */
  deliver(job: Job): Promise<Outcome | null>;
  abandon(job: Job): Promise<Outcome | null>;
}

const ECHOES: readonly EventType[] = ['contract.accepted', 'contract.completed', 'contract.failed'];

/** The acts about jobs; each prints one line and waits until the screens know what it changed. */
export function createContractCommands(services: GameServices): ContractCommands {
  const { api, queries, acts, own, clock, i18n } = services;
  const { t, language } = i18n;
  const money = (amount: bigint) => formatCredits(amount, language);

  const settle = async (reply: Reply) => {
    queries.setQueryData<StateView>(queryKeys.player.state(), (known) =>
      known === undefined || known.rev > reply.rev
        ? known
        : { ...known, credits: reply.credits, cargo: reply.cargo },
    );
    await Promise.all([
      queries.invalidateQueries({ queryKey: queryKeys.player.state() }),
      queries.invalidateQueries({ queryKey: queryKeys.contracts.all() }),
    ]);
    void queries.invalidateQueries({ queryKey: queryKeys.player.creditLedger() });
    void queries.invalidateQueries({ queryKey: queryKeys.market.all() });
  };

  const act = (
    name: string,
    run: () => Promise<{ readonly reply: Reply; readonly text: string; readonly isGood?: boolean }>,
  ): Promise<Outcome | null> =>
    acts.run(name, async () => {
      const end = own.begin(ECHOES);
      let outcome: Outcome;
      try {
        const { reply, text, isGood = false } = await run();
        await settle(reply);
        outcome = { ok: true, text };
        services.print(isGood ? 'good' : 'info', 'trade', text);
      } catch (error) {
        const { code, text } = refusalOf(i18n, error, clock.nowMs());
        // A refusal says that the screen is behind: what it shows is asked for again.
        void queries.invalidateQueries({ queryKey: queryKeys.contracts.all() });
        outcome = { ok: false, text, code };
        services.print('warning', 'trade', text);
      }
      end();
      return { ...outcome, isPrinted: true };
    });

  const params = (job: Job) => ({ params: { id: job.id } });
  const loaded = (job: Job) => t('jobs:line.loaded', { quantity: formatInteger(job.quantity, language) });

  return {
    accept: (job) =>
      act(`accept.${job.id}`, async () => {
        const reply = await api.acceptContract(params(job));
        const text = t('jobs:line.accepted', { job: jobName(job, t, language), paid: money(reply.paid) });
        if (!isSealed(job)) return { reply, text };
        try {
          return { reply: await api.pickupContract(params(job)), text: `${text} ${loaded(job)}` };
        } catch (error) {
          const why = refusalOf(i18n, error, clock.nowMs()).text;
          return { reply, text: `${text} ${t('jobs:line.no_room', { why })}` };
        }
      }),
    load: (job) =>
      act(`load.${job.id}`, async () => ({
        reply: await api.pickupContract(params(job)),
        text: loaded(job),
      })),
    deliver: (job) =>
      act(`deliver.${job.id}`, async () => {
        const reply = await api.deliverContract({ ...params(job), body: {} });
        const paid = money(reply.paid);
        const isDone = reply.state === 'completed';
        const text = isDone
          ? t('jobs:line.delivered', { job: jobName(job, t, language), paid })
          : t('jobs:line.part', {
              delivered: formatInteger(reply.delivered, language),
              quantity: formatInteger(job.quantity, language),
              paid,
            });
        return { reply, text, isGood: isDone };
      }),
    abandon: (job) =>
      act(`abandon.${job.id}`, async () => {
        const reply = await api.abandonContract(params(job));
        return {
          reply,
          text: t('jobs:line.abandoned', { job: jobName(job, t, language), paid: money(reply.paid) }),
        };
      }),
  };
}
