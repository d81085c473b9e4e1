import { afterEach, beforeEach, expect, vi } from 'vitest';

const METHODS = ['log', 'info', 'warn', 'error', 'debug'] as const;

/** A test that prints is a test that nobody reads: any `console.*` call fails it. */
beforeEach(() => {
  for (const method of METHODS) vi.spyOn(console, method).mockImplementation(() => undefined);
});

afterEach(() => {
  for (const method of METHODS) expect(vi.mocked(console[method]).mock.calls, `console.${method} was called`).toEqual([]);
  vi.restoreAllMocks();
});
