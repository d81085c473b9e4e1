import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt } from '../helpers/built.ts';
import type { Role } from '../helpers/office.ts';
import { times } from '../helpers/sweep.ts';
import { SHAPES } from './door-shapes.ts';
import { faultIn, isKeeper, isSentence, type Kind, leaksOf, type Outcome, roles, type Watch, watch } from './door-watch.ts';

ensureBuilt();
const globals: string[] = JSON.parse(readFileSync('build/bundle.json', 'utf8')).globals;
/** Those that read what they are given. All others take nothing, which the test asks of them. */
const READS_ARGUMENTS = ['ask', 'onEdit', 'showPlainPage'];
type May = { readonly anyone?: readonly Kind[]; readonly keeper?: readonly Kind[]; readonly owner?: readonly Kind[] };
/** What a global may change although the person closes every dialog. What is not listed may change nothing. */
const UNASKED: Readonly<Record<string, May>> = {
  menuRefresh: { anyone: ['grey'], keeper: ['plan-machine', 'log'] },
  menuMatrix: { anyone: ['files'] },
  menuSettingsTabs: { anyone: ['hidden'] },
  menuDailyMail: { keeper: ['triggers', 'properties'] },
  // Which of two pages that say the same is shown.
  showPlainPage: { anyone: ['properties'] },
  runDaily: { anyone: ['grey'], keeper: ['plan-machine', 'log', 'letters'] },
};
/** And what more when the person agrees to everything. */
const AGREED: Readonly<Record<string, May>> = {
  menuByPrompt: {
    anyone: ['files'],
    keeper: ['typed', 'plan', 'grey', 'plan-machine', 'log', 'guards'],
    owner: ['guards'],
  },
  menuUndo: { keeper: ['typed', 'grey', 'plan-machine', 'log'] },
  menuExportPeriod: { keeper: ['files'] },
  menuMeeting: { keeper: ['files'] },
  menuSelfTest: { anyone: ['triggers', 'properties', 'files'] },
};

const allowed = ({ anyone = [], keeper = [], owner = [] }: May = {}, role: Role): Kind[] => [
  ...anyone,
  ...(isKeeper(role) ? keeper : []),
  ...(role === 'owner' ? owner : []),
];

/** What is wrong with what a global gave; menus and triggers give nothing but what `runDaily` tells. */
function faultOf(name: string, outcome: Outcome): string | null {
  if (name === 'ask') return faultIn(outcome);
  if (outcome.threw !== undefined) return `threw ${outcome.threw}`;
  if (name !== 'runDaily') return outcome.gave == null ? null : `gave ${JSON.stringify(outcome.gave)}`;
  const { troubles = [] } = JSON.parse(String(outcome.gave)) ?? {};
  return troubles.every(isSentence) ? null : `told ${outcome.gave}`;
}

const tell = (what: string, { cases, wrong }: Watch): void => {
  process.stdout.write(`${what}: ${cases().toLocaleString('en')} calls, ${wrong.length} wrong outcomes\n`);
};

function playShapes(on: Watch, name: string): void {
  for (const [at, role] of roles.entries())
    on.as(role, name, {
      may: allowed(UNASKED[name], role),
      work: () => {
        // What takes nothing gets each shape once (in `npm test` a quarter of them), and is run by every role.
        const mine = SHAPES.flatMap((_, shape) =>
          READS_ARGUMENTS.includes(name) || shape % (roles.length * times(1, 4)) === at ? [shape] : [],
        );
        const outcomes = on.outcomes('doorsOf', [name, mine]);
        for (const [n, outcome] of outcomes.entries())
          on.count(`${name}(${SHAPES[mine[n] ?? 0]?.is}) as ${role}`, faultOf(name, outcome));
      },
    });
}

describe('every global, called by anybody with anything', () => {
  let on: Watch;
  beforeAll(() => {
    on = watch();
  });
  afterAll(() => {
    tell(`${globals.length} globals, ${roles.length} roles, ${SHAPES.length} shapes of arguments`, on);
    on.office.remove();
  });

  it('takes nothing, but for the two that read what they are given', () => {
    const takes = globals.filter((name) => on.office.host.run('takesOf', name) !== 0);
    expect(takes.sort()).toEqual(READS_ARGUMENTS);
  });

  it.each(globals)('%s as a menu item or a trigger', (name) => {
    const from = on.wrong.length;
    playShapes(on, name);
    expect(on.wrong.slice(from)).toEqual([]);
  });

  it('as a page calls it: what cannot be sent fails in the browser, all else is an answer', () => {
    const from = on.wrong.length;
    const values = [[], [null], [''], ['{'], [{ call: 'today' }], [['x']], [1.5], ['x'.repeat(10_000_000)], [{ range: 5 }]];
    for (const [at, name] of globals.entries())
      for (const [n, role] of roles.entries()) {
        if (!READS_ARGUMENTS.includes(name) && n !== at % roles.length) continue;
        const work = (): void => {
          const gave = on.office.host.page(name, ...(values[(at + n) % values.length] ?? []));
          on.count(`page: ${name} as ${role}`, faultOf(name, { gave }));
        };
        on.as(role, `page: ${name}`, { may: allowed(UNASKED[name], role), work });
      }
    const loop: unknown[] = [];
    loop.push(loop);
    for (const value of [new Date(), () => 1, 10n, Symbol('x'), new Map(), loop, [{ deep: [new Date()] }]])
      expect(() => on.office.host.page('ask', value)).toThrow('illegal value');
    expect(on.wrong.slice(from)).toEqual([]);
  });

  it('reaches nobody it should not', () => expect(leaksOf(on.office)).toEqual([]));
});

const MENUS = globals.filter((name) => name.startsWith('menu'));
/** What is typed into one question after the other: a formula where the name of a period is asked for; nothing, which takes what is proposed. */
const HOSTILE = ['=HYPERLINK("http://x.vn";"x")'];
const PROPOSED: readonly string[] = [];
/** The item that asks which of nine is meant. */
const BY_PROMPT = [...'123456789'].map((way) => [way]).concat([['1', ...HOSTILE], ['9', 'tất cả'], HOSTILE]);

function typedInto(name: string, role: Role): readonly (readonly string[])[] {
  if (name === 'menuByPrompt') return BY_PROMPT;
  return role === 'clerk' && name !== 'menuSelfTest' ? [HOSTILE, PROPOSED] : [PROPOSED];
}

/** It takes seconds, checks no rights and reads no role, so one keeper and one other person are enough. */
const SELF_TESTERS: readonly Role[] = ['clerk', 'editor'];

describe('every menu item, by a person who agrees to everything', () => {
  let on: Watch;
  let typed: string[] = [];
  const may = (name: string, role: Role): Kind[] => [...allowed(UNASKED[name], role), ...allowed(AGREED[name], role)];
  beforeAll(() => {
    on = watch('', { answers: (kind) => (kind === 'prompt' ? { button: 'OK', text: typed.shift() ?? '' } : { button: 'YES' }) });
  });
  afterAll(() => {
    tell(`${MENUS.length} menu items × ${roles.length} roles, all agreed to`, on);
    on.office.remove();
  });

  it.each(MENUS)(
    '%s',
    (name) => {
      const from = on.wrong.length;
      for (const role of name === 'menuSelfTest' ? SELF_TESTERS : roles)
        on.as(role, name, {
          may: may(name, role),
          work: () => {
            for (const texts of typedInto(name, role)) {
              typed = [...texts];
              on.count(`${name} as ${role}`, faultOf(name, { gave: on.office.host.run(name) }));
            }
          },
        });
      expect(on.wrong.slice(from)).toEqual([]);
    },
    600_000,
  );

  it('reaches nobody it should not', () => expect(leaksOf(on.office)).toEqual([]));
});

describe('the watch itself', () => {
  const FIRST = "SpreadsheetApp.getActiveSpreadsheet().getSheets().find((one) => one.getName() === 'Kế hoạch - Chỉ tiêu')";
  it.each([
    ['a plan cell written', `${FIRST}.getRange(5, 3, 1, 1).setValues([['khác']])`, 'changed plan'],
    ['sharing widened', `${FIRST}.protect().addEditors(['la@example.vn'])`, 'lets la@example.vn in'],
    ['a text of the machine', "SpreadsheetApp.getActiveSpreadsheet().toast('TypeError: x', 'x', 1)", 'said TypeError'],
    ['a throw', "throw new Error('x')", 'threw Error'],
    ['a value given', "return 'bí mật'", 'gave "bí mật"'],
  ])('sees %s', (_, code, seen) => {
    const on = watch(`function menuHelp() { ${code}; }`);
    try {
      playShapes(on, 'menuHelp');
      expect(on.wrong.join('\n')).toContain(seen);
    } finally {
      on.office.remove();
    }
  });

  it('sees a letter to an unlisted address', () => {
    const mail = "{ to: 'la@example.vn', subject: 's', body: 'b', htmlBody: 'b', name: 'n' }";
    const on = watch(`function menuHelp() { MailApp.sendEmail(${mail}); console.error('tu-phap@example.vn'); }`);
    on.office.host.run('menuHelp');
    expect(leaksOf(on.office)).toEqual(['a letter to la@example.vn', 'the log names tu-phap@example.vn']);
    on.office.remove();
  });
});
