import { queryKeys } from '@sw/api-client';
import type { EventType, harvest, ReplyOf, recall, scan } from '@sw/contracts';
import { formatCredits, formatInteger } from '@sw/ui';
import type { GameServices } from '../../app/game-services.ts';
import { refusalOf } from '../../app/refusal-text.ts';
import { sectorTitle } from '../../app/sector-name.ts';
import type { Stale } from '../../app/settle-act.ts';
import { settleAct } from '../../app/settle-act.ts';
import type { Outcome } from '../../courses/navigation-commands.ts';

export interface ExploreCommands {
  scan(mode: 'adjacent' | 'deep'): Promise<Outcome | null>;
  harvest(): Promise<Outcome | null>;
  recall(): Promise<Outcome | null>;
}

const STALE: Stale = {
  now: [queryKeys.sector.all()],
  soon: [queryKeys.market.all(), queryKeys.map.all()],
};

interface Done {
  readonly rev: number;
  readonly text: string;
}

/** The acts of exploring; buttons, the key and the command line all come here. */
export function createExploreCommands(services: GameServices): ExploreCommands {
  const { api, queries, acts, own, clock, i18n } = services;

  const act = (
    name: string,
    echoes: readonly EventType[],
    run: () => Promise<Done>,
  ): Promise<Outcome | null> =>
    acts.run(name, async () => {
      await i18n.loadNamespaces(['explore']);
      const end = own.begin(echoes);
      let outcome: Outcome;
      try {
        const { rev, text } = await run();
        outcome = { ok: true, text };
        await settleAct(queries, rev, STALE);
      } catch (error) {
        outcome = { ok: false, ...refusalOf(i18n, error, clock.nowMs()) };
        void queries.invalidateQueries({ queryKey: queryKeys.sector.all() });
      }
      end();
      services.print(outcome.ok ? 'info' : 'warning', 'movement', outcome.text);
      return { ...outcome, isPrinted: true };
    });

  return {
    scan: (mode) =>
      act(`scan.${mode}`, [], async () => {
        const reply = await api.scan({ body: { mode } });
        return { rev: reply.rev, text: scanned(services, reply) };
      }),
    harvest: () =>
      act('harvest', [], async () => {
        const reply = await api.harvest();
        return { rev: reply.rev, text: harvested(services, reply) };
      }),
    recall: () =>
      act('recall', ['player.moved'], async () => {
        const reply = await api.recall();
        return { rev: reply.rev, text: recalled(services, reply) };
      }),
  };
}

function recalled({ i18n }: GameServices, reply: ReplyOf<typeof recall>): string {
  return i18n.t('explore:line.recalled', {
    sector: sectorTitle(reply.sector),
    left: formatInteger(reply.turns.left, i18n.language),
  });
}

function scanned({ i18n }: GameServices, reply: ReplyOf<typeof scan>): string {
  const { t } = i18n;
  if (reply.mode === 'deep') {
    const tunnels = reply.tunnels.filter(
      ({ from, to }, index, all) => all.findIndex((other) => other.from + other.to === from + to) === index,
    );
    return [
      t('explore:line.deep', { charted: reply.charted, range: reply.range }),
      ...tunnels.map(({ fromNumber, toNumber }) =>
        t('explore:line.tunnel', { from: fromNumber, to: toNumber }),
      ),
    ].join(' ');
  }
  const ports = reply.sectors.flatMap(({ number, station }) =>
    station === null ? [] : [`#${number} ${station.name}`],
  );
  const busy = reply.sectors.filter(({ traffic }) => traffic !== null && traffic !== 'none');
  return [
    t('explore:line.adjacent', { count: reply.sectors.length, ports: ports.length }),
    ...(ports.length === 0 ? [] : [t('explore:line.ports', { list: ports.join(', ') })]),
    ...(busy.length === 0
      ? []
      : [t('explore:line.traffic', { list: busy.map(({ number }) => `#${number}`).join(', ') })]),
  ].join(' ');
}

function harvested({ i18n }: GameServices, reply: ReplyOf<typeof harvest>): string {
  const { t, language } = i18n;
  const found = [
    ...reply.goods.map(({ commodity, quantity }) =>
      t('explore:line.some', {
        quantity: formatInteger(quantity, language),
        item: t(`common:commodity_word.${commodity}`),
      }),
    ),
    ...reply.items.map(({ item, quantity }) =>
      t('explore:line.some', {
        quantity: formatInteger(quantity, language),
        item: t(`explore:item.${item}`),
      }),
    ),
  ];
  return [
    found.length === 0
      ? t('explore:line.harvested_nothing')
      : t('explore:line.harvested', { list: found.join(', ') }),
    ...(reply.isCritical ? [t('explore:line.critical')] : []),
    ...(reply.fee > 0n ? [t('explore:line.fee', { amount: formatCredits(reply.fee, language) })] : []),
    ...(reply.isDepleted ? [t('explore:line.depleted')] : []),
    ...reply.inventory.map(({ item, quantity }) =>
      t('explore:line.inventory', {
        quantity: formatInteger(quantity, language),
        item: t(`explore:item.${item}`),
      }),
    ),
  ].join(' ');
}
