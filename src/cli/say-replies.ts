import type { Answer, CallName, Calls } from '../app/calls.ts';
import type { ProblemLine } from '../app/replies/lines.ts';
import type { MailReply } from '../app/replies/mail.ts';
import { Unusable } from '../host/core/unusable.ts';
import { sayCount } from '../words/core/number.ts';
import { DONE_SENTENCES, OWED_SENTENCES, sayProblemLine } from '../words/host/local.ts';
import { MAIL_SENTENCES } from '../words/mail/local-mail.ts';
import { sayLayout, sayNothingChanged } from '../words/report/papers.ts';
import { sayUpgrade } from '../words/set-up/upgrade.ts';

/** What a verb prints, and whether it found something to mend. */
export type Said = { readonly lines: readonly string[]; readonly problems: boolean };

/** A refusal of the script is wrong use here, told as it is: nothing was written. */
export function asked<Name extends CallName>(answer: Answer<Name>, say: (reply: Calls[Name]['reply']) => Said): Said {
  if (!answer.ok) throw new Unusable(answer.sentence);
  return say(answer.reply);
}

/** Lines in which nothing is to be mended. */
export const fine = (lines: readonly string[]): Said => ({ lines, problems: false });

/** Each cause with its cell, the places it feeds below; what is found is something to mend. */
export function sayReconcile({ summary, notes, findings, file }: Calls['reconcile']['reply']): Said {
  const lines = findings.flatMap(({ text, at, places }) => [
    `- ${at === null ? '' : `[${at.a1}] `}${text}`,
    ...places.map((place) => `    ${place}`),
  ]);
  return { lines: [summary, ...notes, ...lines, ...(file === null ? [] : [`- ${file.name}`])], problems: findings.length > 0 };
}

/** A change that waits for its reason names the cell as `explain` and `restore` take it. */
export function lineOf({ severity, at, text, change }: ProblemLine): string {
  return sayProblemLine(severity, at?.a1 ?? null, text) + (change === undefined ? '' : ` (--cell "${change}")`);
}

/** Role by role, the rows not filled in and their cells. */
export function sayOwed({ period, roles }: Calls['owed']['reply']): string[] {
  if (period === null) return [OWED_SENTENCES.noPeriod];
  return [
    OWED_SENTENCES.head(period.name, period.line),
    ...(roles.length === 0 ? [OWED_SENTENCES.none] : []),
    ...roles.flatMap(({ role, count, rows }) => [
      OWED_SENTENCES.role(role, count),
      ...rows.map(({ text, at }) => OWED_SENTENCES.row(text, at?.a1 ?? null)),
    ]),
  ];
}

export function saySetUp({ indicators, tasks, statistics, made, kept, dropped, upgraded }: Calls['set-up']['reply']): Said {
  return fine([
    DONE_SENTENCES.setUp(indicators, tasks, statistics),
    DONE_SENTENCES.tabsMade(made),
    ...(kept.length === 0 ? [] : [DONE_SENTENCES.tabsKept(kept)]),
    ...(dropped === null ? [] : [DONE_SENTENCES.tabDropped(dropped)]),
    ...(upgraded === null ? [] : [sayUpgrade(upgraded)]),
  ]);
}

/** A report's files, and how much it still lacks. */
export function sayReport(reply: Calls['report']['reply']): string[] {
  const { period, version, draft, unchanged, files, missing, layout } = reply;
  return [
    DONE_SENTENCES.report(period, version, draft),
    ...(unchanged ? [sayNothingChanged(reply)] : []),
    ...files.map(({ name }) => `- ${name}`),
    ...(missing.length === 0 ? [] : [DONE_SENTENCES.missing(missing.length)]),
    ...sayLayout(layout),
  ];
}

/** What became of each mail; a preview shows their texts. `isFiled`: no server takes them, they become files. */
export function sayMail({ outcome, mails, queued }: MailReply, isFiled: boolean): string[] {
  const became = (mail: MailReply['mails'][number]) =>
    mail.outcome === 'sent' && isFiled ? MAIL_SENTENCES.filed(mail.subject) : MAIL_SENTENCES[mail.outcome](mail.subject);
  const said = mails.flatMap((mail) => [
    MAIL_SENTENCES.to(mail.to, [became(mail), mail.why ?? ''].join(' ').trim()),
    ...(mail.outcome === 'preview' ? ['', mail.text, ''] : []),
  ]);
  const whole = mails.some((mail) => mail.outcome === outcome) ? [] : [MAIL_SENTENCES[outcome]('')];
  return [...whole, ...said, ...(queued > 0 ? [MAIL_SENTENCES.queued(sayCount(queued))] : [])];
}
