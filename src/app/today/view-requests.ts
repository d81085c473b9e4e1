import * as z from 'zod/mini';
import type { Ports } from '../base/ports.ts';
import type { CallName, Calls } from '../calls.ts';
import type { ViewCalls } from '../replies/views.ts';
import { setUpState } from '../set-up/set-up.ts';
import { indicator, indicators } from './indicators.ts';
import { closeChoice, openChoices } from './period-choices.ts';

/** What screens and dialogs ask before anything is done, as closed shapes. */
export const VIEW_REQUESTS = [
  z.strictObject({ call: z.literal(['indicators', 'set-up-state', 'open-choices', 'close-choice']), with: z.strictObject({}) }),
  z.strictObject({ call: z.literal('indicator'), with: z.strictObject({ id: z.string().check(z.maxLength(200)) }) }),
] as const;
type ViewAsked = z.infer<(typeof VIEW_REQUESTS)[number]>;

const VIEWS: {
  readonly [Name in keyof ViewCalls]: (ports: Ports, carried: ViewCalls[Name]['request']) => ViewCalls[Name]['reply'];
} = {
  indicators,
  indicator,
  'set-up-state': setUpState,
  'open-choices': openChoices,
  'close-choice': closeChoice,
};

/** Whether a request is one of these. */
export function isView<Asked extends { readonly call: CallName }>(asked: Asked | ViewAsked): asked is ViewAsked {
  return asked.call in VIEWS;
}

/** What each of them tells; none writes. */
export function runView(ports: Ports, asked: ViewAsked): Calls[keyof ViewCalls]['reply'] {
  return asked.call === 'indicator' ? indicator(ports, asked.with) : VIEWS[asked.call](ports, asked.with);
}
