import { GRID } from '../../words/pages/workbench.ts';
import { columnLetters } from '../address.ts';
import { type Columns, leftOf, widthIn } from './columns.ts';

/** The line of column letters, which stands still above all; `marked` are the columns of the selection. */
export function Letters({ columns, marked }: { columns: Columns; marked: { from: number; to: number } }) {
  return (
    <div role="row" class="line letters" aria-rowindex={1} style={{ width: `${leftOf(columns, columns.count + 1)}px` }}>
      <div role="columnheader" class="number" aria-colindex={1}>
        <span class="unseen">{GRID.line}</span>
      </div>
      {Array.from({ length: columns.count }, (_, at) => at + 1).map((column) => {
        const frozen = column <= columns.frozen;
        const isMarked = column >= marked.from && column <= marked.to;
        return (
          <div
            key={column}
            role="columnheader"
            class={`letter${frozen ? ' frozen' : ''}${isMarked ? ' marked' : ''}`}
            aria-colindex={column + 1}
            data-c={column}
            style={{ width: `${widthIn(columns, column)}px`, left: frozen ? `${leftOf(columns, column)}px` : undefined }}
          >
            {columnLetters(column)}
          </div>
        );
      })}
    </div>
  );
}
