// Makes up a bank: `node make.js FOLDER COUNT` writes branches.txt and, for each of so many branches, a small package of 2026Q3.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [bank, count] = process.argv.slice(2);
const managersEach = 3;
const grades = ['second', 'third', 'fourth'];
const names = ['赵青禾', '钱白鹭', '孙墨石'];
const tables = {
  roster: 'manager_id,name,unit,grade,marketing_since,education,entry_exam,promotion_exam',
  deposits:
    'manager_id,customer_id,customer_name,account,currency,kind,year_avg,prior_year_avg,quarter_avg,end_balance',
  loans:
    'manager_id,customer_id,loan_id,product,year_avg,quarter_avg,end_balance,overdue_days,arrears_amount,advance_amount',
  classification: 'loan_id,manager_id,customer_id,balance,class,prior_balance,prior_class',
  settlement: 'manager_id,customer_id,quarter_amount,year_amount',
  targets: 'manager_id,indicator,quarter_target,year_target,main,unit',
  fx: 'currency,rate',
};

/** Each branch has figures of its own, the same every time. */
function rowsOf(branch, of) {
  const id = String(1000 + branch * managersEach + of);
  const base = 20_000_000 + ((branch * 7 + of * 11) % 40) * 1_000_000;
  return {
    roster: `${id},${names[of]},营业部,${grades[of]},2020-03-01,本科,合格,合格`,
    deposits: `${id},C${id},客户${id},A${id},CNY,活期,${base},${base / 2},${base},${base}`,
    loans: `${id},C${id},L${id},流动资金贷款,${base / 4},${base / 4},${base / 4},0,0,0`,
    classification: `L${id},${id},C${id},${base / 4},正常,${base / 4},正常`,
    settlement: `${id},C${id},${base / 100},${base / 50}`,
    targets: `${id},deposits,${base},${base},是,元`,
    fx: of === 0 ? 'USD,7.1' : null,
  };
}

const branches = Array.from(
  { length: Number(count) },
  (_, index) => `branch-${String(index + 1).padStart(3, '0')}`,
);
for (const [branch, name] of branches.entries()) {
  const folder = join(bank, 'packages', name, '2026Q3');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.yaml'), 'period: 2026Q3\nchain-starts: 2026Q3\n');
  const rows = Array.from({ length: managersEach }, (_, of) => rowsOf(branch, of));
  for (const [table, header] of Object.entries(tables)) {
    const lines = [header, ...rows.map((row) => row[table]).filter((line) => line !== null)];
    writeFileSync(join(folder, `${table}.csv`), `${lines.join('\n')}\n`);
  }
}
writeFileSync(join(bank, 'branches.txt'), `${branches.join('\n')}\n`);
