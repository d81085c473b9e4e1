import * as z from 'zod/mini';
import { never } from '../../domain/core/invariant.ts';
import type { Ports } from '../base/ports.ts';
import type { BringBackRequest, CallName, Calls } from '../calls.ts';
import { bringBack } from '../history/bring-back.ts';
import { storeTemplate } from './office-template.ts';
import { makePapers, reportPdf } from './papers.ts';
import { previewReport } from './preview-report.ts';
import { reconcileReport } from './reconcile.ts';

const MOST_NAMED = 200;

type Shape<Of> = { readonly [Key in keyof Of]: (value: unknown) => boolean };

/** An object with exactly these keys, each as it should be. Checked by hand: zod's enums would be evaluated by every edit. */
function isShaped<Of>(given: unknown, shape: Shape<Of>): boolean {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return false;
  const checks = Object.entries<(value: unknown) => boolean>(shape);
  const held = new Map<string, unknown>(Object.entries(given));
  return held.size === checks.length && checks.every(([key, holds]) => held.has(key) && holds(held.get(key)));
}

const isText = (value: unknown): boolean => typeof value === 'string';
const isName = (value: unknown): boolean => typeof value === 'string' && value.length <= MOST_NAMED;

function isReconcile(given: unknown): boolean {
  return isShaped<Calls['reconcile']['request']>(given, {
    file: isText,
    period: isName,
    keep: (value) => typeof value === 'boolean',
  });
}

function isBringBack(given: unknown): boolean {
  const isPlace = (value: unknown): boolean =>
    isShaped<BringBackRequest['at']>(value, { of: isName, id: isName, period: isName, field: isName });
  return isShaped<BringBackRequest>(given, { at: isPlace, before: isText, after: isText });
}

const name = z.string().check(z.minLength(1), z.maxLength(MOST_NAMED));

const ofPeriod = z.strictObject({ period: name });

/** The requests about documents, made or finished, as closed shapes. */
export const DOCUMENT_REQUESTS = [
  z.strictObject({ call: z.literal('reconcile'), with: z.custom<Calls['reconcile']['request']>(isReconcile) }),
  z.strictObject({ call: z.literal('bring-back'), with: z.custom<BringBackRequest>(isBringBack) }),
  z.strictObject({ call: z.literal('store-template'), with: z.strictObject({ file: z.string() }) }),
  z.strictObject({ call: z.literal('report-pdf'), with: ofPeriod }),
  z.strictObject({
    call: z.literal('report-preview'),
    with: z.strictObject({ period: z.string().check(z.maxLength(MOST_NAMED)) }),
  }),
  z.strictObject({ call: z.literal(['brief', 'letters']), with: ofPeriod }),
  z.strictObject({ call: z.literal('matrix'), with: z.strictObject({}) }),
  z.strictObject({
    call: z.literal('slip'),
    with: z.strictObject({ period: name, role: z.string().check(z.maxLength(MOST_NAMED)) }),
  }),
] as const;
/** Pressed twice, these would make their files twice. */
export const MAKE_FILES: readonly CallName[] = ['report', 'brief', 'matrix', 'letters', 'slip'];

type Asked = z.infer<(typeof DOCUMENT_REQUESTS)[number]>;

/** What each of them does. */
export function runDocument(ports: Ports, asked: Asked): Calls[CallName]['reply'] {
  switch (asked.call) {
    case 'reconcile':
      return reconcileReport(ports, asked.with);
    case 'bring-back':
      return bringBack(ports, asked.with);
    case 'store-template':
      return storeTemplate(ports, asked.with);
    case 'report-pdf':
      return reportPdf(ports, asked.with);
    case 'report-preview':
      return previewReport(ports, asked.with);
    case 'brief':
    case 'matrix':
    case 'letters':
    case 'slip':
      return makePapers(ports, asked);
    default:
      return never(asked);
  }
}
