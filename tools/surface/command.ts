/** `npm run surface`: writes `docs/surface.md`. For who changes the surface. */
import { writeFileSync } from 'node:fs';
import { surfacePage } from './page.ts';

writeFileSync('docs/surface.md', surfacePage());
