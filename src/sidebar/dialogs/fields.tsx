import { useId } from 'preact/hooks';

type FieldProps = {
  label: string;
  value: string;
  hint?: string;
  required?: boolean;
  readOnly?: boolean;
  /** Digits alone: a phone shows its number keys. */
  digits?: boolean;
  onType?: (text: string) => void;
};

/** One line of text under its label, with a hint that is read with it. */
export function Field({ label, value, hint, required = false, readOnly = false, digits = false, onType }: FieldProps) {
  const id = useId();
  return (
    <div>
      <label for={id}>{label}</label>
      <input
        id={id}
        type="text"
        inputMode={digits ? 'numeric' : 'text'}
        required={required}
        readOnly={readOnly}
        maxLength={200}
        value={value}
        {...(hint === undefined ? {} : { 'aria-describedby': `${id}-hint` })}
        onInput={({ currentTarget }) => onType?.(currentTarget.value)}
      />
      {hint !== undefined && (
        <p id={`${id}-hint`} class="empty">
          {hint}
        </p>
      )}
    </div>
  );
}

/** The same with several lines. */
export function Lines({
  label,
  value,
  hint,
  onType,
}: {
  label: string;
  value: string;
  hint: string;
  onType: (text: string) => void;
}) {
  const id = useId();
  return (
    <div>
      <label for={id}>{label}</label>
      <textarea
        id={id}
        rows={2}
        maxLength={1000}
        value={value}
        aria-describedby={`${id}-hint`}
        onInput={({ currentTarget }) => onType(currentTarget.value)}
      />
      <p id={`${id}-hint`} class="empty">
        {hint}
      </p>
    </div>
  );
}

type ChoicesProps = {
  label: string;
  options: readonly (readonly [value: string, text: string])[];
  chosen: string;
  onChoose: (value: string) => void;
};

/** One of several, under its label. */
export function Choices({ label, options, chosen, onChoose }: ChoicesProps) {
  const id = useId();
  return (
    <div>
      <label for={id}>{label}</label>
      <select id={id} value={chosen} onChange={({ currentTarget }) => onChoose(currentTarget.value)}>
        {options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}
