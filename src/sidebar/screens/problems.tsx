import type { ProblemLine } from '../../app/replies/lines.ts';
import type { Severity } from '../../domain/checks/finding.ts';
import { CAUSE_LABELS, CAUSE_OF, CAUSES, whatAndMend } from '../../words/checks/causes.ts';
import { SEVERITY_LABELS } from '../../words/core/labels.ts';
import { sayCount } from '../../words/core/number.ts';
import { GoTo } from '../parts/go-to.tsx';
import { LongList } from '../parts/long-list.tsx';
import { ChangeLine } from './change.tsx';

/** The problems of one severity under their causes; what must be mended is open, the rest one click away. */
export function Problems({ severity, problems }: { severity: Severity; problems: readonly ProblemLine[] }) {
  if (problems.length === 0) return null;
  const groups = CAUSES.map((cause) => ({ cause, lines: problems.filter(({ code }) => CAUSE_OF[code] === cause) }));
  return (
    <section class={severity} aria-labelledby={severity}>
      <h2 id={severity}>
        {SEVERITY_LABELS[severity]}: {sayCount(problems.length)}
      </h2>
      {groups
        .filter(({ lines }) => lines.length > 0)
        .map(({ cause, lines }) => (
          <details key={cause} open={severity !== 'note'}>
            <summary>
              <h3>
                {CAUSE_LABELS[cause]}: {sayCount(lines.length)}
              </h3>
            </summary>
            <LongList items={lines}>{(line) => <Problem line={line} />}</LongList>
          </details>
        ))}
    </section>
  );
}

/** What is wrong, how to mend it, and the cell. */
export function Problem({ line }: { line: ProblemLine }) {
  if (line.change !== undefined) return <ChangeLine key={line.change} line={line} change={line.change} />;
  const [what, mend] = whatAndMend(line.text);
  return (
    <>
      <span>{what}</span>
      {mend !== '' && <span class="mend">{mend}</span>}
      {line.at !== null && <GoTo place={line.at} />}
    </>
  );
}
