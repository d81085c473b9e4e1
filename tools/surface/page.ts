import { STATEMENTS } from './statements.ts';

/** `docs/surface.md`: every method of Google that the bundle calls, how many statements hold the host to it, and where they are known from. */
export function surfacePage(): string {
  const methods = [...new Set(STATEMENTS.map(({ method }) => method))];
  const refusals = STATEMENTS.filter((statement) => 'throws' in statement).length;
  return `# The surface: what of Google we call

Made by \`npm run surface\` from \`tools/surface/\`; a test holds it current. These ${methods.length} methods of \`src/google/surface/\` are all that the bundle calls and all that
the embedded host offers. Each statement is run inside the host's realm (\`test/host/statements.test.ts\`): ${STATEMENTS.length} statements, ${refusals} of them about what is refused.
A source that is one word is a fact of \`test/facts/facts.ts\`.

| method | statements | refusals | known from |
| --- | ---: | ---: | --- |
${methods.map(row).join('\n')}
`;
}

function row(method: string): string {
  const about = STATEMENTS.filter((statement) => statement.method === method);
  const refusals = about.filter((statement) => 'throws' in statement).length;
  const sources = [...new Set(about.map(({ source }) => source))].map((source) =>
    source.startsWith('http') ? `<${source}>` : source,
  );
  return `| \`${method}\` | ${about.length} | ${refusals} | ${sources.join(', ')} |`;
}
