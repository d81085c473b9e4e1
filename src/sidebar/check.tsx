import { SCREEN_WORDS } from '../words/page-parts.ts';
import { SIDEBAR } from '../words/sidebar.ts';
import { Problems } from './problems.tsx';
import { Screen } from './screen.tsx';

/** `Kiểm tra số liệu`: all problems of the workbook, the worst first. */
export function Check() {
  return (
    <Screen title={SCREEN_WORDS.check.title} call="check" carried={{}}>
      {({ problems }) => (problems.length === 0 ? <p class="empty">{SIDEBAR.noProblems}</p> : <Problems problems={problems} />)}
    </Screen>
  );
}
