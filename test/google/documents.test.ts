import { describe, expect, it, vi } from 'vitest';
import { googleDocuments } from '../../src/google/adapters/documents.ts';
import type { Drive } from '../../src/google/surface/services.ts';
import { hostEnvironment } from '../contract/environment.ts';

type Created = Parameters<Drive['Files']['create']>;

describe('a report as PDF on Google', () => {
  it('is one Google document, made in one call, and its export link', () => {
    const made: Created[] = [];
    const files: Drive['Files'] = {
      create: (...given) => {
        made.push(given);
        return { id: 'abc' };
      },
      get: () => ({}),
      remove: () => undefined,
    };
    const { google } = hostEnvironment();
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
    const { ports } = hostEnvironment();
    expect(() => ports.documents.createAsPdf({ name: 'a', bytes: new Uint8Array([1]) })).toThrow('Bad Request');
  });
});

describe('a file of Drive', () => {
  const asked: unknown[] = [];
  const fateOf = (url: string, answer: () => { trashed?: boolean }): string => {
    const get: Drive['Files']['get'] = (id, { fields }) => {
      asked.push([id, fields]);
      return answer();
    };
    const files = { create: () => ({}), remove: () => undefined, get };
    return googleDocuments(() => ({ Files: files }), hostEnvironment().google.Utilities).fate(url);
  };
  const fails = (said: string) => (): never => {
    throw new Error(said);
  };

  it('lies in its place, or in the bin', () => {
    const url = 'https://docs.google.com/document/d/1a_B-c/edit?usp=drivesdk&ouid=1';
    expect(fateOf(url, () => ({ trashed: false }))).toBe('there');
    expect(fateOf('https://drive.google.com/file/d/1a_B-c/view', () => ({ trashed: true }))).toBe('gone');
    expect(asked).toEqual([
      ['1a_B-c', 'trashed'],
      ['1a_B-c', 'trashed'],
    ]);
  });

  it('is not seen where Drive finds none, which may be another account’s; a Drive that gives no answer leaves the link', () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const notFound = fails('API call to drive.files.get failed with error: File not found: 1a.');
    expect(fateOf('https://drive.google.com/file/d/1a/view', notFound)).toBe('not-seen');
    expect(fateOf('https://drive.google.com/file/d/1a/view', fails('Internal error'))).toBe('there');
    expect(vi.mocked(console.error).mock.calls.join()).toContain('Internal error');
    vi.mocked(console.error).mockClear();
  });
});
