import type { ProblemLine } from '../../app/replies/lines.ts';
import { SEVERITIES, type Severity } from '../../domain/checks/finding.ts';
import { CAUSE_LABELS, CAUSE_OF, CAUSES, whatAndMend } from '../../words/checks/causes.ts';
import { SEVERITY_LABELS } from '../../words/core/labels.ts';
import { sayCount } from '../../words/core/number.ts';
import { CHECK_WORDS } from '../../words/pages/indicator-screen.ts';
import { sayProblemCounts } from '../../words/pages/menu-sentences.ts';
import { SCREEN_WORDS } from '../../words/pages/page-parts.ts';
import { GoTo } from '../parts/go-to.tsx';
import { LongList } from '../parts/long-list.tsx';
import { Mend } from '../parts/mend.tsx';
import { Screen } from '../parts/screen.tsx';
import { ChangeLine } from './change.tsx';
import { Proposals } from './proposals.tsx';

/** `Kiểm tra số liệu`: all problems of the workbook by severity and cause, and what waits for the office's word. */
export function Check() {
  return (
    <Screen title={SCREEN_WORDS.check.title} call="check" carried={{}} again={CHECK_WORDS.again}>
      {({ counts, problems, proposals }) => (
        <>
          <p class={problems.length === 0 ? 'empty' : 'period'}>
            {problems.length === 0 ? CHECK_WORDS.good : sayProblemCounts(counts.problems)}
          </p>
          {SEVERITIES.map((severity) => (
            <Problems key={severity} severity={severity} problems={problems.filter((line) => line.severity === severity)} />
          ))}
          <Proposals proposals={proposals} />
        </>
      )}
    </Screen>
  );
}

/** The problems of one severity under their causes; what must be fixed is open, the rest one click away. */
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

/** What is wrong, how to fix it, and the cell. */
export function Problem({ line }: { line: ProblemLine }) {
  if (line.change !== undefined) return <ChangeLine key={line.change} line={line} change={line.change} />;
  const [what, mend] = whatAndMend(line.text);
  return (
    <>
      <span>{what}</span>
      {mend !== '' && <span class="mend">{mend}</span>}
      {line.at !== null && <GoTo place={line.at} />}
      {line.mend !== undefined && <Mend mend={line.mend} />}
    </>
  );
}
