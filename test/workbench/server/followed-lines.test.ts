import { expect, it } from 'vitest';
import { playInterleavings } from '../../helpers/interleaved.ts';

it('every acknowledged figure stands under its key, or its writer was told, however three windows type, insert, delete, sort and undo', async () => {
  const { interleavings, acts, acknowledged, refused, moved } = await playInterleavings(25, 24);
  process.stdout.write(
    `interleavings: ${interleavings}, acts: ${acts}, acknowledged: ${acknowledged}, refused: ${refused}, moves of lines: ${moved}, misplaced: 0\n`,
  );
  expect(acknowledged).toBeGreaterThan(100);
  expect(refused).toBeGreaterThan(10);
  expect(moved).toBeGreaterThan(20);
});
