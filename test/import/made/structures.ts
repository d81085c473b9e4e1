import type { MadeBlock, MadeCell, MadeList, MadeParagraph } from './docx.ts';
import type { MadeField, MadePlan, MadeTask } from './plan.ts';

/** How a made plan is built (the structures that communes use). */
export type Build = {
  readonly numbering: 'typed' | 'automatic';
  /** `a)`/`b)`, or `1.1`/`1.2`, below each field. */
  readonly parts: 'letters' | 'numbers';
  readonly bullets: 'dash' | 'prose' | 'automatic';
  readonly tasks: 'bullets' | 'table' | 'both';
  readonly by: 'plan' | 'decision';
  readonly cells: 'plain' | 'merged' | 'numbered';
  readonly headers: 'usual' | 'other' | 'two-rows';
};

/** 1: roman, decimal, letters; 2: dashes; 3: plain numbers of a table. */
export const LISTS: readonly MadeList[] = [
  [
    ['upperRoman', '%1.'],
    ['decimal', '%2.'],
    ['lowerLetter', '%3)'],
  ],
  [['bullet', '-']],
  [['decimal', '%1']],
];
const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII'];

/** The document of a plan in one structure. */
export function documentOf(plan: MadePlan, build: Build): MadeBlock[] {
  const [from, to] = plan.years;
  const years = from === to ? `năm ${from}` : `giai đoạn ${from} - ${to}`;
  const head: MadeBlock[] = [
    {
      rows: [
        [
          { text: 'ỦY BAN NHÂN DÂN\nPHƯỜNG MINH HỌA' },
          { text: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc' },
        ],
        [{ text: 'Số:      /KH-UBND' }, { text: 'Minh Họa, ngày      tháng 01 năm 2026' }],
      ],
    },
    ...(build.by === 'decision'
      ? [
          { text: 'QUYẾT ĐỊNH', bold: true },
          { text: `Về việc ban hành Kế hoạch cải cách hành chính ${years}`, bold: true },
        ]
      : []),
    ...(build.by === 'decision'
      ? []
      : [
          { text: 'KẾ HOẠCH', bold: true },
          { text: `Cải cách hành chính ${years} của phường Minh Họa`, bold: true },
        ]),
    { text: 'Căn cứ Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ;' },
    { text: `Căn cứ Kế hoạch số 99/KH-UBND ngày 30/12/2025 của UBND thành phố về 12 nhiệm vụ cải cách hành chính ${years};` },
    ...(build.by === 'decision'
      ? [
          { text: 'Điều 1. Ban hành kèm theo Quyết định này Kế hoạch cải cách hành chính.' },
          { text: 'Điều 2. Quyết định có hiệu lực kể từ ngày ký.' },
          { text: 'Nơi nhận:', bold: true },
          { text: 'KẾ HOẠCH', bold: true },
          { text: `Cải cách hành chính ${years} của phường Minh Họa`, bold: true },
        ]
      : []),
  ];
  const roman = heading(build, 0);
  const before: MadeBlock[] = [
    roman('I.', 'MỤC ĐÍCH, YÊU CẦU'),
    { text: '- Nâng cao chất lượng phục vụ người dân; bảo đảm tiến độ 100% công việc.' },
    roman('II.', 'MỤC TIÊU, NHIỆM VỤ CỤ THỂ'),
  ];
  const fields = plan.fields.flatMap((field, at) => fieldBlocks(field, at + 1, build));
  const after: MadeBlock[] = [
    roman('III.', 'TỔ CHỨC THỰC HIỆN'),
    { text: '- Các phòng chuyên môn báo cáo trước ngày 15/12/2026.' },
    { text: 'Trên đây là Kế hoạch cải cách hành chính của phường./.' },
    { rows: [[{ text: 'Nơi nhận:\n- Như trên;\n- Lưu: VT.' }, { text: 'TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH' }]] },
  ];
  const annex: MadeBlock[] =
    build.tasks === 'bullets'
      ? []
      : [{ text: 'PHỤ LỤC', bold: true }, { text: 'PHÂN CÔNG NHIỆM VỤ', bold: true }, tableOf(plan, build)];
  return [...head, ...before, ...fields, ...after, ...annex];
}

function heading({ numbering }: Build, level: number): (label: string, text: string) => MadeParagraph {
  return (label, text) =>
    numbering === 'typed' ? { text: `${label} ${text}`, bold: true } : { text, bold: true, list: { id: 1, level } };
}

function fieldBlocks(field: MadeField, at: number, build: Build): MadeBlock[] {
  const targets = field.bullets.map(({ text }) => text);
  const tasks = build.tasks === 'table' ? [] : field.tasks.map(bulletOf);
  return [
    heading(build, 1)(`${at}.`, field.name),
    part(build, at, 1, 'Mục tiêu'),
    ...targets.map((text) => bullet(text, build)),
    ...(tasks.length === 0 ? [] : [part(build, at, 2, 'Nhiệm vụ'), ...tasks.map((text) => bullet(text, build))]),
  ];
}

function part(build: Build, field: number, at: number, text: string): MadeParagraph {
  if (build.parts === 'numbers') return { text: `${field}.${at}. ${text}`, bold: true };
  return build.numbering === 'typed' ? { text: `${'ab'.charAt(at - 1)}) ${text}` } : { text, list: { id: 1, level: 2 } };
}

function bullet(text: string, { bullets }: Build): MadeParagraph {
  if (bullets === 'automatic') return { text, list: { id: 2, level: 0 } };
  return { text: bullets === 'dash' ? `- ${text}` : text };
}

/** The bullet of a task says no deadline: the table does. */
function bulletOf({ text }: MadeTask): string {
  return `${text} theo đúng chỉ đạo của cấp trên.`;
}

const HEADERS: Readonly<Record<Build['headers'], readonly string[]>> = {
  usual: [
    'STT',
    'Nhiệm vụ',
    'Sản phẩm',
    'Thời gian hoàn thành',
    'Chủ trì thực hiện',
    'Phối hợp thực hiện',
    'Theo dõi, kiểm tra, đôn đốc',
  ],
  other: [
    'TT',
    'Nội dung công việc',
    'Kết quả đầu ra',
    'Tiến độ',
    'Cơ quan, đơn vị chủ trì',
    'Cơ quan, đơn vị phối hợp',
    'Ghi chú',
  ],
  'two-rows': ['Số TT', 'Tên nhiệm vụ', 'Sản phẩm đầu ra', 'Thời hạn', 'Chủ trì', 'Phối hợp', 'Ghi chú'],
};

function tableOf(plan: MadePlan, build: Build): MadeBlock {
  const rows: MadeCell[][] = [...headerRows(build)];
  for (const [at, field] of plan.fields.entries()) {
    rows.push(sectionRow(field.name, at, build));
    for (const [place, task] of field.tasks.entries()) rows.push(...taskRows(task, place + 1, build));
  }
  return { rows };
}

function headerRows({ headers }: Build): MadeCell[][] {
  const names = HEADERS[headers];
  if (headers !== 'two-rows') return [names.map((text) => ({ text: text.replace('hoàn thành', '\nhoàn thành'), bold: true }))];
  const tall = (text: string | undefined): MadeCell => ({ text: text ?? '', merge: 'start' });
  const on: MadeCell = { text: '', merge: 'on' };
  return [
    [tall(names[0]), tall(names[1]), tall(names[2]), tall(names[3]), { text: 'Đơn vị thực hiện', span: 2 }, tall(names[6])],
    [on, on, on, on, { text: names[4] ?? '' }, { text: names[5] ?? '' }, on],
  ];
}

function sectionRow(name: string, at: number, { cells }: Build): MadeCell[] {
  const roman = ROMAN[at] ?? '';
  if (cells === 'merged')
    return [
      { text: roman, bold: true },
      { text: name.toUpperCase(), span: 6, bold: true },
    ];
  return [{ text: roman, bold: true }, { text: name, bold: true }, ...Array.from({ length: 5 }, () => ({ text: '' }))];
}

function taskRows(task: MadeTask, place: number, { cells }: Build): MadeCell[][] {
  const number: MadeCell = cells === 'numbered' ? { text: '', list: { id: 3, level: 0 } } : { text: String(place) };
  const values = [task.text, task.product, task.deadline].map((text) => ({ text }));
  const units: MadeCell[] = [{ text: task.lead }, { text: task.with }, { text: 'Lãnh đạo UBND phường' }];
  return [[number, ...values, ...units]];
}
