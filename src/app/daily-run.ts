import { REFUSALS } from '../words/app.ts';
import type { Book } from '../workbook/book.ts';
import { openBook } from './open-book.ts';
import type { Ports } from './ports.ts';
import { refreshBook } from './refresh.ts';
import { refuse } from './refusal.ts';
import { mayKeepPlan } from './roles.ts';
import { sendMailOf } from './send-mail.ts';

/** A part of the daily run; the caller runs each, whatever became of the one before. */
export type DailyStep = { readonly name: string; readonly run: () => void };

/** Brings the grey cells up to date, then mails what is new: both from one reading of the workbook (design §9). */
export function dailySteps(ports: Ports): DailyStep[] {
  const book = openBook(ports);
  return [
    { name: 'refresh', run: () => void refreshBook(ports, book) },
    { name: 'mail', run: () => mailAsKeeper(ports, book) },
  ];
}

function mailAsKeeper(ports: Ports, book: Book): void {
  if (!mayKeepPlan(book.plan, ports.who.email(), ports.clock.today())) refuse(REFUSALS.notAllowed);
  sendMailOf(ports, book);
}
