import { SCREEN_WORDS } from '../words/page-parts.ts';
import { Reconcile } from './reconcile.tsx';
import { Frame } from './screen.tsx';
import { Template } from './template.tsx';

/** `Báo cáo`: compare a finished report with the workbook, and the office's own template. */
export function Report() {
  return (
    <Frame title={SCREEN_WORDS.report.title}>
      <Reconcile />
      <Template />
    </Frame>
  );
}
