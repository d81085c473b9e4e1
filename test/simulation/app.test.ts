import { describe, expect, it } from 'vitest';
import { sampled, times } from '../helpers/sweep.ts';
import { APP_ACTS, ASKED, allAppStories, appStoryOf, tellApp, tellingGaps } from './app-stories.ts';
import { randomFrom } from './random.ts';
import { UNFLUSHED } from './simulate.ts';

const SLOW = 600_000;
/**
 * A story takes the bundle half a second, so one in this many is told; `npm run simulate -- --app` tells as many as there is time for. No stride
 * shares a factor with the number of acts, and each is small enough to meet all of them, which the test checks.
 */
const STRIDE = { refresh: 4, 'open-period': 11, 'close-period': 11 } as const;

describe('the bundle itself, in the realm, while people edit the tab it writes to,', () => {
  it.each(ASKED)(
    '%s: leaves every typed cell and every verdict where it belongs, whatever one person does around its writes',
    (asked) => {
      const stories = [...allAppStories(asked, tellingGaps(asked))].filter((_, at) => at % STRIDE[asked] === 0);
      expect(new Set(stories.map(({ at }) => JSON.stringify(at[0]?.does))).size).toBe(APP_ACTS.length);
      expect(new Set(stories.map(({ at }) => at[0]?.gap)).size).toBe(tellingGaps(asked).length);
      const told = sampled(stories, 2);
      for (const story of told) {
        const { findings, history } = tellApp(story);
        expect(findings, `${JSON.stringify(story)}\n${history.join('\n')}`).toEqual([]);
      }
      process.stdout.write(`${asked}: ${told.length} of ${stories.length} stories of one edit, 0 findings\n`);
    },
    SLOW,
  );

  it.each(ASKED)(
    '%s: killed in each gap around its writes, with what was not flushed lost or kept, and asked again, it leaves what one run leaves',
    (asked) => {
      for (const gap of sampled(tellingGaps(asked), 2)) {
        for (const unflushed of sampled(UNFLUSHED, 1)) {
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
      for (let seed = 1; seed <= times(12, 1); seed += 1) {
        const story = appStoryOf(randomFrom(seed), { kills: false });
        const { findings, history } = tellApp(story);
        expect(findings, `seed ${seed}: ${JSON.stringify(story)}\n${history.join('\n')}`).toEqual([]);
      }
    },
    SLOW,
  );
});
