import type { Align, Block, Paper, Paragraph, Run, Table, TableCell } from '../../words/paper/paper.ts';
import { escaped } from '../docx/xml.ts';
import { FILLS } from '../fills.ts';
import { type Line, linesOf } from './lines.ts';

/** A4 in points. */
const PAGE = { width: 595, height: 842, margin: 42 } as const;
const WIDTH = PAGE.width - 2 * PAGE.margin;
const LEADING = 1.2;
/** Of the size of its letters: how far the foot of a line is below its top. */
const FOOT = 0.93;
const CELL = { side: 3, top: 2 } as const;
const SIZES = { paragraph: 12, table: 11.5, medium: 10, small: 9.5 } as const;
const NO_FILL = { ground: 'FFFFFF', ink: '000000' } as const;
const ROOM = { paragraph: 4, table: 6 } as const;

/** What was drawn, and how far down the page it reaches. */
type Drawn = { readonly marks: string; readonly bottom: number };

/**
 * The page of a paper without the official frame as one picture, to be sent to a phone or shown on a wall; a paper that is longer makes a longer
 * picture, and nothing is cut. Text stays text: it can be found, read aloud and copied.
 */
export function toSvg({ title, banner, blocks }: Paper): string {
  const lead: Block[] = banner === null ? [] : [{ is: 'paragraph', style: 'centred', runs: [{ text: banner, bold: true }] }];
  const drawn = [...lead, ...blocks].reduce<Drawn>(
    ({ marks, bottom }, block) => {
      const next = block.is === 'table' ? tableAt(block, bottom) : paragraphAt(block, bottom);
      return { marks: marks + next.marks, bottom: next.bottom };
    },
    { marks: '', bottom: PAGE.margin },
  );
  const height = Math.max(PAGE.height, Math.ceil(drawn.bottom + PAGE.margin));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" xml:lang="vi" width="${PAGE.width}pt" height="${height}pt" viewBox="0 0 ${PAGE.width} ${height}" `,
    "font-family=\"'Times New Roman', 'Liberation Serif', Tinos, serif\">",
    `<title>${escaped(title)}</title><rect width="${PAGE.width}" height="${height}" fill="#ffffff"/>`,
    `${drawn.marks}</svg>`,
  ].join('');
}

function paragraphAt({ runs, style }: Paragraph, top: number): Drawn {
  const size = SIZES.paragraph;
  const align: Align = style === 'centred' ? 'center' : 'left';
  const lines = linesOf(runs, WIDTH, size);
  const marks = linesXml(lines, { left: PAGE.margin, top, width: WIDTH, size, align, ink: '000000' });
  return { marks, bottom: top + lines.length * size * LEADING + ROOM.paragraph };
}

function tableAt({ widths, head, rows, look }: Table, top: number): Drawn {
  const all = widths.reduce((sum, width) => sum + width, 0);
  const edges: number[] = [PAGE.margin];
  for (const width of widths) edges.push((edges[edges.length - 1] ?? 0) + (width * WIDTH) / all);
  const size = look === undefined || look === 'bare' ? SIZES.table : SIZES[look];
  const drawn = [...head, ...rows].reduce<Drawn>(
    ({ marks, bottom }, row) => {
      const next = rowAt(row, bottom, { edges, size, isBare: look === 'bare' });
      return { marks: marks + next.marks, bottom: next.bottom };
    },
    { marks: '', bottom: top },
  );
  return { marks: drawn.marks, bottom: drawn.bottom + ROOM.table };
}

type Grid = { readonly edges: readonly number[]; readonly size: number; readonly isBare: boolean };

function rowAt(cells: readonly TableCell[], top: number, { edges, size, isBare }: Grid): Drawn {
  let column = 0;
  const boxes = cells.map((cell) => {
    const [left, right] = [edges[column] ?? 0, edges[column + (cell.span ?? 1)] ?? PAGE.width - PAGE.margin];
    column += cell.span ?? 1;
    return { cell, left, width: right - left, lines: linesOf(cell.runs, right - left - 2 * CELL.side, size) };
  });
  const tallest = Math.max(1, ...boxes.map(({ lines }) => lines.length));
  const height = tallest * size * LEADING + 2 * CELL.top;
  const marks = boxes.map(({ cell: { fill, align = 'left' }, left, width, lines }) => {
    const { ground, ink } = fill === undefined ? NO_FILL : FILLS[fill];
    const line = isBare ? 'none' : '#000000';
    const box = `<rect x="${at(left)}" y="${at(top)}" width="${at(width)}" height="${at(height)}" fill="#${ground}" stroke="${line}" stroke-width="0.5"/>`;
    const above = (height - lines.length * size * LEADING) / 2;
    const text = { left: left + CELL.side, top: top + above, width: width - 2 * CELL.side, size, align, ink };
    return box + linesXml(lines, text);
  });
  return { marks: marks.join(''), bottom: top + height };
}

type Place = {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly size: number;
  readonly align: Align;
  readonly ink: string;
};

function linesXml(lines: readonly Line[], { left, top, width, size, align, ink }: Place): string {
  const [x, anchor] =
    align === 'center' ? [left + width / 2, 'middle'] : align === 'right' ? [left + width, 'end'] : [left, 'start'];
  return lines
    .map((line, row) => {
      const y = at(top + row * size * LEADING + size * FOOT);
      const place = `x="${at(x)}" y="${y}" font-size="${size}" text-anchor="${anchor}" fill="#${ink}"`;
      return `<text ${place} xml:space="preserve">${line.map(stretchXml).join('')}</text>`;
    })
    .join('');
}

function stretchXml({ text, bold, italic }: Pick<Run, 'text' | 'bold' | 'italic'>): string {
  const looks = `${bold === true ? ' font-weight="bold"' : ''}${italic === true ? ' font-style="italic"' : ''}`;
  return `<tspan${looks}>${escaped(text)}</tspan>`;
}

const at = (points: number): string => String(Math.round(points * 100) / 100);
