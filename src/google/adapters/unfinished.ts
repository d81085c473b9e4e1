import { fold } from '../../domain/core/word.ts';
import type { Google } from '../surface/google.ts';

/** The tabs that a set-up has begun and not ended: where Google cut it, the next run goes on with these. */
const PROPERTY = 'set-up-unfinished';

type Services = Pick<Google, 'PropertiesService'>;

/** Notes the tabs before the first of them is made. */
export function begin({ PropertiesService }: Services, names: readonly string[]): void {
  PropertiesService.getDocumentProperties()?.setProperty(PROPERTY, JSON.stringify(names));
}

/** All guards stand. */
export function finish({ PropertiesService }: Services): void {
  PropertiesService.getDocumentProperties()?.deleteProperty(PROPERTY);
}

/** Whether a run before this one began that tab and was cut before the guards stood. */
export function unfinished({ PropertiesService }: Services): (name: string) => boolean {
  const names = namesIn(PropertiesService.getDocumentProperties()?.getProperty(PROPERTY) ?? null);
  return (name) => names.includes(fold(name));
}

function namesIn(text: string | null): string[] {
  try {
    const held: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(held) ? held.map((name) => fold(String(name))) : [];
  } catch {
    return [];
  }
}
