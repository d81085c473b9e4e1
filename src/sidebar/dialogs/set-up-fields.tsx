import { useId } from 'preact/hooks';
import type { SetUpState } from '../../app/replies/views.ts';
import { SET_UP_WORDS } from '../../words/pages/dialogs.ts';

type TemplateProps = { templates: SetUpState['templates']; chosen: string; onChoose: (key: string) => void };

/** The plan to lay out; a choice only where there is more than one. */
export function Template({ templates, chosen, onChoose }: TemplateProps) {
  const id = useId();
  const [only] = templates;
  if (templates.length === 1) {
    return (
      <p>
        {SET_UP_WORDS.template}: <b>{only?.title}</b>
      </p>
    );
  }
  return (
    <>
      <label for={id}>{SET_UP_WORDS.template}</label>
      <select id={id} value={chosen} onChange={({ currentTarget }) => onChoose(currentTarget.value)}>
        {templates.map(({ key, title }) => (
          <option key={key} value={key}>
            {title}
          </option>
        ))}
      </select>
    </>
  );
}

type YearsProps = {
  all: readonly number[];
  there: readonly number[];
  left: readonly number[];
  onLeft: (years: readonly number[]) => void;
};

/** The years whose periods are laid out; those that are there stay, whatever is chosen. */
export function Years({ all, there, left, onLeft }: YearsProps) {
  return (
    <fieldset class="choice">
      <legend>{SET_UP_WORDS.years}</legend>
      <p class="empty">{SET_UP_WORDS.yearsHint}</p>
      <div class="years">
        {all.map((year) => (
          <label key={year} class="tick">
            <input
              type="checkbox"
              checked={there.includes(year) || !left.includes(year)}
              disabled={there.includes(year)}
              onChange={({ currentTarget }) =>
                onLeft(currentTarget.checked ? left.filter((other) => other !== year) : [...left, year])
              }
            />
            {year}
            {there.includes(year) && ` (${SET_UP_WORDS.there})`}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

type NearProps = { lines: readonly string[]; chosen: string; onChoose: (way: string) => void };

/** Tabs of the office that are nearly ours: the person says whether they are used. */
export function Near({ lines, chosen, onChoose }: NearProps) {
  if (lines.length === 0) return null;
  const way = (value: string, text: string) => (
    <label class="tick">
      <input type="radio" name="near" required checked={chosen === value} onChange={() => onChoose(value)} />
      {text}
    </label>
  );
  return (
    <fieldset class="choice">
      <legend>{SET_UP_WORDS.near}</legend>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {way('use', SET_UP_WORDS.useNear)}
      {way('beside', SET_UP_WORDS.makeBeside)}
    </fieldset>
  );
}
