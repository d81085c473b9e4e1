import type { ProblemLine } from '../app/lines.ts';
import { SEVERITIES } from '../domain/finding.ts';
import { SEVERITY_LABELS } from '../words/labels.ts';
import { sayCount } from '../words/number.ts';
import { ChangeLine } from './change.tsx';
import { Line } from './line.tsx';
import { LongList } from './long-list.tsx';

/** Problems under their severity, the worst first. */
export function Problems({ problems }: { problems: readonly ProblemLine[] }) {
  const groups = SEVERITIES.map((severity) => ({ severity, lines: problems.filter((line) => line.severity === severity) }));
  return (
    <>
      {groups
        .filter(({ lines }) => lines.length > 0)
        .map(({ severity, lines }) => (
          <div key={severity} class={severity}>
            <h2>
              {SEVERITY_LABELS[severity]}: {sayCount(lines.length)}
            </h2>
            <LongList items={lines}>
              {(line) =>
                line.change === undefined ? (
                  <Line text={line.text} at={line.at} />
                ) : (
                  <ChangeLine key={line.change} line={line} change={line.change} />
                )
              }
            </LongList>
          </div>
        ))}
    </>
  );
}
