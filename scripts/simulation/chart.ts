/** One line of a chart. */
export interface Series {
  readonly name: string;
  readonly points: readonly (readonly [x: number, y: number])[];
}

export interface Chart {
  readonly title: string;
  readonly xLabel: string;
  readonly yLabel: string;
  readonly series: readonly Series[];
  /** A shaded range of y values, for example what is promised. */
  readonly band?: readonly [least: number, most: number];
  readonly yFrom?: number;
}

const WIDTH = 760;
const HEIGHT = 320;
const LEFT = 76;
const RIGHT = 24;
const TOP = 44;
const BOTTOM = 76;
const TICKS = 5;
/** Readable on white and on black; each line also has a dash pattern of its own. */
const STYLES = [
  ['#2f7fd6', ''],
  ['#d9822b', '7 4'],
  ['#2f9e6e', '2 4'],
  ['#a45bd0', '10 4 2 4'],
  ['#d64f6a', '4 2'],
  ['#7d8590', '1 3'],
] as const;
const INK = '#7d8590';
const FONT = 'system-ui, sans-serif';

/** Draws a line chart as a picture that needs no fonts, scripts or background of its own. */
export const lineChart = (chart: Chart): string => {
  const points = chart.series.flatMap((line) => line.points);
  const [xLeast, xMost] = rangeOf(points.map(([x]) => x));
  const [yData, yMost] = rangeOf([...points.map(([, y]) => y), ...(chart.band ?? [])]);
  const yLeast = chart.yFrom ?? yData;
  const x = (value: number): number =>
    LEFT + ((value - xLeast) / (xMost - xLeast || 1)) * (WIDTH - LEFT - RIGHT);
  const y = (value: number): number =>
    HEIGHT - BOTTOM - ((value - yLeast) / (yMost - yLeast || 1)) * (HEIGHT - TOP - BOTTOM);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" font-family="${FONT}" font-size="12">`,
    `<title>${escaped(chart.title)}</title>`,
    text(LEFT, 22, chart.title, 'font-size="15" font-weight="600"'),
    ...bandOf(chart.band, y),
    ...ticksOf(yLeast, yMost).map(
      (value) =>
        `<path d="M${LEFT} ${round(y(value))}H${WIDTH - RIGHT}" stroke="${INK}" stroke-opacity="0.3"/>` +
        text(LEFT - 8, y(value) + 4, shortNumber(value), 'text-anchor="end"'),
    ),
    ...ticksOf(xLeast, xMost).map((value) =>
      text(x(value), HEIGHT - BOTTOM + 18, shortNumber(value), 'text-anchor="middle"'),
    ),
    text(LEFT, TOP - 8, chart.yLabel, ''),
    text(WIDTH - RIGHT, HEIGHT - BOTTOM + 34, chart.xLabel, 'text-anchor="end"'),
    ...chart.series.flatMap((line, index) => lineOf(line, index, x, y)),
    ...legendOf(chart.series),
    '</svg>',
    '',
  ].join('\n');
};

const lineOf = (
  { points }: Series,
  index: number,
  x: (value: number) => number,
  y: (value: number) => number,
): string[] => {
  const path = points.map(([px, py], place) => `${place === 0 ? 'M' : 'L'}${round(x(px))} ${round(y(py))}`);
  return [`<path d="${path.join('')}" fill="none" stroke-width="2" ${strokeOf(index)}/>`];
};

const legendOf = (series: readonly Series[]): string[] =>
  series.map(({ name }, index) => {
    const at = LEFT + index * ((WIDTH - LEFT - RIGHT) / Math.max(4, series.length));
    const line = `<path d="M${round(at)} ${HEIGHT - 18}h22" stroke-width="2" ${strokeOf(index)}/>`;
    return line + text(at + 28, HEIGHT - 14, name, '');
  });

const bandOf = (band: Chart['band'], y: (value: number) => number): string[] =>
  band === undefined
    ? []
    : [
        `<rect x="${LEFT}" y="${round(y(band[1]))}" width="${WIDTH - LEFT - RIGHT}" height="${round(y(band[0]) - y(band[1]))}" fill="#2f9e6e" fill-opacity="0.14"/>`,
      ];

const strokeOf = (index: number): string => {
  const [colour, dashes] = STYLES[index % STYLES.length] ?? STYLES[0];
  return `stroke="${colour}"${dashes === '' ? '' : ` stroke-dasharray="${dashes}"`}`;
};

const text = (x: number, y: number, words: string, attributes: string): string =>
  `<text x="${round(x)}" y="${round(y)}" fill="${INK}" ${attributes}>${escaped(words)}</text>`;

/** Least and most of some values; 0 and 1 of none. */
const rangeOf = (values: readonly number[]): readonly [number, number] => {
  const finite = values.filter(Number.isFinite);
  return finite.length === 0 ? [0, 1] : [Math.min(...finite), Math.max(...finite)];
};

const ticksOf = (least: number, most: number): number[] => {
  if (most <= least) return [least];
  const raw = (most - least) / TICKS;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((size) => size >= raw) ?? raw;
  const ticks: number[] = [];
  for (let value = Math.ceil(least / step) * step; value <= most + step / 1e6; value += step)
    ticks.push(value);
  return ticks;
};

const UNITS = [
  [1e9, ' bn'],
  [1e6, ' m'],
  [1e3, ' k'],
] as const;

/** 1,500,000 as `1.5 m`. */
export const shortNumber = (value: number): string => {
  const [size, unit] = UNITS.find(([limit]) => Math.abs(value) >= limit) ?? [1, ''];
  return `${Number((value / size).toPrecision(3))}${unit}`;
};

const round = (value: number): number => Math.round(value * 10) / 10;

const escaped = (words: string): string =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
