import type { AdminRegionDetail } from '@sw/contracts/admin';
import { useTranslation } from '@sw/i18n';
import type { Fact } from '@sw/ui';
import { Facts, formatBasisPoints, formatCredits, formatDateTime, formatInteger } from '@sw/ui';
import type { ReactElement } from 'react';
import { useLocale } from '../../app/console-context.ts';

/** What a region is and what its owner decided. */
export function RegionFacts({ region }: { readonly region: AdminRegionDetail }): ReactElement {
  const { t } = useTranslation('admin_regions');
  const locale = useLocale();
  const time = (at: string): string => formatDateTime(Date.parse(at), locale);
  const { firstSectorId, sectorCount, governance, link } = region;
  const facts: readonly (Fact | null)[] = [
    { name: t('detail.code'), value: region.code },
    { name: t('detail.owner'), value: region.owner?.username ?? t('detail.none') },
    { name: t('detail.block'), value: `${firstSectorId} – ${firstSectorId + sectorCount - 1}` },
    {
      name: t('detail.link'),
      value: link === null ? t('detail.none') : t('detail.link_value', link),
    },
    ...region.zones.map((zone) => ({
      name: t('detail.zone', { zone: t(`zone.${zone.kind}`), from: zone.startNumber, to: zone.endNumber }),
      value: t('detail.zone_value', { policing: zone.policing, danger: zone.danger }),
    })),
    { name: t('detail.tax'), value: formatBasisPoints(governance.regionTaxBp, locale) },
    { name: t('detail.toll'), value: formatCredits(governance.linkToll, locale), tone: 'credits' },
    { name: t('detail.entry'), value: t(`detail.entry.${governance.entryPolicy}`) },
    { name: t('detail.treasury'), value: formatCredits(region.treasury, locale), tone: 'credits' },
    { name: t('detail.online'), value: formatInteger(region.onlinePlayers, locale) },
    { name: t('detail.active'), value: formatInteger(region.activePlayers, locale) },
    region.isManaged ? null : { name: t('detail.ships'), value: formatInteger(region.ships, locale) },
    { name: t('detail.seed'), value: region.seed },
    { name: t('detail.version'), value: String(region.generatorVersion) },
    region.planHash === '' ? null : { name: t('detail.plan'), value: region.planHash.slice(0, 16) },
    { name: t('detail.created'), value: time(region.createdAt) },
    region.suspendedAt === null ? null : { name: t('detail.suspended'), value: time(region.suspendedAt) },
    region.terminatedAt === null ? null : { name: t('detail.terminated'), value: time(region.terminatedAt) },
  ];
  return <Facts facts={facts.filter((fact) => fact !== null)} />;
}

/** How the server of a region is, by its last sample. */
export function ServerFacts({
  server,
}: {
  readonly server: NonNullable<AdminRegionDetail['server']>;
}): ReactElement {
  const { t } = useTranslation('admin_regions');
  const { usage, resources } = server;
  const share = (percent: number): string => percent.toFixed(0);
  return (
    <Facts
      facts={[
        { name: t('server.state'), value: server.state },
        { name: t('server.driver'), value: server.driver },
        {
          name: t('server.health'),
          value:
            usage === null
              ? t('server.unmeasured')
              : usage.isHealthy
                ? t('server.healthy')
                : t('server.unhealthy', { count: server.failCount }),
        },
        {
          name: t('server.cpu'),
          value:
            usage === null
              ? t('server.unmeasured')
              : t('server.cpu_value', { used: share(usage.cpuPct), cores: resources.cpuCores }),
        },
        {
          name: t('server.memory'),
          value:
            usage === null
              ? t('server.unmeasured')
              : t('server.memory_value', { used: share(usage.memoryPct), size: resources.memoryGb }),
        },
        { name: t('server.disk'), value: t('server.gigabytes', { value: resources.diskGb }) },
        { name: t('server.players'), value: `${server.playersOnline ?? '–'} / ${server.maxPlayers}` },
        { name: t('server.version'), value: server.version ?? t('detail.none') },
      ]}
    />
  );
}
