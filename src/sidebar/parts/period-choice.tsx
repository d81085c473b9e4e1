import { useId } from 'preact/hooks';
import { SIDEBAR } from '../../words/pages/sidebar.ts';

type Props = { open: readonly string[]; chosen: string; onChoose: (period: string) => void };

/** Which of the open periods a screen is about; nothing where only one is open. */
export function PeriodChoice({ open, chosen, onChoose }: Props) {
  const id = useId();
  if (open.length < 2) return null;
  return (
    <>
      <label for={id}>{SIDEBAR.whichPeriod}</label>
      <select id={id} value={chosen} onChange={({ currentTarget }) => onChoose(currentTarget.value)}>
        {open.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </select>
    </>
  );
}
