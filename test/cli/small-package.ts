/** A branch of three managers, small enough to be run many times: a quarter's exports as CSV files. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Quarter } from '../../src/model/calendar.ts';

/** What the files hold, header first; `n` is the number of the quarter. */
const tables: Readonly<Record<string, (n: number) => readonly string[]>> = {
  'roster.csv': () => [
    'manager_id,name,unit,grade,marketing_since,trainee_since,trainee_type,education,entry_exam,promotion_exam',
    '0001,张一,城东支行,third,2020-03-01,,,本科,合格,',
    '0002,李二,城东支行,second,2019-07-01,,,硕士,合格,合格',
    '0003,王三,城西支行,trainee,,2026-01-15,应届毕业生,本科,,',
  ],
  'deposits.csv': (n) => [
    'manager_id,customer_id,customer_name,account,currency,kind,year_avg,prior_year_avg,quarter_avg,end_balance',
    `0001,C1,甲公司,A1,CNY,活期,${40_000_000 + n},30000000,41000000,${42_000_000 - n * 1_000_000}`,
    '0002,C2,乙公司,A2,CNY,活期,60000000,20000000,60000000,60000000',
    `0002,C3,丙公司,A3,USD,定期,${3_000_000 + n},3000000,3000000,3000000`,
    '0003,C4,丁公司,A4,CNY,活期,12000000,0,12000000,12000000',
  ],
  'loans.csv': (n) => [
    'manager_id,customer_id,loan_id,product,year_avg,quarter_avg,end_balance,overdue_days,arrears_amount,advance_amount',
    `0001,C1,L1,流动资金贷款,5000000,5000000,5000000,${n === 2 ? 10 : 0},${n === 2 ? 1000 : 0},0`,
    '0002,C2,L2,流动资金贷款,9000000,9000000,9000000,0,0,0',
  ],
  'settlement.csv': (n) => [
    'manager_id,customer_id,quarter_amount,year_amount',
    `0002,C3,800000,${800_000 * n}`,
  ],
  'classification.csv': () => [
    'loan_id,manager_id,customer_id,balance,class,prior_balance,prior_class',
    'L1,0001,C1,5000000,正常,5000000,正常',
    'L2,0002,C2,9000000,正常,,',
  ],
  'targets.csv': () => [
    'manager_id,indicator,quarter_target,year_target,main,unit',
    '0001,deposits,40000000,40000000,是,元',
    '0002,deposits,90000000,90000000,是,元',
    '0002,settlement,1000000,3000000,是,美元',
    '0003,deposits,10000000,10000000,是,元',
  ],
  'fx.csv': () => ['currency,rate,per', 'USD,710,100'],
};

/** Writes a quarter's package into a folder of its name. `change` may alter a file's text. */
export function smallPackage(
  place: string,
  quarter: Quarter,
  change: (file: string, text: string) => string = (_, text) => text,
): string {
  const folder = join(place, quarter);
  mkdirSync(folder, { recursive: true });
  for (const [file, rows] of Object.entries(tables))
    writeFileSync(join(folder, file), change(file, `${rows(Number(quarter[5])).join('\n')}\n`));
  return folder;
}
