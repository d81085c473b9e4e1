import type { ComponentChildren } from 'preact';
import type { FormTexts, MyRow } from '../../app/replies/my-rows.ts';
import { SEVERITIES } from '../../domain/checks/finding.ts';
import { isBlank, tidy } from '../../domain/core/word.ts';
import { askedFigures, asksCompletionDay, FORM_FIELDS, type FormField } from '../../domain/plan/asked-fields.ts';
import { codeOf, PROGRESS_LABELS, SEVERITY_LABELS } from '../../words/core/labels.ts';
import { ENTER_FORM } from '../../words/entry/enter-form.ts';
import { CHECK_WORDS } from '../../words/pages/indicator-screen.ts';
import type { Typing } from '../parts/judge-typing.ts';
import { idOf } from '../parts/read-form.ts';
import { type Board, keyOf, partsOf } from './board.ts';
import { EvidenceFiles } from './evidence.tsx';

type Props = {
  row: MyRow;
  board: Board;
  texts: FormTexts;
  typing: Typing;
  onType: (field: FormField, text: string) => void;
  onOpen: (key: string) => void;
};

/** What the verdict depends on: it stands right below. */
const JUDGED: readonly FormField[] = ['numerator', 'denominator', 'typed', 'progress', 'completedOn', 'result'];
/** Rarely used: behind «Ghi thêm», unless filled in or named by a remark. */
const RARELY_USED: readonly FormField[] = ['spoken', 'estimate', 'dataAsOf', 'publishedOn', 'note'];
const NUMBERS: readonly FormField[] = ['numerator', 'denominator'];
const SHORT: readonly FormField[] = ['numerator', 'denominator', 'typed', 'completedOn', 'dataAsOf', 'publishedOn'];

/** The fields of a row under the headers of the sheet. */
export function Fields(props: Props) {
  const { row, texts, typing, board } = props;
  const isYear = board.context.period.type === 'year';
  const fields = FORM_FIELDS[row.of].filter(
    (field) => field in texts && (field !== 'estimate' || isYear || isUsed(texts, field)),
  );
  const isOpen = RARELY_USED.some((field) => isUsed(texts, field) || typing.remarks.some((remark) => remark.field === field));
  const rare = fields.filter((field) => RARELY_USED.includes(field));
  return (
    <>
      {fields
        .filter((field) => JUDGED.includes(field))
        .map((field) => (
          <Asked key={field} field={field} {...props} />
        ))}
      <Verdict typing={typing} />
      {fields
        .filter((field) => !JUDGED.includes(field) && !RARELY_USED.includes(field))
        .map((field) => (
          <Field key={field} field={field} {...props} />
        ))}
      {rare.length > 0 && (
        <details open={isOpen}>
          <summary>{ENTER_FORM.others}</summary>
          {rare.map((field) => (
            <Field key={field} field={field} {...props} />
          ))}
        </details>
      )}
    </>
  );
}

function isUsed(texts: FormTexts, field: FormField): boolean {
  return !isBlank(texts[field] ?? '');
}

/** A field where it applies to the row or something stands in it; else a word that it does not. */
function Asked({ field, ...props }: Props & { field: FormField }) {
  const { row, texts, board } = props;
  const why = whyNot(row, field);
  if (why === null || isUsed(texts, field)) return <Field field={field} {...props} />;
  return (
    <p class="not-asked">
      <strong>{board.context.headers[row.of][field]}:</strong> {why}
      <Linked {...props} field={field} />
    </p>
  );
}

/** «không nhập», and where its figure comes from; `null` when it is typed here. */
function whyNot(row: MyRow, field: FormField): string | null {
  if (row.of === 'entry') return field === 'completedOn' && !asksCompletionDay(row.task) ? ENTER_FORM.notAsked : null;
  if (field !== 'numerator' && field !== 'denominator') return null;
  const asked = askedFigures(row.indicator)[field];
  if (asked === 'typed') return null;
  return asked === 'none' ? ENTER_FORM.notAsked : ENTER_FORM.linked(row.indicator.links?.[field] ?? []);
}

/** The way to the rows that it comes from, where they are the person's own. */
function Linked({ row, field, board, onOpen }: Props & { field: FormField }) {
  if (row.of === 'entry' || (field !== 'numerator' && field !== 'denominator') || partsOf(row).length === 0) return null;
  const own = board.rows.filter((each) => each.of === 'actual' && row.indicator.links?.[field].includes(idOf(each)));
  return (
    <>
      {own.map((each) => (
        <span key={keyOf(each)}>
          {' '}
          <button type="button" class="cell" onClick={() => onOpen(keyOf(each))}>
            {ENTER_FORM.openLinked(idOf(each))}
          </button>
        </span>
      ))}
    </>
  );
}

function Field({ field, row, texts, typing, board, onType }: Props & { field: FormField }) {
  const id = `field-${field}`;
  const wrong = typing.unreadable[field];
  const common = {
    id,
    value: texts[field] ?? '',
    'aria-invalid': wrong !== undefined,
    'aria-describedby': wrong === undefined ? undefined : `${id}-wrong`,
  };
  const type = (text: string) => onType(field, text);
  return (
    <Labelled
      id={id}
      label={board.context.headers[row.of][field] ?? field}
      wrong={wrong}
      mend={typing.mends[field]}
      onMend={type}
    >
      {field === 'progress' ? (
        <Progresses {...common} onType={type} />
      ) : SHORT.includes(field) || (field === 'estimate' && row.of === 'actual') ? (
        <input
          {...common}
          type="text"
          autocomplete="off"
          inputMode={NUMBERS.includes(field) ? 'decimal' : 'text'}
          onInput={({ currentTarget }) => type(currentTarget.value)}
        />
      ) : (
        <textarea {...common} rows={2} onInput={({ currentTarget }) => type(currentTarget.value)} />
      )}
      {field === 'evidence' && <EvidenceFiles row={row} board={board} text={common.value} onType={type} />}
    </Labelled>
  );
}

type LabelledProps = {
  id: string;
  label: string;
  wrong: string | undefined;
  mend: string | undefined;
  onMend: (text: string) => void;
  children: ComponentChildren;
};

function Labelled({ id, label, wrong, mend, onMend, children }: LabelledProps) {
  return (
    <>
      <label for={id}>{label}</label>
      {children}
      {wrong !== undefined && (
        <p id={`${id}-wrong`} class="failure">
          {wrong}
        </p>
      )}
      {mend !== undefined && (
        <button type="button" class="quiet" onClick={() => onMend(mend)}>
          {CHECK_WORDS.mend(mend)}
        </button>
      )}
    </>
  );
}

type ProgressProps = { id: string; value: string; onType: (text: string) => void };

/** The words of the list; a value of the cell that is not among them stays visible. */
function Progresses({ value, onType, ...common }: ProgressProps) {
  const code = codeOf(PROGRESS_LABELS, value);
  const labels = Object.values(PROGRESS_LABELS);
  const chosen = code === null ? tidy(value) : PROGRESS_LABELS[code];
  return (
    <select {...common} value={chosen} onChange={({ currentTarget }) => onType(currentTarget.value)}>
      <option value="">{ENTER_FORM.notChosen}</option>
      {(chosen === '' || labels.includes(chosen) ? labels : [chosen, ...labels]).map((label) => (
        <option key={label} value={label}>
          {label}
        </option>
      ))}
    </select>
  );
}

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
