import { SEVERITY_LABELS, STATUS_LABELS, VERDICT_LABELS } from '../core/labels.ts';
import { NO_LEAD } from '../entry/owed.ts';
import { sayRows } from '../pages/sidebar.ts';
import { type PassedLimit, sayTooLong, sayTooMany } from './workbook-file.ts';

const WRITE_MEND = 'Đề nghị kiểm tra quyền ghi và dung lượng đĩa.';
/** What to do, by the system's short code of why nothing could be written. */
const WRITE_MENDS: Readonly<Record<string, string>> = {
  ENAMETOOLONG: 'Tên tệp dài quá nên không tạo được tệp đi kèm. Đề nghị đặt tên ngắn hơn (không quá 60 chữ) rồi chạy lại.',
  EROFS: 'Nơi chứa tệp chỉ cho đọc. Đề nghị chép sổ sang ổ đĩa ghi được rồi chạy lại.',
  ENOSPC: 'Đĩa đã đầy. Đề nghị xóa bớt tệp thừa rồi chạy lại.',
  EDQUOT: 'Đã hết dung lượng được cấp trên đĩa. Đề nghị xóa bớt tệp thừa rồi chạy lại.',
  EACCES: 'Tài khoản này không có quyền ghi ở đó. Đề nghị xin quyền ghi hoặc chép sổ sang thư mục của mình.',
  EPERM: 'Tài khoản này không có quyền ghi ở đó. Đề nghị xin quyền ghi hoặc chép sổ sang thư mục của mình.',
};

/** «từ 03 giờ trước». */
function sayAge(minutes: number): string {
  if (minutes < 1) return 'vừa mở';
  if (minutes < 60) return `từ ${minutes} phút trước`;
  return minutes < 48 * 60 ? `từ ${Math.floor(minutes / 60)} giờ trước` : `từ ${Math.floor(minutes / (24 * 60))} ngày trước`;
}

/** The sentences of the local edition: what it says when a file cannot be used, and what its commands print. */

export const FILE_SENTENCES = {
  missing: (path: string) => `Không tìm thấy tệp «${path}».`,
  corrupt: (path: string) =>
    `Không đọc được tệp «${path}»: tệp hỏng hoặc không phải sổ Excel (.xlsx). Đề nghị mở bằng Excel hoặc LibreOffice, kiểm tra và lưu lại dưới dạng .xlsx.`,
  notXlsx: (path: string) => `Tệp «${path}» không có đuôi .xlsx. Đề nghị lưu sổ dưới dạng Excel (.xlsx) rồi chạy lại.`,
  locked: (path: string, { lock, machine, minutes }: { lock: string; machine: string; minutes: number }) =>
    `Tệp «${path}» đang được một phiên khác của Sổ CCHC mở (${machine === '' ? 'máy này' : `máy «${machine}»`}, ${sayAge(minutes)}). Đề nghị đóng phiên đó rồi chạy lại; nếu chắc chắn không còn phiên nào mở sổ, đề nghị xóa tệp «${lock}» cùng thư mục.`,
  danglingLink: (path: string, to: string) =>
    `Tệp «${path}» là liên kết tới «${to}», hiện không có ở đó. Đề nghị gắn lại ổ đĩa, mở lại thư mục mạng hoặc sửa liên kết rồi chạy lại.`,
  openElsewhere: (path: string, { program, who, lock }: { program: string; who: string; lock: string }) =>
    `Tệp «${path}» đang mở trong ${program}${who === '' ? '' : ` (người mở: ${who})`}. Chưa ghi gì vào tệp. Đề nghị đóng tệp rồi chạy lại; nếu không còn ai mở, đề nghị xóa tệp «${lock}» cùng thư mục.`,
  changed: (path: string) =>
    `Tệp «${path}» đã bị thay đổi ở nơi khác trong lúc đang làm việc. Chưa ghi gì vào tệp. Đề nghị tải lại (hoặc chạy lại) để đọc bản mới; nội dung vừa nhập được giữ và sẽ nhập lại theo mã, kỳ và tên cột.`,
  notReadable: (path: string, why: string) => `Không đọc được tệp «${path}» (${why}). Đề nghị kiểm tra quyền đọc.`,
  notWritable: (path: string, why: string) => `Không ghi được tệp «${path}» (${why}). ${WRITE_MENDS[why] ?? WRITE_MEND}`,
  noTab: (tab: string) => `Sổ không có trang «${tab}». Đề nghị kiểm tra tên trang.`,
  noCell: (tab: string, id: string, header: string) =>
    `Không tìm thấy ô ở trang «${tab}», mã «${id}», cột «${header}». Đề nghị kiểm tra mã, kỳ và tên cột.`,
} as const;

/** What became of entries that a power cut, or another program at the file, kept out of the workbook. */
export const RECOVERY_SENTENCES = {
  applied: (cells: number) => `Đã ghi lại ${cells} ô nhập lần trước mà chưa kịp lưu vào sổ.`,
  kept: (path: string) => `Nội dung chưa nhập lại được lưu ở tệp «${path}». Đề nghị xem lại và nhập vào sổ.`,
  left: (cell: string, why: string) => `${cell}: chưa nhập lại (${why}).`,
  cell: ({ tab, key, header, text }: { tab: string; key: string; header: string; text: string }) =>
    `Trang «${tab}», dòng «${key}», cột «${header}», nội dung «${text}»`,
  gone: 'không còn dòng hoặc cột đó trong sổ',
  changed: (stands: string) => `ô đã được sửa ở nơi khác, nay là «${stands}»`,
  broken: (lines: number) => `Nhật ký nhập có ${lines} dòng không đọc được, có thể thiếu nội dung đã nhập.`,
} as const;

const SAVE_AGAIN = 'Đề nghị mở bằng Excel hoặc LibreOffice và lưu lại dưới dạng .xlsx.';

const UNKNOWN_LIMIT: PassedLimit = { what: '', most: 0 };

/** Why a file is no workbook that can be read or written, by the code of the refusal; `part` names the spot inside, or is ''. */
export const WORKBOOK_SENTENCES = {
  'not-a-zip': FILE_SENTENCES.corrupt,
  damaged: FILE_SENTENCES.corrupt,
  encrypted: (path: string) =>
    `Tệp «${path}» có đặt mật khẩu mở tệp nên không đọc được. Đề nghị mở bằng Excel, bỏ mật khẩu, lưu lại rồi chạy lại.`,
  'legacy-xls': (path: string) => `Tệp «${path}» là tệp Excel đời cũ (.xls) dù có đuôi .xlsx. ${SAVE_AGAIN}`,
  'too-large': (path: string) =>
    `Tệp «${path}» quá lớn so với một cuốn sổ nên không đọc. Đề nghị bỏ bớt hình ảnh, trang thừa rồi lưu lại.`,
  'too-many': (path: string, where: string, limit: PassedLimit | null) => sayTooMany(path, where, limit ?? UNKNOWN_LIMIT),
  'too-long': (path: string, where: string, limit: PassedLimit | null) => sayTooLong(path, where, limit ?? UNKNOWN_LIMIT),
  'too-far': (path: string, cell: string) =>
    `Tệp «${path}» có nội dung ở ô quá xa (${cell}) nên không đọc. Đề nghị mở bằng Excel, xóa các dòng, cột thừa của trang đó rồi lưu lại.`,
  doctype: (path: string) => `Tệp «${path}» có đoạn khai báo không an toàn nên không đọc. ${SAVE_AGAIN}`,
  'no-workbook-part': (path: string) => `Tệp «${path}» không chứa bảng tính nào. ${SAVE_AGAIN}`,
  'missing-part': (path: string, part: string) => `Tệp «${path}» bị thiếu phần «${part}» bên trong. ${SAVE_AGAIN}`,
  'unordered-rows': (path: string) =>
    `Chưa ghi gì vào tệp «${path}»: các dòng bên trong tệp không theo thứ tự nên ghi vào sẽ không an toàn. ${SAVE_AGAIN}`,
  'array-part': (path: string, cell: string) =>
    `Chưa ghi gì vào tệp «${path}»: ô ${cell} thuộc một công thức mảng nên không sửa riêng được. Đề nghị mở bằng Excel, bỏ công thức mảng đó rồi làm lại.`,
  signed: (path: string) =>
    `Chưa ghi gì vào tệp «${path}»: tệp có chữ ký số, ghi vào thì chữ ký mất giá trị. Đề nghị làm trên một bản sao không ký.`,
  strict: (path: string) =>
    `Chưa ghi gì vào tệp «${path}»: tệp lưu theo dạng «Strict Open XML» nên không thêm trang được. Đề nghị mở bằng Excel, lưu lại dưới dạng «Excel Workbook (.xlsx)».`,
  'locked-structure': (path: string) =>
    `Chưa ghi gì vào tệp «${path}»: sổ đang khóa cấu trúc (Protect Workbook) nên không thêm, bớt, đổi tên trang được. Đề nghị bỏ khóa rồi chạy lại.`,
} as const;

export const USAGE_SENTENCES = {
  verb: (verb: string) => `Không có lệnh «${verb}». Chạy với --help để xem các lệnh.`,
  noVerb: 'Chưa cho biết lệnh cần chạy. Chạy với --help để xem các lệnh.',
  noWorkbook: 'Chưa cho biết tệp sổ (.xlsx). Ví dụ: npm run cchc -- check so-cchc.xlsx',
  extra: (text: string) => `Không hiểu «${text}». Chạy với --help để xem cách dùng.`,
  option: (text: string) => `Tùy chọn không đúng: ${text}. Chạy với --help để xem cách dùng.`,
  noDocument: 'Chưa cho biết tệp văn bản (.docx). Ví dụ: npm run cchc -- reconcile so-cchc.xlsx bao-cao.docx',
  noPeriod: 'Chưa cho biết kỳ báo cáo. Ví dụ: --period "6 tháng đầu năm 2024"',
  day: (text: string) => `«${text}» không phải là ngày. Đề nghị ghi 20/06/2024 hoặc 2024-06-20.`,
  smtpUrl:
    'Biến SMTP_URL không đúng. Đề nghị ghi smtps://tài-khoản:mật-khẩu@máy-chủ:465 hoặc smtp://máy-chủ:587 (ký tự @ trong tài khoản ghi %40).',
  bug: (message: string) => `Lỗi của chương trình: ${message}. Số liệu trong sổ giữ nguyên như lần ghi gần nhất.`,
} as const;

export const HELP = `Sổ CCHC – theo dõi Kế hoạch cải cách hành chính trên tệp Excel

Cách dùng:
  npm run cchc -- <lệnh> <sổ.xlsx> [tùy chọn]

Các lệnh:
  setup          tạo các trang của sổ từ kế hoạch mẫu (tệp chưa có thì tạo mới)
  adopt          nêu trang, cột của đơn vị gần giống của Sổ CCHC; nhận dùng khi có --agree có
  upgrade        nâng cấp sổ do bản chương trình cũ tạo lên phiên bản mới nhất; số liệu, cột của đơn vị giữ nguyên
  roll-over      sang kế hoạch mới: chuyển từng dòng của kế hoạch đang có, lịch sử nối tiếp (--plan, --title, --years, --map; --preview: chỉ xem)
  open-period    mở kỳ báo cáo, chuẩn bị các dòng để nhập (--period)
  close-period   chốt số liệu của kỳ (--period)
  reopen-period  mở lại kỳ đã chốt (--period, --reason)
  export-period  xuất số liệu của kỳ đã chốt thành một gói (.zip) gửi cấp tỉnh (--period)
  mark-sent      ghi nhận báo cáo của kỳ đã gửi (--period)
  enter          nhập một dòng (--tab, --id, --period, --values)
  explain        ghi lý do của một thay đổi so với bản chốt (--cell, --reason)
  restore        khôi phục một ô như bản chốt (--cell)
  confirm        xác nhận nội dung đề xuất (--id "Mã; Mã"; bỏ trống: tất cả)
  undo           hoàn tác việc gần nhất
  check          kiểm tra, nêu từng lỗi kèm ô; không ghi gì vào sổ
  owed           danh sách chưa nhập theo chủ trì, kèm ô; không ghi gì vào sổ
  refresh        đánh giá lại toàn bộ và ghi vào các ô xám
  draft          soạn dự thảo các mục còn trống của Nội dung báo cáo
  preview        xem trước báo cáo: còn thiếu gì, của ai, gửi cho ai (--period); không tạo tệp
  report         tạo báo cáo và Phiếu rà soát dự thảo (--period)
  brief          tóm tắt một trang cho Chủ tịch UBND và tin gửi nhóm Zalo (--period)
  meeting        một trang A4 cho cuộc họp: kết quả theo lĩnh vực, việc chưa đạt và nguyên nhân, việc cần quyết định (.docx, ảnh .svg) (--period)
  letters        công văn đôn đốc từng đơn vị, công chức (--period)
  slip           phiếu tổng hợp một trang để công chức ký (--period, --role)
  year-work      bảng công việc cả năm theo từng công chức (.docx), xuất nhiệm vụ kèm mã ổn định cho phần mềm đánh giá (.xlsx, .csv) (--period, --role)
  forms          lập biểu mẫu thống kê của kỳ ra tệp .xlsx và .csv
  matrix         in Khung kế hoạch
  findings       kiến nghị sau kiểm tra: xem; ghi một dòng khi có --values (--id: dòng đã có)
  surveys        khảo sát hài lòng: xem; ghi một dòng (--values), hoặc đếm tệp CSV của biểu mẫu: surveys so.xlsx tra-loi.csv --title --due --minimum --id T1
  scores         tự chấm điểm: xem; ghi một dòng (--id "1.1.2|2025" --values), đưa bộ tiêu chí vào (--plan xa-2025 --years 2025)
  score-sheet    Bảng tự chấm điểm của một năm (.docx để ký, .xlsx) (--years 2025)
  reconcile      đối chiếu một báo cáo .docx với sổ, nêu từng chỗ khác kèm ô: reconcile so.xlsx bao-cao.docx (--keep: ghi thành Phiếu)
  template       lưu mẫu Word của đơn vị vào sổ: template so.xlsx mau.docx (không nêu tệp: dùng lại mẫu có sẵn)
  import         đọc một bản kế hoạch (.docx, .xlsx, .pdf, .txt) thành danh sách chỉ tiêu, nhiệm vụ, mỗi dòng kèm đoạn gốc: import ke-hoach.docx; ghi vào sổ khi có --into
  gather         tổng hợp số liệu kỳ của nhiều đơn vị trong một thư mục (gói .zip hoặc sổ .xlsx): gather thu-muc --unit "UBND thành phố …"
  mail           gửi thư cho Chủ tịch UBND, thường trực CCHC và các công chức (--preview: chỉ xem trước)
  daily          việc hằng ngày: refresh rồi mail, ghi kết quả lên Tổng quan; đặt lịch cho máy chạy lệnh này

Tùy chọn:
  --period "6 tháng đầu năm 2024"   kỳ báo cáo
  --today 20/06/2024                coi hôm nay là ngày này (hoặc 2024-06-20)
  --out <thư mục>                   nơi để báo cáo (bao-cao/) và thư (thu/); mặc định: cạnh tệp sổ
  --user <thư điện tử>              người thực hiện
  --role <chức danh>                chức danh của phiếu tổng hợp; mặc định: chức danh của người thực hiện
  --plan <mã>                       kế hoạch ban đầu khi setup: blank (sổ trắng), phuong-2026-2030, gia-luong-2021-2025 (mặc định)
  --unit "UBND phường …"            tên đơn vị (setup); --since 01/07/2025: mang tên này từ ngày
  --years 2026-2030                 các năm cần lập kỳ báo cáo; của kế hoạch nếu là sổ trắng (setup)
  --periods cchc | monthly | none   kỳ báo cáo: bốn kỳ CCHC mỗi năm, từng tháng, chưa lập; bỏ trống: theo mẫu (setup)
  --to "UBND tỉnh; Sở Nội vụ"       nơi kính gửi báo cáo (setup)
  --posts 2025 | 2021               phòng, chức danh từ 01/7/2025 hoặc trước đó (setup)
  --keeper "Phòng Văn hóa – Xã hội" chức danh thường trực CCHC, giữ Kế hoạch (setup)
  --map "Mã=bỏ; Mã=gộp Mã khác; Mã=đổi tên …; Mã=là Mã đã có"
                                    từng dòng của kế hoạch đang có thành gì; không nêu: như đề xuất (roll-over)
  --plan KH2 --title "…" --from KH1 ký hiệu, tên kế hoạch mới, ký hiệu kế hoạch đang có (roll-over); bỏ trống: như đề xuất
  --levels, --baselines             lấy mức năm cuối làm mức đề xuất; lấy kết quả năm cuối làm số liệu gốc (roll-over)
  --agree có | không                đồng ý dùng trang, cột của đơn vị (adopt, setup); xác nhận ngày của máy đúng (mail, daily)
  --id <Mã>                         Mã của dòng
  --tab "Nhập tiến độ"              trang nhập; mặc định: Nhập số liệu
  --values "Tử số=1250; Mẫu số=1260"  nội dung nhập, theo tiêu đề cột
  --cell "…"                        ô như lệnh check nêu
  --reason "…"                      lý do
  --preview                         chỉ xem trước thư, không gửi
  --pdf                             xuất thêm bản PDF bằng LibreOffice (report, brief, meeting, letters, slip, matrix)
  --keep                            ghi kết quả đối chiếu thành Phiếu rà soát
  --into <sổ.xlsx>                  ghi các dòng đọc được vào hai trang Kế hoạch của sổ (import); dòng đã có thì không ghi lại; hoàn tác bằng undo;
                                    --plan <Ký hiệu kế hoạch>: các dòng thuộc kế hoạch nào ở trang Kế hoạch
  --json <tệp>                      ghi các dòng đọc được thành JSON (import); dấu - thì in ra màn hình
  --units <tệp.csv>                 danh sách đơn vị: Mã, Tên đơn vị, Từ ngày, Đến ngày, Sáp nhập vào (gather); có danh sách thì mới biết ai chưa gửi
  --due 20/06/2026                  hạn chốt số liệu chung (gather); bỏ trống: hạn gửi của từng đơn vị; ngày khảo sát xong (surveys)
  --minimum 50                      số phiếu tối thiểu (surveys)
  --rank <Mã>                       xếp hạng theo một chỉ tiêu (gather): Mã, mã biểu mẫu, tên; hoặc met, tasks, score
  --to bigquery://dự-án.tập-dữ-liệu  nạp thêm các bảng lên BigQuery (gather); --dry-run: chỉ in ra câu lệnh và số byte, không gửi
  --help                            trang này

Ví dụ:
  npm run cchc -- setup so-cchc.xlsx
  npm run cchc -- setup so-moi.xlsx --plan blank --unit "UBND phường Bình Yên" --years 2026-2030 --periods monthly
  npm run cchc -- roll-over so-cchc.xlsx --plan KH2 --years 2026-2030 --levels --preview
  npm run cchc -- setup so-moi.xlsx --plan ke-hoach.docx --periods cchc     (đọc kế hoạch, lập sổ rồi ghi các dòng vào)
  npm run cchc -- open-period so-cchc.xlsx --period "6 tháng đầu năm 2024"
  npm run cchc -- check so-cchc.xlsx --today 20/06/2024
  npm run cchc -- import ke-hoach.docx --into so-cchc.xlsx

Mã thoát: 0 bình thường · 1 còn vấn đề phải sửa hoặc cần xem lại (check), báo cáo còn là dự thảo (preview), văn bản khác sổ (reconcile), số dòng đọc được khác số văn bản nêu có thời hạn chưa hiểu, có nội dung chưa vào được ô hoặc đơn vị chưa có trong Phân công (import), chưa gửi được thư (mail, daily), có đơn vị chưa gửi, tệp không tính hoặc số liệu khác thường (gather) · 2 dùng sai hoặc không đọc được tệp.
Đặt biến SMTP_URL để gửi thư thật (smtps://tài-khoản:mật-khẩu@máy-chủ:465); sổ có «Dữ liệu minh họa = có» không bao giờ gửi thư thật.
Trước setup, upgrade, import --into một bản sao của sổ được giữ ở thư mục ban-sao cạnh tệp sổ.
Tệp mới tạo chỉ chủ tệp đọc được, hoặc như quyền của tệp sổ; thư mục dùng chung thì đặt biến CCHC_SHARED=1.
Đặt biến CCHC_LOG=1 để in nhật ký kỹ thuật.
`;

type Counted = Readonly<Record<string, number>>;

/** «Đạt 12 · Chưa đạt 3», in the order of the labels; codes that do not occur are left out. */
function sayCounts(labels: Readonly<Record<string, string>>, counts: Counted): string {
  const said = Object.keys(labels).filter((code) => (counts[code] ?? 0) > 0);
  return said.length === 0 ? 'không có' : said.map((code) => `${labels[code]} ${counts[code]}`).join(' · ');
}

type Printed = {
  readonly verdicts: Counted;
  readonly statuses: Counted;
  readonly proposed: { readonly indicators: number; readonly tasks: number };
};
type PrintedCounts = Printed & { readonly problems: Counted; readonly plans: readonly (Printed & { readonly title: string })[] };

/** « · ngoài ra 03 đề xuất, chờ xác nhận»: what is only proposed stands in no official count. */
const sayBeside = (count: number): string => (count === 0 ? '' : ` · ngoài ra ${count} đề xuất, chờ xác nhận`);

/** The lines of every summary; where several plans are in force, those of each. */
export function sayCountLines({ plans, problems, ...all }: PrintedCounts): string[] {
  const told = plans.length < 2 ? [{ ...all, title: '' }] : plans;
  return [
    ...told.flatMap(({ title, verdicts, statuses, proposed }) => {
      const of = title === '' ? '' : ` (${title})`;
      return [
        `Chỉ tiêu${of}: ${sayCounts(VERDICT_LABELS, verdicts)}${sayBeside(proposed.indicators)}`,
        `Nhiệm vụ${of}: ${sayCounts(STATUS_LABELS, statuses)}${sayBeside(proposed.tasks)}`,
      ];
    }),
    `Vấn đề: ${sayCounts(SEVERITY_LABELS, problems)}`,
  ];
}

/** One problem on one line: severity, cell, what and why. */
export function sayProblemLine(severity: keyof typeof SEVERITY_LABELS, cell: string | null, text: string): string {
  return `- ${SEVERITY_LABELS[severity]}${cell === null ? '' : ` [${cell}]`}: ${text}`;
}

export const DONE_SENTENCES = {
  setUp: (indicators: number, tasks: number, statistics: number) =>
    `Đã tạo sổ: ${indicators} chỉ tiêu, ${tasks} nhiệm vụ, ${statistics} số liệu thống kê.`,
  howToAgree: 'Chưa ghi gì. Nếu đồng ý, đề nghị chạy lại với --agree có.',
  tabsMade: (tabs: readonly string[]) => `Trang tạo mới: ${tabs.length === 0 ? 'không có' : tabs.join(', ')}.`,
  tabsKept: (tabs: readonly string[]) => `Trang có sẵn, giữ nguyên: ${tabs.join(', ')}.`,
  tabDropped: (tab: string) => `Đã bỏ trang mặc định «${tab}» vì chưa có nội dung gì; lệnh undo tạo lại được.`,
  opened: (period: string, added: number, kept: number) =>
    `Đã mở kỳ «${period}»: thêm ${added} dòng để nhập, giữ nguyên ${kept} dòng có sẵn.`,
  closed: (period: string, version: number, facts: number) =>
    `Đã chốt kỳ «${period}», bản ${version}: lưu ${facts} số liệu vào trang «Bản chốt».`,
  refreshed: (written: number) =>
    written === 0 ? 'Các ô xám đã đúng, không phải ghi gì.' : `Đã đánh giá lại và ghi ${written} ô.`,
  report: (period: string, version: number, draft: boolean) =>
    `Báo cáo «${period}», bản ${version}${draft ? ' (dự thảo: còn thiếu số liệu)' : ''}:`,
  missing: (count: number) => `Còn thiếu ${count} mục; danh sách nằm trong Phiếu rà soát dự thảo.`,
} as const;

/** `Danh sách chưa nhập` as the command line prints it. */
export const OWED_SENTENCES = {
  noPeriod: 'Chưa mở kỳ báo cáo nên chưa có gì phải nhập.',
  head: (period: string, line: string) => `Danh sách chưa nhập của ${period}.${line === '' ? '' : ` ${line}`}`,
  none: 'Đã nhập đủ.',
  role: (role: string, count: number) => `${role === '' ? NO_LEAD : role}: còn ${sayRows(count)}`,
  row: (text: string, cell: string | null) => `- ${cell === null ? '' : `[${cell}] `}${text}`,
} as const;

/** How Google names a tab that was duplicated. */
export const copyOfTab = (name: string): string => `Bản sao của ${name}`;

/** Sentences of the local edition about files it makes or takes. */

/** In the workbench it is said before anybody asks for a PDF. */
export const PDF_SENTENCES = {
  made: (path: string): string => `Bản PDF: ${path}`,
  none: 'Máy này chưa cài LibreOffice nên không xuất được PDF. Đề nghị cài LibreOffice (hoặc đặt biến SOFFICE), hoặc mở tệp .docx bằng Word rồi chọn Lưu dưới dạng PDF.',
  failed: 'LibreOffice không xuất được PDF. Tệp .docx vẫn còn nguyên; đề nghị mở bằng Word hoặc LibreOffice rồi xuất PDF.',
} as const;
