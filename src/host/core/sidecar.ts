/** A protection as the sidecar keeps it: Google's editors have no place in an .xlsx. `area` is `null` for a whole sheet. */
export type KeptProtection = {
  readonly sheetId: number;
  area: { row: number; column: number; rows: number; columns: number } | null;
  description: string;
  warningOnly: boolean;
  /** `null` until it is changed for the first time. */
  editors: string[] | null;
};

/** `everyDays` of a trigger that goes off once. */
export const ONCE = 0;

export type KeptTrigger = {
  readonly handler: string;
  readonly user: string;
  readonly atHour: number;
  readonly everyDays: number;
};

/** What only Google keeps, beside the workbook. Its loss loses no figure and sends no mail twice. */
export type Sidecar = {
  locale: string;
  timeZone: string;
  owner: string;
  /** With whom the file is shared to edit it, the owner apart. */
  editors: string[];
  protections: KeptProtection[];
  properties: Record<string, string>;
  triggers: KeptTrigger[];
  /** The workbook was made by the demonstration, which plays in no other. */
  demonstration: boolean;
  /** Recipients written to on `day`. */
  mailed: { day: string; recipients: number };
};

/** The sidecar of a workbook that has none yet. */
export function newSidecar(owner: string): Sidecar {
  return {
    locale: 'vi_VN',
    timeZone: 'Asia/Ho_Chi_Minh',
    owner,
    editors: [],
    protections: [],
    properties: {},
    triggers: [],
    demonstration: false,
    mailed: { day: '', recipients: 0 },
  };
}

/** Reads a sidecar's text; `null` when it is not one, and the host starts a new one. */
export function readSidecar(text: string, owner: string): Sidecar | null {
  const held = parse(text);
  if (held === null) return null;
  const fresh = newSidecar(owner);
  return {
    locale: textOr(held['locale'], fresh.locale),
    timeZone: textOr(held['timeZone'], fresh.timeZone),
    owner: textOr(held['owner'], owner),
    editors: listOf(held['editors'], isText),
    protections: listOf(held['protections'], isProtection),
    properties: Object.fromEntries(Object.entries(recordOf(held['properties'])).flatMap(textEntry)),
    triggers: listOf(held['triggers'], isTrigger),
    demonstration: held['demonstration'] === true,
    mailed: mailedOf(held['mailed']) ?? fresh.mailed,
  };
}

type Held = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Held => typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string';
const recordOf = (value: unknown): Held => (isRecord(value) ? value : {});
const textOr = (value: unknown, otherwise: string): string => (typeof value === 'string' ? value : otherwise);
const listOf = <T>(value: unknown, is: (item: unknown) => item is T): T[] => (Array.isArray(value) ? value.filter(is) : []);
const textEntry = ([key, value]: [string, unknown]): [string, string][] => (typeof value === 'string' ? [[key, value]] : []);

function parse(text: string): Held | null {
  try {
    const held: unknown = JSON.parse(text);
    return isRecord(held) ? held : null;
  } catch {
    return null;
  }
}

const AREA = ['row', 'column', 'rows', 'columns'];

function isProtection(value: unknown): value is KeptProtection {
  if (!isRecord(value)) return false;
  const { sheetId, area, description, warningOnly, editors } = value;
  const placed = area === null || (isRecord(area) && AREA.every((key) => Number.isInteger(area[key])));
  const named = editors === null || (Array.isArray(editors) && editors.every(isText));
  return placed && named && Number.isInteger(sheetId) && typeof description === 'string' && typeof warningOnly === 'boolean';
}

function isTrigger(value: unknown): value is KeptTrigger {
  if (!isRecord(value)) return false;
  const { handler, user, atHour, everyDays } = value;
  return typeof handler === 'string' && typeof user === 'string' && Number.isInteger(atHour) && Number.isInteger(everyDays);
}

function mailedOf(value: unknown): Sidecar['mailed'] | null {
  if (!isRecord(value)) return null;
  const { day, recipients } = value;
  return typeof day === 'string' && typeof recipients === 'number' ? { day, recipients } : null;
}
