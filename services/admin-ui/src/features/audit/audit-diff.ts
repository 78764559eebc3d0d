export interface DiffLine {
  readonly field: string;
  readonly before: string;
  readonly after: string;
  readonly isChanged: boolean;
}

type Recorded = Readonly<Record<string, unknown>> | null;

const shown = (record: Recorded, field: string): string => {
  if (record === null || !Object.hasOwn(record, field)) return '';
  const value = record[field];
  return typeof value === 'string' ? value : JSON.stringify(value);
};

/** Both sides of a change, field by field; what changed comes first. */
export const diffOf = (before: Recorded, after: Recorded): readonly DiffLine[] => {
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return fields
    .map((field) => {
      const line = { field, before: shown(before, field), after: shown(after, field) };
      return { ...line, isChanged: line.before !== line.after };
    })
    .sort((a, b) => Number(b.isChanged) - Number(a.isChanged) || a.field.localeCompare(b.field));
};
