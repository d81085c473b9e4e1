import { describe, expect, it } from 'vitest';
import { ASKED, allAppStories, appStoryOf, tellApp, tellingGaps } from './app-stories.ts';
import { randomFrom } from './random.ts';
import { UNFLUSHED } from './simulate.ts';

const SLOW = 600_000;
/** A story takes the bundle half a second; `npm run simulate -- --app` tells as many as there is time for. */
const STRIDE = 11;

describe('the bundle itself, in the realm, while people edit the tab it writes to,', () => {
  it.each(ASKED)(
    '%s: leaves every typed cell and every verdict where it belongs, whatever one person does around its writes',
    (asked) => {
      // One in STRIDE, a number that shares no factor with the number of acts: every act and every gap comes in its turn.
      const stories = [...allAppStories(asked, tellingGaps(asked))].filter((_, at) => at % STRIDE === 0);
      for (const story of stories) {
        const { findings, history } = tellApp(story);
        expect(findings, `${JSON.stringify(story)}\n${history.join('\n')}`).toEqual([]);
      }
      process.stdout.write(`${asked}: ${stories.length} stories of one edit, 0 findings\n`);
    },
    SLOW,
  );

  it.each(ASKED)(
    '%s: killed in each gap around its writes, with what was not flushed lost or kept, and asked again, it leaves what one run leaves',
    (asked) => {
      for (const gap of tellingGaps(asked)) {
        for (const unflushed of UNFLUSHED) {
          const { findings, history } = tellApp({ asked, unflushed, at: [{ gap, does: { do: 'kill' } }] });
          expect(findings, `gap ${gap}, ${unflushed}\n${history.join('\n')}`).toEqual([]);
        }
      }
    },
    SLOW,
  );

  it(
    'does so in stories by chance too, with another clerk at the button',
    () => {
      for (let seed = 1; seed <= 12; seed += 1) {
        const story = appStoryOf(randomFrom(seed), { kills: false });
        const { findings, history } = tellApp(story);
        expect(findings, `seed ${seed}: ${JSON.stringify(story)}\n${history.join('\n')}`).toEqual([]);
      }
    },
    SLOW,
  );
});
