import { expect, it } from 'vitest';
import { day } from '../../src/domain/core/day.ts';
import { aHost } from '../helpers/host.ts';

it('what is set to run by the clock runs once a day while the program is open, also when it was opened later that day', () => {
  const host = aHost();
  try {
    host.sidecar.triggers.push({ handler: 'runDaily', user: '', atHour: 7, everyDays: 1 });
    const fired = new Set<string>();
    const ranAt = (date: string, hours: number): number => {
      host.setNow({ day: day(date), minutes: hours * 60 });
      return host.fireDue(fired).filter(({ failure }) => failure === null).length;
    };
    expect([ranAt('2026-12-01', 6), ranAt('2026-12-01', 9), ranAt('2026-12-01', 10)]).toEqual([0, 1, 0]);
    expect([ranAt('2026-12-02', 6), ranAt('2026-12-02', 8)]).toEqual([0, 1]);
  } finally {
    host.remove();
  }
});
