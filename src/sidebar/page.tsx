import type { ComponentType } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { type DialogName, SCREEN_NAMES, SCREEN_WORDS, SCREENS_LABEL, type ScreenName } from '../words/pages/page-parts.ts';
import { ClosePeriod } from './dialogs/close-period.tsx';
import { HandedFiles } from './dialogs/files.tsx';
import { Import } from './dialogs/import.tsx';
import { OpenPeriod } from './dialogs/open-period.tsx';
import { Reason } from './dialogs/reason.tsx';
import { ReopenPeriod } from './dialogs/reopen-period.tsx';
import { RollOver } from './dialogs/roll-over.tsx';
import { SetUp } from './dialogs/set-up.tsx';
import { placeOf, SCREEN_OF, startPlace, WayContext } from './parts/place.ts';
import { Check } from './screens/check.tsx';
import { Enter } from './screens/enter.tsx';
import { Extras } from './screens/extras.tsx';
import { Indicators } from './screens/indicators.tsx';
import { Letters } from './screens/letters.tsx';
import { Owed } from './screens/owed.tsx';
import { Report } from './screens/report.tsx';
import { TodayScreen } from './screens/today.tsx';

/** What each button shows. */
const SCREENS: Readonly<Record<ScreenName, ComponentType>> = {
  today: TodayScreen,
  enter: Enter,
  owed: Owed,
  mail: Letters,
  extras: Extras,
  check: Check,
  indicators: Indicators,
  report: Report,
};

/** What stands alone in a dialog, without the buttons. */
const DIALOGS: Readonly<Record<DialogName, ComponentType>> = {
  'set-up': SetUp,
  'roll-over': RollOver,
  'open-period': OpenPeriod,
  'close-period': ClosePeriod,
  'reopen-period': ReopenPeriod,
  reason: Reason,
  import: Import,
  files: HandedFiles,
};

/** The page: one dialog, or the row of buttons and the screen that was chosen. */
export function Page() {
  const [{ part, visit, focus }, setPlace] = useState(startPlace);
  const way = useMemo(
    () => ({ focus, open: (next: typeof part) => setPlace((place) => placeOf(next, place.visit + 1)) }),
    [focus],
  );
  // Whoever asks for help from outside learns here what is shown.
  document.documentElement.dataset['part'] = part;
  const Dialog = DIALOGS[part as DialogName];
  const name = SCREEN_OF[part as ScreenName] ?? 'today';
  const Shown = Dialog ?? SCREENS[name];
  return (
    <WayContext.Provider value={way}>
      {Dialog === undefined && <Buttons shown={name} onChoose={way.open} />}
      <Shown key={visit} />
    </WayContext.Provider>
  );
}

/** A screen without a button of its own lies behind the first. */
function currentIn(name: ScreenName, shown: ScreenName): 'page' | 'true' | undefined {
  if (name === shown) return 'page';
  return name === 'today' && (shown === 'owed' || shown === 'mail' || shown === 'extras') ? 'true' : undefined;
}

function Buttons({ shown, onChoose }: { shown: ScreenName; onChoose: (name: ScreenName) => void }) {
  return (
    <nav aria-label={SCREENS_LABEL}>
      {SCREEN_NAMES.map((name) => (
        <button key={name} type="button" aria-current={currentIn(name, shown)} onClick={() => onChoose(name)}>
          {SCREEN_WORDS[name].button}
        </button>
      ))}
    </nav>
  );
}
