// A fixed piece of work of the kind that reading a workbook is: deflate, inflate, decode, look for tags, numbers.
import { deflateRawSync, inflateRawSync } from 'node:zlib';

const row = (n) =>
  `<row r="${n}" s="${n % 7}"><c r="A${n}" t="n"><v>${(n * 2654435761) % 1000003}</v></c><c r="B${n}" t="inlineStr"><is><t>Dòng số ${n}</t></is></c></row>`;
const text = Array.from({ length: 200_000 }, (_, n) => row(n + 1)).join('');
const packed = deflateRawSync(text);
let sum = 0;
for (let turn = 0; turn < 2; turn++) {
  const back = inflateRawSync(packed).toString('utf8');
  for (const [, value] of back.matchAll(/<v>(\d+)<\/v>/g)) sum += Number(value);
}
process.stdout.write(String(sum));
