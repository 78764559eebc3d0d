import { MANUAL } from './manual-chapters.ts';
import type { ManualTable } from './manual-tables.ts';
import { manualTable } from './manual-tables.ts';
import type { CatalogueTopic } from './manual-topics.ts';
import { CATALOGUE_TOPICS } from './manual-topics.ts';
import type { Writer } from './manual-values.ts';
import { keyText, paramsOf } from './manual-values.ts';

/** A part of a topic in words. */
export type Block =
  | { readonly kind: 'text' | 'heading'; readonly key: string; readonly words: string }
  | { readonly kind: 'table'; readonly key: string; readonly table: ManualTable };

/** A topic in words; a sentence whose number the catalogue lacks is left out, and so is an empty table. */
export function topicBlocks(topic: CatalogueTopic, writer: Writer): readonly Block[] {
  return MANUAL[topic].flatMap((part): readonly Block[] => {
    if ('table' in part) {
      const table = manualTable(part.table, writer);
      return table.rows.length === 0 ? [] : [{ kind: 'table', key: part.table, table }];
    }
    const key = 'heading' in part ? part.heading : part.text;
    const params = 'heading' in part ? {} : paramsOf(writer, part.with ?? {});
    if (params === null) return [];
    const words = keyText(writer.t, `help:${topic}.${key}`, params);
    return [{ kind: 'heading' in part ? 'heading' : 'text', key, words }];
  });
}

export interface Found {
  readonly topic: CatalogueTopic;
  /** The passage with the words looked for. */
  readonly passage: string;
}

const passagesOf = (block: Block): readonly string[] =>
  block.kind === 'table' ? block.table.rows.map((row) => row.join(', ')) : [block.words];

/** Passages that hold every word of `query`, a few of each topic, in the order of the manual. */
export function searchManual(query: string, writer: Writer, perTopic = 3): readonly Found[] {
  const words = query
    .toLocaleLowerCase(writer.locale)
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return [];
  return CATALOGUE_TOPICS.flatMap((topic) =>
    topicBlocks(topic, writer)
      .flatMap(passagesOf)
      .filter((passage) => {
        const low = passage.toLocaleLowerCase(writer.locale);
        return words.every((word) => low.includes(word));
      })
      .slice(0, perTopic)
      .map((passage) => ({ topic, passage })),
  );
}
