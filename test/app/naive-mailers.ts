import type { Ports } from '../../src/app/base/ports.ts';
import type { CellValue } from '../../src/workbook/core/cell.ts';
import { LEADS } from './twenty.ts';

/**
 * How published samples send mail to a list, as test doubles: a status cell per row, and nothing else to go by. The row's
 * status stands in the tab of the mail ledger, below its headers.
 */
const PEOPLE = [
  'chutich@example.vn',
  'vanphong@example.vn',
  ...Array.from({ length: LEADS }, (_, at) => `cc${at + 1}@example.vn`),
];
const TAB = 'Thư đã gửi';
const SENT = 'Email sent';

type MailTab = { readonly sheetId: number; readonly isSent: (at: number) => boolean };

function mailTabOf({ workbook }: Ports): MailTab {
  const [tab] = workbook.read([TAB]).tabs;
  return { sheetId: tab?.sheetId ?? 0, isSent: (at) => tab?.values[at + 1]?.[0] === SENT };
}

const send = ({ mail }: Ports, to: string): void =>
  mail.send({ to, subject: 'CCHC', text: 'T1, N1', html: '', replyTo: '', senderName: '' });

const put = (
  { workbook }: Ports,
  { sheetId }: MailTab,
  values: { readonly at: number; readonly cells: readonly CellValue[] },
): void => workbook.write([{ sheetId, row: values.at + 2, column: 1, values: values.cells.map((cell) => [cell]) }]);

type Naive = {
  readonly name: string;
  readonly run: (ports: Ports) => void;
  /** Mails too many and people without any, summed over all kills; unflushed writes lost, and kept. */
  readonly duplicates: readonly [number, number];
  readonly lost: readonly [number, number];
};

/** One after another: who is marked is passed over, or ends it all, as one sample is published. */
function oneByOne(ports: Ports, { stops, flushes }: { readonly stops: boolean; readonly flushes: boolean }): void {
  const session = mailTabOf(ports);
  for (const [at, to] of PEOPLE.entries()) {
    if (session.isSent(at) && stops) return;
    if (session.isSent(at)) continue;
    send(ports, to);
    put(ports, session, { at, cells: [SENT] });
    if (flushes) ports.workbook.flush();
  }
}

export const NAIVE: readonly Naive[] = [
  {
    name: 'send all, mark at the end',
    run: (ports) => {
      const session = mailTabOf(ports);
      const status = PEOPLE.map((to, at) => {
        if (!session.isSent(at)) send(ports, to);
        return SENT;
      });
      put(ports, session, { at: 0, cells: status });
    },
    duplicates: [230, 210],
    lost: [0, 0],
  },
  {
    name: 'send, mark, no flush',
    run: (ports) => oneByOne(ports, { stops: false, flushes: false }),
    duplicates: [420, 20],
    lost: [0, 0],
  },
  {
    name: 'send, mark, flush',
    run: (ports) => oneByOne(ports, { stops: false, flushes: true }),
    duplicates: [40, 20],
    lost: [0, 0],
  },
  {
    name: 'the same, returning at the first row that is marked',
    run: (ports) => oneByOne(ports, { stops: true, flushes: true }),
    duplicates: [2, 1],
    lost: [532, 551],
  },
];
