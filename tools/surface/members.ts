import { readdirSync, readFileSync } from 'node:fs';

/** The members of every type of the surface, as its files spell them. */
export function surfaceMembers(): ReadonlyMap<string, readonly string[]> {
  const folder = 'src/google/surface';
  const text = readdirSync(folder)
    .map((file) => readFileSync(`${folder}/${file}`, 'utf8').replace(/\/\*.*?\*\//gsu, ''))
    .join('\n');
  const starts = [...text.matchAll(/^(?:export )?type (\w+) = (?=\{)/gmu)];
  return new Map(starts.map((start) => [start[1] ?? '', membersFrom(text, start.index + start[0].length)]));
}

/** Names at the first depth of the braces that open at `from`. */
function membersFrom(text: string, from: number): string[] {
  const names: string[] = [];
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    const sign = text[at] ?? '';
    if ('{(['.includes(sign)) depth += 1;
    if ('})]'.includes(sign)) depth -= 1;
    if (depth === 0) break;
    const opens = depth === 1 && (sign === '{' || sign === ';');
    const name = opens ? /^\s*(?:readonly )?(\w+)\??[(:]/u.exec(text.slice(at + 1))?.[1] : undefined;
    if (name !== undefined) names.push(name);
  }
  return names.sort();
}
