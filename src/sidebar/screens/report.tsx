import { useState } from 'preact/hooks';
import { SCREEN_WORDS } from '../../words/pages/page-parts.ts';
import { Failure, Frame } from '../parts/screen.tsx';
import { useCall } from '../parts/use-call.ts';
import { Papers } from './papers.tsx';
import { Preview } from './preview.tsx';
import { Reconcile } from './reconcile.tsx';
import { Template } from './template.tsx';

/** `Báo cáo`: what would be made and of what, the versions so far, other papers, a finished report held against the workbook. */
export function Report() {
  const [period, setPeriod] = useState('');
  const { reply, waiting, failure, load } = useCall('report-preview', { period });
  return (
    <Frame title={SCREEN_WORDS.report.title} busy={waiting} onReload={load}>
      {failure !== null && <Failure sentence={failure} onRetry={load} />}
      {reply !== null && <Preview key={reply.period} preview={reply} onPeriod={setPeriod} />}
      {reply !== null && <Papers period={reply.period} />}
      <Reconcile />
      <Template />
    </Frame>
  );
}
