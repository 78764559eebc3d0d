import { ApiProblem } from '@sw/api-client';
import { describe, expect, it } from 'vitest';
import type { ChartDisk } from './chart-disk.ts';
import { createChartDisk } from './chart-disk.ts';
import type { RegionChart } from './merge-chart.ts';
import type { OpenChartOptions } from './open-chart.ts';
import { openChart } from './open-chart.ts';

const chart = (version: string, numbers: readonly number[]): RegionChart => {
  const zeros = (): number[] => numbers.map(() => 0);
  return {
    version,
    region: { name: 'terran-space', code: 'T', title: 'Terran Space', sectorCount: 300 },
    id0: 1,
    n: [...numbers],
    x: zeros(),
    y: zeros(),
    z: zeros(),
    level: numbers.map(() => 3),
    type: zeros(),
    zone: zeros(),
    cluster: zeros(),
    flags: zeros(),
    seenAt: zeros(),
    tradeCode: zeros(),
    names: {},
    edges: [],
    clusters: [],
    nebulae: [],
  };
};

/** A disk in memory that remembers what it was asked. */
const fakeDisk = (kept: RegionChart | null): ChartDisk & { readonly written: RegionChart[] } => {
  const written: RegionChart[] = [];
  return {
    written,
    read: () => Promise.resolve(kept),
    write: (_, wanted) => {
      written.push(wanted);
      return Promise.resolve();
    },
    clear: () => Promise.resolve(),
  };
};

const refused = (): Promise<never> =>
  Promise.reject(
    new ApiProblem(
      {
        type: '',
        title: 'Full chart required',
        status: 409,
        detail: '',
        instance: '',
        code: 'full_required',
        requestId: 'r',
      },
      null,
    ),
  );
const never = (): Promise<never> => Promise.reject(new Error('must not be asked'));

const options = (change: Partial<OpenChartOptions>): OpenChartOptions => ({
  source: { full: never, since: never },
  disk: fakeDisk(null),
  playerId: 'p',
  regionName: 'terran-space',
  known: undefined,
  onKept: () => undefined,
  ...change,
});

describe('opening a chart', () => {
  it('loads all of it the first time, and keeps it', async () => {
    const disk = fakeDisk(null);
    const opened = await openChart(
      options({ disk, source: { full: () => Promise.resolve(chart('1.5', [1, 2])), since: never } }),
    );
    expect(opened.version).toBe('1.5');
    expect(disk.written).toEqual([opened]);
  });

  it('shows what the disk has and asks for the rest only', async () => {
    const disk = fakeDisk(chart('1.5', [1, 2]));
    const shown: string[] = [];
    const opened = await openChart(
      options({
        disk,
        onKept: ({ version }) => shown.push(version),
        source: {
          full: never,
          since: (_, version) => Promise.resolve(chart(version === '1.5' ? '1.7' : '?', [2, 3])),
        },
      }),
    );
    expect(shown).toEqual(['1.5']);
    expect(opened).toMatchObject({ version: '1.7', n: [1, 2, 3] });
    expect(disk.written).toEqual([opened]);
  });

  it('writes nothing where nothing has changed', async () => {
    const disk = fakeDisk(chart('1.5', [1]));
    await openChart(
      options({ disk, source: { full: never, since: () => Promise.resolve(chart('1.5', [])) } }),
    );
    expect(disk.written).toEqual([]);
  });

  it('loads all of it again when the server no longer knows what has changed', async () => {
    const opened = await openChart(
      options({
        disk: fakeDisk(chart('1.5', [1])),
        source: { full: () => Promise.resolve(chart('2.1', [9])), since: refused },
      }),
    );
    expect(opened).toMatchObject({ version: '2.1', n: [9] });
  });

  it('fails when nobody answers; what was shown before stays', async () => {
    const shown: RegionChart[] = [];
    const offline = () => Promise.reject(new Error('offline'));
    const opening = openChart(
      options({
        disk: fakeDisk(chart('1.5', [1])),
        onKept: (kept) => shown.push(kept),
        source: { full: never, since: offline },
      }),
    );
    await expect(opening).rejects.toThrow('offline');
    expect(shown).toHaveLength(1);
  });

  it('leaves the disk alone before it is known who plays', async () => {
    const disk = fakeDisk(chart('1.5', [1]));
    const opened = await openChart(
      options({
        disk,
        playerId: null,
        source: { full: () => Promise.resolve(chart('1.1', [4])), since: never },
      }),
    );
    expect(opened.n).toEqual([4]);
    expect(disk.written).toEqual([]);
  });

  it('prefers what the page knows already', async () => {
    const opened = await openChart(
      options({
        known: chart('1.9', [5]),
        disk: fakeDisk(chart('1.5', [1])),
        source: { full: never, since: (_, version) => Promise.resolve(chart(version, [])) },
      }),
    );
    expect(opened.n).toEqual([5]);
  });
});

describe('a browser without a disk', () => {
  it('keeps nothing, quietly', async () => {
    const disk = createChartDisk(undefined);
    await disk.write('p', chart('1.1', [1]));
    expect(await disk.read('p', 'terran-space')).toBeNull();
    await disk.clear();
  });

  it('that refuses is one without', async () => {
    const closed = {
      open: () => {
        throw new DOMException('closed', 'SecurityError');
      },
    } as unknown as IDBFactory;
    expect(await createChartDisk(closed).read('p', 'terran-space')).toBeNull();
  });
});
