import type { RollOverState, RowToCarry } from '../../app/replies/plan.ts';
import { FATES, type Fate } from '../../domain/plan/roll-over.ts';
import { FATE_LABELS, ROLL_OVER_WORDS, sayGroup } from '../../words/plan/roll-over.ts';
import { fateIn, fateKey, type Texts, type Type, withKey } from './fate-in.ts';
import { Choices, Field } from './fields.tsx';

type Part = { state: RollOverState; texts: Texts; type: Type };

/** The rows by field and kind, each group folded until it is looked at; what is chosen for a whole group stands in each of its rows. */
export function FateRows({ state, texts, type }: Part) {
  return (
    <>
      {groupsOf(state.rows).map(({ name, rows }) => (
        <details key={name}>
          <summary>{sayGroup(name, rows.length)}</summary>
          <Choices
            label={`${ROLL_OVER_WORDS.wholeGroup}: ${name}`}
            options={[
              ['', ROLL_OVER_WORDS.asProposed],
              ...(['keep', 'drop'] as const).map((fate): [string, string] => [fate, FATE_LABELS[fate]]),
            ]}
            chosen={sharedFate(rows, texts)}
            onChoose={(fate) => {
              for (const row of rows) type(fateKey(row), fate === '' ? row.proposed.fate : fate);
            }}
          />
          {rows.map((row) => (
            <Row key={row.id} row={row} state={state} texts={texts} type={type} />
          ))}
        </details>
      ))}
    </>
  );
}

function groupsOf(rows: readonly RowToCarry[]): { name: string; rows: RowToCarry[] }[] {
  const groups = new Map<string, RowToCarry[]>();
  for (const row of rows) {
    const name = `${row.field} – ${ROLL_OVER_WORDS.kinds[row.of]}`;
    groups.set(name, [...(groups.get(name) ?? []), row]);
  }
  return [...groups].map(([name, own]) => ({ name, rows: own }));
}

/** What all rows of a group have in common, where it is one of the choices for the whole. */
function sharedFate(rows: readonly RowToCarry[], texts: Texts): string {
  const fates = rows.map((row) => fateIn(texts, row).fate);
  const [first] = fates;
  const isProposed = rows.every((row, at) => fates[at] === row.proposed.fate);
  return !isProposed && (first === 'keep' || first === 'drop') && fates.every((fate) => fate === first) ? first : '';
}

function Row({ row, state, texts, type }: Part & { row: RowToCarry }) {
  const { fate, with: said } = fateIn(texts, row);
  const there = state.there.filter(({ of }) => isAlike(of, row.of));
  const offered = FATES.filter((each) => each !== 'become' || there.length > 0);
  return (
    <div class="fate">
      <p>
        <strong>{row.id}</strong> {row.title}
      </p>
      <Choices
        label={ROLL_OVER_WORDS.fateOf(row.id)}
        options={offered.map((each) => [each, FATE_LABELS[each]])}
        chosen={fate}
        onChoose={(next) => {
          type(fateKey(row), next);
          type(withKey(row), next === 'rename' ? row.title : next === row.proposed.fate ? row.proposed.with : '');
        }}
      />
      <With row={row} fate={fate} said={said} state={state} type={type} />
    </div>
  );
}

type WithProps = { row: RowToCarry; fate: Fate; said: string; state: RollOverState; type: Type };

/** The new words, or the row that this one goes into or becomes. */
function With({ row, fate, said, state, type }: WithProps) {
  const onChoose = (text: string) => type(withKey(row), text);
  if (fate === 'rename') return <Field label={ROLL_OVER_WORDS.newTitle(row.id)} value={said} required onType={onChoose} />;
  if (fate !== 'merge' && fate !== 'become') return null;
  const rows = fate === 'merge' ? state.rows : state.there;
  const offered = rows.filter(({ id, of }) => id !== row.id && isAlike(of, row.of));
  const label = fate === 'merge' ? ROLL_OVER_WORDS.into(row.id) : ROLL_OVER_WORDS.becomes(row.id);
  const options = offered.map(({ id, title }): [string, string] => [id, `${id} ${title}`]);
  return <Choices label={label} options={[['', ROLL_OVER_WORDS.choose], ...options]} chosen={said} onChoose={onChoose} />;
}

/** Figures go with figures, work with work. */
function isAlike(one: RowToCarry['of'], other: RowToCarry['of']): boolean {
  return (one === 'task') === (other === 'task');
}
