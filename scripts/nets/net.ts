/** What a net caught: where, which rule, and what to do about it. */
export interface Finding {
  readonly rule: string;
  readonly file: string;
  /** The other end, where the rule is about two files. */
  readonly target?: string;
  readonly message: string;
}

export interface NetResult {
  readonly ok: boolean;
  /** Shown when the net caught something. */
  readonly output: string;
}

/** One independent check of the whole tree. */
export interface Net {
  readonly name: string;
  run(): Promise<NetResult> | NetResult;
}

/** Findings as lines, one each, in the order of the files. */
export const reportFindings = (findings: readonly Finding[]): NetResult => ({
  ok: findings.length === 0,
  output: findings
    .map(
      ({ rule, file, target, message }) =>
        `${file}${target === undefined ? '' : ` → ${target}`}: ${message} [${rule}]`,
    )
    .sort()
    .join('\n'),
});
