import { PanelNotice, Skeleton, Table } from '@sw/ui';
import { clsx } from 'clsx';
import type { ReactElement } from 'react';
import { usePanelState } from '../../app/panel-states.ts';
import { useText } from '../../app/text.ts';
import styles from './HelpPage.module.css';
import type { ManualTable } from './manual-tables.ts';
import { topicBlocks } from './manual-text.ts';
import type { CatalogueTopic } from './manual-topics.ts';
import { keyText } from './manual-values.ts';
import { useWriter } from './use-writer.ts';

const ROWS = 6;
/** Columns whose cells run over several words. */
const PROSE = new Set(['note', 'buys', 'sells', 'level_prices']);

/** One topic of the manual, written from the rules catalogue. */
export function ManualTopic({
  topic,
  headingLevel = 2,
}: {
  readonly topic: CatalogueTopic;
  readonly headingLevel?: 2 | 3;
}): ReactElement {
  const t = useText('help');
  const { writer, rules } = useWriter();
  const state = usePanelState(rules, t('help:manual.waiting'), ROWS);
  const Heading = headingLevel === 2 ? 'h2' : 'h3';
  if (writer === null)
    return state.kind === 'error' ? (
      <PanelNotice state={state} />
    ) : (
      <Skeleton rows={ROWS} label={t('help:manual.waiting')} />
    );
  return (
    <>
      {topicBlocks(topic, writer).map((block, index) => {
        if (block.kind === 'table') return <ManualTableView key={`table ${block.key}`} table={block.table} />;
        if (block.kind === 'heading') return <Heading key={`heading ${block.key}`}>{block.words}</Heading>;
        return (
          <p key={`text ${block.key}`} className={clsx(styles.text, index === 0 && styles.lead)}>
            {block.words}
          </p>
        );
      })}
    </>
  );
}

/** A table of the catalogue: the first column names the row. */
function ManualTableView({ table }: { readonly table: ManualTable }): ReactElement {
  const t = useText('help');
  const { columns, rows } = table;
  return (
    <Table caption={keyText(t, `help:table.${table.id}`)} className={styles.table}>
      <thead>
        <tr>
          {columns.map(({ id, isNumber }) => (
            <th key={id} scope="col" className={clsx(isNumber && 'end')}>
              {keyText(t, `help:column.${id}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.join()}>
            {row.map((cell, index) => {
              const column = columns[index];
              const look =
                column?.isNumber === true
                  ? 'end num'
                  : clsx(styles.wrap, PROSE.has(column?.id ?? '') && styles.prose);
              return index === 0 ? (
                <th key={column?.id} scope="row" className={look}>
                  {cell}
                </th>
              ) : (
                <td key={column?.id} className={look}>
                  {cell}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
