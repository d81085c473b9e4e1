/** Charts that float over a sheet. */
import { describe, expect } from 'vitest';
import { saveXlsx } from '../../src/xlsx/save.ts';
import { openZip, unzip } from '../../src/xlsx/zip.ts';
import { host, proves, value } from './proves.ts';

/** A chart over A1:B3; what is done with it and what is asked follows. */
const built = (then: string): string => `(() => {
  at(1, 1, 3, 2).setValues([['', 'n'], ['x', 1], ['y', 2]]);
  const chart = () => sheet().newChart().asBarChart().setStacked().setTitle('Kết quả').addRange(at(1, 1, 3, 2));
  const put = () => sheet().insertChart(chart().build());
  const now = () => sheet().getCharts()[0];
  const area = (range) => [range.getRow(), range.getColumn(), range.getNumRows(), range.getNumColumns()];
  ${then}
})()`;

describe('a chart', () => {
  proves('chart-put-in', () =>
    expect(
      value(
        built('chart().build(); const before = sheet().getCharts().length; put(); return [before, sheet().getCharts().length];'),
      ),
    ).toEqual([0, 1]),
  );
  proves('chart-changed', () =>
    expect(
      value(
        built(`put();
          const changed = now().modify().setOption('title', 'Khác').build();
          const before = now().getOptions().get('title');
          sheet().updateChart(changed);
          return [before, now().getOptions().get('title'), sheet().getCharts().length];`),
      ),
    ).toEqual(['Kết quả', 'Khác', 1]),
  );
  proves('chart-title', () =>
    expect(
      value(
        built(`put();
          sheet().insertChart(sheet().newChart().asBarChart().addRange(at(1, 1, 3, 2)).build());
          return sheet().getCharts().map((one) => one.getOptions().get('title'));`),
      ),
    ).toEqual(['Kết quả', null]),
  );
  proves('chart-range', () => expect(value(built('put(); return now().getRanges().map(area);'))).toEqual([[1, 1, 3, 2]]));
  proves('chart-other-range', () =>
    expect(
      value(
        built(`put();
          sheet().updateChart(now().modify().clearRanges().addRange(at(5, 1, 4, 2)).build());
          return [...now().getRanges().map(area), now().getOptions().get('title')];`),
      ),
    ).toEqual([[5, 1, 4, 2], 'Kết quả']),
  );
  proves('chart-moved', () =>
    expect(
      value(
        built(`sheet().insertChart(chart().clearRanges().addRange(at(5, 1, 3, 2)).build());
          sheet().insertRowsAfter(2, 3);
          return area(now().getRanges()[0]);`),
      ),
    ).toEqual([8, 1, 3, 2]),
  );
  proves('chart-numbers', () => {
    const numbers = (option: string): boolean => {
      const book = host(`function go() { return ${built(`sheet().insertChart(chart()${option}.build());`)}; }`);
      book.run('go');
      const zip = openZip(saveXlsx(null, book.model));
      return Buffer.from(unzip(zip, 'xl/charts/chart1.xml') ?? [])
        .toString('utf8')
        .includes('<c:showVal val="1"/>');
    };
    expect([numbers(''), numbers(".setOption('series.0.dataLabel', 'value')")]).toEqual([false, true]);
  });
});
