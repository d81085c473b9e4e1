import { afterEach, describe, expect, it } from 'vitest';
import { must } from '../../src/cli/main-job.ts';
import { aHost, type HostAtWork } from '../helpers/host.ts';

const hosts: HostAtWork[] = [];
afterEach(() => {
  for (const host of hosts.splice(0)) host.remove();
});

const TEMPLATE = { template: 'gia-luong-2021-2025' };
const PERIOD = '6 tháng đầu năm 2024';
const OWN_TAB = 'Số liệu kỳ của xã';

/** A workbook in which the office already has a tab that is nearly `Nhập số liệu`, headers in two rows. */
function anOffice(): HostAtWork {
  const host = aHost();
  hosts.push(host);
  const upper = [
    'Mã số',
    'Kỳ báo cáo',
    'Lĩnh vực',
    'Chỉ tiêu',
    'ĐVT',
    'Mức kế hoạch',
    'Cách tính',
    'Số liệu tính từ - đến',
    'Kỳ trước',
  ];
  const middle = ['Kết quả nhập tay', 'Kết quả', 'Đánh giá', 'Diễn giải', 'Kết quả bằng lời', 'Nguyên nhân giải trình'];
  const last = [
    'Đề xuất kiến nghị',
    'Minh chứng',
    'Đơn vị chủ trì',
    'Ước thực hiện đến 31/12',
    'Ý kiến chỉ đạo',
    'Không nhắc đến hết ngày',
    'Ghi chú',
  ];
  const first = [...upper, 'Theo hồ sơ', '', ...middle, ...last];
  const second = first.map((_, at) => (at === upper.length ? 'Tử số' : at === upper.length + 1 ? 'Mẫu số' : ''));
  const [sheet] = host.model.sheets;
  if (sheet === undefined) throw new Error('a new workbook has a sheet');
  sheet.name = OWN_TAB;
  host.typeAll([{ tab: OWN_TAB, row: 2, column: 1, rows: [first, second] }]);
  return host;
}

const at = (host: HostAtWork, header: string): string => {
  const tab = host.model.sheets.find(({ name }) => name === OWN_TAB);
  const upper = [...(tab?.cells.get(2) ?? [])].find(([, { value }]) => value === header)?.[0] ?? 0;
  const row = [...(tab?.cells ?? [])].find(([, line]) => line.get(1)?.value === 'T3.8')?.[0] ?? 0;
  return String(tab?.cells.get(row)?.get(upper)?.value ?? '');
};

describe('an office with a tab that is nearly ours', () => {
  it('is asked before set-up makes the same tab beside, and nothing is written meanwhile', () => {
    const host = anOffice();
    const answer = host.ask('set-up', TEMPLATE);
    expect(answer).toMatchObject({ ok: false, sentence: expect.stringContaining(`gần giống trang của Sổ CCHC: ${OWN_TAB}`) });
    expect(host.model.sheets.map(({ name }) => name)).toEqual([OWN_TAB]);
  });

  it('has its own tab used after consent: opened, typed into, judged at once and by the batch, and still after the properties are gone', () => {
    const host = anOffice();
    const { made } = must(host.ask('set-up', { ...TEMPLATE, adopt: true }));
    expect(made).not.toContain('Nhập số liệu');
    must(host.ask('open-period', { period: PERIOD }));
    const tab = host.model.sheets.find(({ name }) => name === OWN_TAB);
    const row = [...(tab?.cells ?? [])].find(([, line]) => line.get(1)?.value === 'T3.8')?.[0] ?? 0;
    expect(row).toBeGreaterThan(3);
    host.type({ tab: OWN_TAB, row, column: 10, rows: [['1000', '1260']] });
    expect(at(host, 'Đánh giá')).toBe('Chưa đạt');
    host.sidecar.properties = {};
    host.typeAll([{ tab: OWN_TAB, row, column: 10, rows: [['1250', '1260']] }]);
    must(host.ask('refresh', {}));
    expect(at(host, 'Đánh giá')).toBe('Đạt');
    const { problems } = must(host.ask('check', {}));
    expect(problems.filter(({ code }) => ['near-header', 'near-tab', 'missing-header', 'missing-tab'].includes(code))).toEqual(
      [],
    );
  });

  it('that says no gets a tab of ours beside', () => {
    const host = anOffice();
    expect(must(host.ask('set-up', { ...TEMPLATE, adopt: false })).made).toContain('Nhập số liệu');
    expect(must(host.ask('adopt', { agreed: '' })).proposals).toEqual([]);
  });
});

describe('a header that the office rewords later', () => {
  it('is a problem with its cell and the proposal, taken over by consent to just that', () => {
    const host = aHost();
    hosts.push(host);
    must(host.ask('set-up', TEMPLATE));
    must(host.ask('open-period', { period: PERIOD }));
    host.typeAll([{ tab: 'Nhập số liệu', row: 2, column: 10, rows: [['Tử số (hồ sơ)']] }]);
    const told = must(host.ask('check', {})).problems.filter(({ code }) => code === 'near-header');
    expect(told.map(({ at, text }) => [at?.a1, text])).toEqual([
      [
        'Nhập số liệu!J2',
        'Trang «Nhập số liệu»: cột «Tử số (hồ sơ)» có vẻ là cột «Tử số». Đề nghị bấm Cài đặt ▸ Nhận trang, cột của đơn vị… nếu đúng; khi chưa nhận, số liệu ở đó chưa được đọc.',
      ],
    ]);
    const near = must(host.ask('adopt', { agreed: '' }));
    expect(near).toMatchObject({ proposals: ['Nhập số liệu!J2: cột «Tử số (hồ sơ)» dùng làm cột «Tử số»'], adopted: 0 });
    expect(host.ask('adopt', { agreed: 'khác' })).toMatchObject({ ok: false, sentence: expect.stringContaining('Chưa ghi gì') });
    expect(must(host.ask('adopt', { agreed: near.token })).adopted).toBe(1);
    const settings = host.model.sheets.find(({ name }) => name === 'Thông tin chung');
    const rows = [...(settings?.cells.values() ?? [])].map((line) => [line.get(1)?.value, line.get(2)?.value]);
    expect(rows).toContainEqual(['Cột riêng: Nhập số liệu / Tử số', 'Tử số (hồ sơ)']);
    expect(
      must(host.ask('check', {})).problems.filter(({ code }) => code === 'near-header' || code === 'missing-header'),
    ).toEqual([]);
    expect(must(host.ask('adopt', { agreed: '' })).proposals).toEqual([]);
    const last = must(host.ask('undo-preview', {}));
    expect(last?.text).toContain('Nhận trang, cột của đơn vị');
    must(host.ask('undo', { of: last?.of ?? '' }));
    expect(must(host.ask('adopt', { agreed: '' })).proposals).toHaveLength(1);
  });
});
