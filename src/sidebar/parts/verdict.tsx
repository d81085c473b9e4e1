import { SEVERITIES } from '../../domain/checks/finding.ts';
import { SEVERITY_LABELS } from '../../words/core/labels.ts';
import { ENTER_FORM } from '../../words/entry/enter-form.ts';
import type { Typing } from './judge-typing.ts';

/** What the grey cells would say, and what is wrong, the worst first. */
export function Verdict({ typing: { result, explanation, remarks } }: { typing: Typing }) {
  const sorted = SEVERITIES.flatMap((severity) => remarks.filter((remark) => remark.severity === severity));
  return (
    <div class="verdict" aria-live="polite">
      <p>
        {ENTER_FORM.verdict}: <strong>{result}</strong>
      </p>
      <p>{explanation}</p>
      {sorted.length > 0 && (
        <ul>
          {sorted.map(({ severity, text }) => (
            <li key={text} class={severity}>
              <strong>{SEVERITY_LABELS[severity]}:</strong> {text}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
