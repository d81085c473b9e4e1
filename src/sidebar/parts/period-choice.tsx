import { useId } from 'preact/hooks';
import { SIDEBAR } from '../../words/pages/sidebar.ts';

type Props = { open: readonly string[]; late?: readonly string[]; chosen: string; onChoose: (period: string) => void };

/** Which of the open periods a screen is about, or a closed one whose results came out later; nothing where there is only one. */
export function PeriodChoice({ open, late = [], chosen, onChoose }: Props) {
  const id = useId();
  if (open.length + late.length < 2) return null;
  return (
    <>
      <label for={id}>{SIDEBAR.whichPeriod}</label>
      <select id={id} value={chosen} onChange={({ currentTarget }) => onChoose(currentTarget.value)}>
        {open.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
        {late.map((name) => (
          <option key={name} value={name}>
            {SIDEBAR.publishedLater(name)}
          </option>
        ))}
      </select>
    </>
  );
}
