// One quarter's package: the files of its folder, by name.

import { period, type Quarter } from './calendar.ts';
import { classification } from './tables/classification.ts';
import { corrections } from './tables/corrections.ts';
import { depositsCsv } from './tables/deposits-csv.ts';
import { depositsWorkbook } from './tables/deposits-workbook.ts';
import { loans } from './tables/loans.ts';
import { metrics } from './tables/metrics.ts';
import { personnel } from './tables/personnel.ts';
import { rates } from './tables/rates.ts';
import { settlement } from './tables/settlement.ts';
import { targets } from './tables/targets.ts';
import { utf8 } from './write/csv.ts';

export async function packageFolder(quarter: Quarter): Promise<ReadonlyMap<string, Buffer>> {
  const name = period(quarter);
  return new Map([
    ['package.yaml', utf8(`# The branch's exports of one quarter.\nperiod: ${name}\n`)],
    [`${name}_人事资料.xlsx`, await personnel(quarter)],
    [`${name}_存款明细.xlsx`, await depositsWorkbook(quarter)],
    [`${name}_存款明细_港区江北.csv`, depositsCsv(quarter)],
    [`${name}_贷款明细.csv`, loans(quarter)],
    [`${name}_五级分类.xlsx`, await classification(quarter)],
    [`settlement-${name}.csv`, settlement(quarter)],
    [`${name}_业务计划.xlsx`, await targets(quarter)],
    [`${name}_其他指标.csv`, metrics(quarter)],
    [`${name}_汇率.csv`, rates(quarter)],
    [`${name}_业绩调整.csv`, corrections(quarter)],
  ]);
}
