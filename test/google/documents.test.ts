import { describe, expect, it } from 'vitest';
import { googleDocuments } from '../../src/google/adapters/documents.ts';
import type { Drive } from '../../src/google/surface/services.ts';
import { hostWorld } from '../contract/world.ts';

type Created = Parameters<Drive['Files']['create']>;

describe('a report as PDF on Google', () => {
  it('is one Google document, made in one call, and its export link', () => {
    const made: Created[] = [];
    const files: Drive['Files'] = {
      create: (...given) => {
        made.push(given);
        return { id: 'abc' };
      },
      remove: () => undefined,
    };
    const { google } = hostWorld();
    const documents = googleDocuments(() => ({ Files: files }), google.Utilities);
    expect(documents.createAsPdf({ name: 'Báo cáo', bytes: new Uint8Array([80, 200]) })).toEqual({
      id: 'abc',
      name: 'Báo cáo',
      url: 'https://docs.google.com/document/d/abc/export?format=pdf',
    });
    expect(made).toHaveLength(1);
    expect(made[0]?.[0]).toEqual({ name: 'Báo cáo', mimeType: 'application/vnd.google-apps.document' });
    expect(made[0]?.[1].getBytes()).toEqual([80, -56]);
  });

  it('fails on the local host as its Drive does: there LibreOffice makes the PDF', () => {
    const { ports } = hostWorld();
    expect(() => ports.documents.createAsPdf({ name: 'a', bytes: new Uint8Array([1]) })).toThrow('Bad Request');
  });
});
