import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type {
  BookView,
  CellView,
  Command,
  LineView,
  Replies,
  ServerEvent,
  TabView,
  Told,
  Typing,
} from '../../src/workbench/protocol.ts';

/** The other side of the protocol in memory, for what a real program cannot be brought to do on demand: refuse, vanish, be late. */
export type Fake = {
  readonly address: string;
  readonly commands: Command[];
  tab: TabView;
  book: BookView;
  /** Answers a command otherwise than by the book, once or for ever; undefined lets it go its way. */
  answer: (command: Command) => Told | undefined;
  /** How long an answer to a command takes, in milliseconds. */
  late: (command: Command) => number;
  /** While true, nothing is answered and the stream is cut. */
  dead: boolean;
  tell(news: ServerEvent): void;
  /** Writes cells and tells all windows, as another window's edit does. */
  write(typing: Typing): number;
  close(): void;
};

const CSP =
  "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; script-src 'nonce-n1'; style-src 'self' 'unsafe-inline'; " +
  "connect-src 'self'; img-src 'self' data: blob:; frame-src 'self' blob:; font-src 'self' data:";

export async function fakeServer(page: string, tab: TabView, more: Partial<BookView> = {}): Promise<Fake> {
  const streams = new Map<ServerResponse, string>();
  let windows = 0;
  const fake: Fake = {
    address: '',
    commands: [],
    tab,
    book: { ...aBook(tab), ...more },
    answer: () => undefined,
    late: () => 0,
    dead: false,
    tell: (news) => {
      for (const [stream, name] of streams) {
        const own = 'window' in news && news.window === '' ? { ...news, window: name } : news;
        stream.write(`data: ${JSON.stringify(own)}\n\n`);
      }
    },
    write: (typing) => {
      const lines = typing.rows.map((texts, down) => typedLine(fake.tab, typing.row + down, { column: typing.column, texts }));
      const known = new Map([...fake.tab.cells, ...lines].map((line) => [line.row, line]));
      fake.tab = { ...fake.tab, cells: [...known.values()].sort((one, other) => one.row - other.row) };
      fake.book = { ...fake.book, version: fake.book.version + 1 };
      fake.tell({ is: 'cells', version: fake.book.version, tab: tab.id, lines, looks: fake.tab.looks });
      return fake.book.version;
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
  const server = createServer(async (request, response) => {
    if (fake.dead) return void request.socket.destroy();
    const at = new URL(request.url ?? '/', 'http://localhost');
    if (at.pathname === '/lenh') {
      const command = JSON.parse(await bodyOf(request)) as Command;
      fake.commands.push(command);
      await new Promise((done) => setTimeout(done, fake.late(command)));
      const told = fake.answer(command) ?? ({ ok: true, reply: replyTo(fake, command) } satisfies Told);
      return void response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(told));
    }
    if (at.pathname === '/tin') {
      response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' }).write(': \n\n');
      streams.set(response, at.searchParams.get('cua-so') ?? '');
      return void response.on('close', () => streams.delete(response));
    }
    windows += 1;
    const html = at.pathname === '/' ? page : SERVED;
    const filled = html.replaceAll('__NONCE__', 'n1').replaceAll('__TOKEN__', 't1').replaceAll('__WINDOW__', `w${windows}`);
    const csp = at.pathname === '/' ? CSP : CSP.replace("frame-ancestors 'none'", "frame-ancestors 'self'");
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': csp }).end(filled);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return Object.assign(fake, { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` });
}

/** A page of the script, small: it closes itself when its button is pressed. */
const SERVED = `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Trang</title></head><body><main><h1>Trang</h1>
<button type="button">Xong</button></main><script nonce="__NONCE__">document.querySelector('button').onclick = () =>
parent.postMessage({ closed: location.pathname }, location.origin);</script></body></html>`;

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const part of request.setEncoding('utf8')) text += part;
  return text;
}

function replyTo(fake: Fake, command: Command): Replies[Command['do']] {
  if (command.do === 'tab') return { ...fake.tab, version: fake.book.version };
  if (command.do === 'type') return { version: fake.write(command.typing) };
  if (command.do === 'undo') return { text: null };
  if (command.do === 'menu' || command.do === 'answer') return {};
  if (command.do === 'choose-user') fake.book = { ...fake.book, user: command.user };
  return fake.book;
}

function typedLine(tab: TabView, row: number, { column, texts }: { column: number; texts: readonly string[] }): LineView {
  const cells: Record<number, CellView> = { ...tab.cells.find((line) => line.row === row)?.cells };
  texts.forEach((text, right) => {
    if (text === '') delete cells[column + right];
    else cells[column + right] = { ...cells[column + right], t: text };
  });
  return { row, cells };
}

const PLAIN = { background: null, color: null, bold: false, wrap: false, align: null } as const;

/** A tab as the entry tabs are: a legend, headers, machine cells to the left, a drop-down, cells to type into. */
export function aTab(rows: number, more: Partial<TabView> = {}): TabView {
  const grey = (t: string): CellView => ({ t, s: 2 });
  const lines = Array.from({ length: rows }, (_, at): LineView => {
    const row = at + 3;
    const cells = {
      1: grey(`T${row}`),
      2: grey('6 tháng đầu năm 2024'),
      3: grey(`Tỷ lệ hồ sơ thủ tục hành chính được giải quyết đúng hạn và trước hạn, nội dung số ${row}`),
      4: { t: '1.250', e: '1250', s: 3 },
      6: { t: row % 3 === 0 ? 'Chưa đạt' : 'Đạt', s: row % 3 === 0 ? 4 : 2 },
      7: grey(row % 4 === 0 ? 'Tư pháp – Hộ tịch' : 'Văn phòng – Thống kê'),
    };
    return { row, cells };
  });
  const headers = ['Mã', 'Kỳ', 'Chỉ tiêu', 'Tử số', 'Mức độ thực hiện', 'Đánh giá', 'Chủ trì', 'Ghi chú'];
  const header = { row: 2, cells: Object.fromEntries(headers.map((t, at) => [at + 1, { t, s: 1 }])) };
  return {
    id: 7,
    name: 'Nhập số liệu',
    hidden: false,
    color: '#0b5394',
    rows: rows + 20,
    columns: 8,
    frozenRows: 2,
    frozenColumns: 2,
    widths: { 1: 60, 2: 130, 3: 280, 4: 90, 5: 150, 6: 100, 7: 170, 8: 220 },
    lists: [
      {
        row: 3,
        column: 5,
        rows: rows + 20,
        columns: 1,
        choices: ['Chưa thực hiện', 'Đang thực hiện', 'Đã hoàn thành'],
        strict: false,
        help: 'Chọn mức độ thực hiện.',
      },
    ],
    guards: [
      { row: 1, column: 1, rows: rows + 22, columns: 3, refused: false },
      { row: 3, column: 7, rows: 4, columns: 1, refused: true },
    ],
    headerRow: 2,
    merges: [],
    keyColumns: [1, 2],
    version: 1,
    moves: null,
    looks: [
      PLAIN,
      { ...PLAIN, background: '#d9e2ec', bold: true, wrap: true },
      { ...PLAIN, background: '#f1f3f4', wrap: true },
      { ...PLAIN, background: '#fff9db', align: 'right' },
      { ...PLAIN, background: '#fce8e6', color: '#a61b1b', bold: true, wrap: true },
    ],
    columnLooks: {},
    cells: [{ row: 1, cells: { 1: { t: 'Ô vàng nhạt: nhập. Ô xám: máy ghi, không nhập.' } } }, header, ...lines],
    ...more,
  };
}

function aBook(tab: TabView): BookView {
  const item = (caption: string, run: string | null, items: BookView['menu'][] = []) => ({ caption, run, items });
  return {
    name: 'so-cchc.xlsx',
    version: 1,
    today: '20/6/2024',
    sample: true,
    tabs: [tab, { id: 8, name: 'Nhật ký', hidden: true, color: null }],
    looks: tab.looks,
    menu: item('Kế hoạch CCHC', null, [
      item('Việc hôm nay', 'menuToday'),
      item('', null),
      item('Mở kỳ báo cáo…', 'menuOpenPeriod'),
      item('Khác', null, [item('In Khung kế hoạch…', 'menuMatrix')]),
      item('Hướng dẫn', 'menuHelp'),
    ]),
    people: [
      { user: '', roles: [], keeps: true },
      { user: 'tu-phap@example.vn', roles: ['Tư pháp – Hộ tịch'], keeps: false },
    ],
    user: '',
    noPdf: null,
    files: [
      { path: 'so-cchc.xlsx', address: '/tep/x?ve=1', kind: 'workbook', bytes: 120_000, changed: '2024-06-20T01:00:00Z' },
      {
        path: 'bao-cao/Báo cáo CCHC.docx',
        address: '/tep/x?ve=1',
        kind: 'report',
        bytes: 42_000,
        changed: '2024-06-20T01:00:00Z',
      },
      {
        path: 'thu/2024-06-20 chu-tich@example.vn.eml',
        address: '/tep/x?ve=1',
        kind: 'letter',
        bytes: 4_000,
        changed: '2024-06-20T01:00:00Z',
      },
    ],
    workbooks: ['so-khac.xlsx'],
    openPeriods: [],
    notes: [],
    welcome: false,
  };
}
