import { SEVERITIES } from '../../domain/checks/finding.ts';
import { CHECK_WORDS } from '../../words/pages/check-screen.ts';
import { sayProblemCounts } from '../../words/pages/menu.ts';
import { SCREEN_WORDS } from '../../words/pages/page-parts.ts';
import { Screen } from '../parts/screen.tsx';
import { Problems } from './problems.tsx';
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
