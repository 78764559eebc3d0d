/** How many tests passed and failed. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

export const NOTHING: Counts = { passed: 0, failed: 0 };

/** Both together. */
export const addCounts = (a: Counts, b: Counts): Counts => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
});

/** The line every run ends with. */
export const formatCounts = ({ passed, failed }: Counts): string => `${passed} passed, ${failed} failed`;

const LINE = /(\d+) passed, (\d+) failed/g;

/** The last such line of an output; undefined when there is none. */
export const lastCounts = (output: string): Counts | undefined => {
  const last = [...output.matchAll(LINE)].at(-1);
  return last === undefined ? undefined : { passed: Number(last[1]), failed: Number(last[2]) };
};
