/** 申诉表: protected without a password, with only its answers open. */
import { expect, test } from 'vitest';
import { faultsOf, partsOf } from '../spreadsheet/package-check.ts';
import { open } from '../spreadsheet/read.ts';
import { managerWorkbook } from './made.ts';
import { context, inChain } from './quarter.ts';

const appraisal = inChain('2026Q4');
const bytes = managerWorkbook(appraisal.managers[1] as never, appraisal, context, 'zh');

/** The sheet's XML, and which styles are unlocked. */
async function appeal() {
  const parts = partsOf(await bytes);
  const at = open(await bytes).SheetNames.indexOf('申诉表') + 1;
  const styles = /<cellXfs[\s\S]*<\/cellXfs>/.exec(parts.get('xl/styles.xml') ?? '')?.[0] ?? '';
  const unlocked = new Set(
    [...styles.matchAll(/<xf [^>]*?(?:\/>|>[\s\S]*?<\/xf>)/g)].flatMap(([xf], index) =>
      xf.includes('<protection locked="0"/>') ? [index] : [],
    ),
  );
  return { xml: parts.get(`xl/worksheets/sheet${at}.xml`) ?? '', unlocked };
}

test('is locked without a password', async () => {
  const { xml } = await appeal();
  const protection = /<sheetProtection [^>]*>/.exec(xml)?.[0] ?? '';
  expect(protection).toContain('sheet="1"');
  expect(protection).not.toMatch(/hash|salt|password/i);
  expect(faultsOf(await bytes)).toEqual([]);
});

test('leaves only cells without a value open', async () => {
  const { xml, unlocked } = await appeal();
  const cells = [...xml.matchAll(/<c r="([A-Z]+\d+)"[^>]*?s="(\d+)"[^>]*?(\/>|>)/g)];
  const open = cells.filter(([, , style]) => unlocked.has(Number(style)));
  expect(open.length).toBeGreaterThan(10);
  expect(open.filter(([, , , end]) => end === '>')).toEqual([]);
});

test('offers words to choose from', async () => {
  const { xml } = await appeal();
  const lists = [...xml.matchAll(/<formula1>([^<]*)<\/formula1>/g)].map(([, list]) => list);
  expect(new Set(lists)).toEqual(
    new Set([
      '&quot;数据缺漏,数据重复,客户归属有误,分成比例有误,币种或单位有误,口径有误,其他&quot;',
      '&quot;业绩数据,计划任务,等级测算,预警认定,聘任建议,费用补贴,其他&quot;',
      '&quot;成立,部分成立,不成立,待补充材料&quot;',
    ]),
  );
});
