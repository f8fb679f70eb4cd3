/** A made-up bank's quarterly package, of any size and the same bytes every time, in the shapes that exports have. */
import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { random } from '../../samples/make/random.ts';
import { gbk } from '../../samples/make/write/gbk.ts';

export type Encoding = 'GBK' | 'UTF-8';

export const period = '2026Q3';
/** What a scale of 1 means; everything else follows from it. */
export const managersAtOne = 50;
const customersEach = 200;
const loansEach = 80;
const settlementsEach = 20;

const names = '王伟 李娜 张敏 刘洋 陈静 杨帆 赵磊 黄丽 周涛 吴倩 徐刚 孙悦'.split(' ');
const places = '云州 临泽 沧浪 星野 竹里 半山 霜桥 鹿鸣'.split(' ');
const words = '青禾 白鹭 墨石 拾光 云帆 听松 望岫 雁回 棠梨 晓雾 松烟 苇舟 梧影 琢玉 抱朴 寻香'.split(' ');
const trades = '机械 纺织 食品 物流 电子 建材 化工 医药 贸易 农业'.split(' ');
const grades = ['高级', '一级', '二级', '三级', '四级', '四级', '见习'];
const kinds = ['单位活期存款', '单位定期存款', '单位通知存款', '协议存款'];
const products = ['流动资金贷款', '固定资产贷款', '银行承兑汇票', '贸易融资'];
const classes = ['正常', '正常', '正常', '关注', '次级', '可疑'];
/** Every so many managers one has bad loans. */
const troubled = 8;

/** Writes the package; answers its rows of accounts, loans, settlement and targets, all tables together. */
export function writeBank(folder: string, scale: number, encoding: Encoding): number {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.yaml'), `period: ${period}\nchain-starts: ${period}\n`);
  const managers = Array.from({ length: managersAtOne * scale }, (_, index) =>
    String(index + 1).padStart(5, '0'),
  );
  const file = (name: string, ...lines: string[]): CsvFile =>
    new CsvFile(join(folder, name), encoding, lines);
  const some = random(2026);
  writeRoster(file, managers, some);
  return (
    writeDeposits(file, managers, some) +
    writeLoans(file, managers, some) +
    writeSettlement(file, managers, some) +
    writeTargets(file, managers, some)
  );
}

type Random = () => number;
type NewFile = (name: string, ...lines: string[]) => CsvFile;

/** A CSV file that is written while its rows are made up: a whole bank's would not fit into memory. */
class CsvFile {
  rows = 0;
  readonly #file: number;
  readonly #encode: (text: string) => Buffer;
  #text: string;

  constructor(path: string, encoding: Encoding, lines: readonly string[]) {
    this.#file = openSync(path, 'w');
    this.#encode = encoding === 'GBK' ? gbk : (text) => Buffer.from(text);
    this.#text = lines.map((line) => `${line}\r\n`).join('');
  }

  row(line: string): void {
    this.rows += 1;
    this.#text += `${line}\r\n`;
    if (this.#text.length > 256 * 1024) this.#flush();
  }

  end(...lines: string[]): number {
    this.#text += lines.map((line) => `${line}\r\n`).join('');
    this.#flush();
    closeSync(this.#file);
    return this.rows;
  }

  #flush(): void {
    writeSync(this.#file, this.#encode(this.#text));
    this.#text = '';
  }
}

const pick = <T>(list: readonly T[], some: Random): T => list[Math.floor(some() * list.length)] as T;
/** Most are small, a few are large. */
const cents = (most: number, some: Random): number =>
  Math.floor(10 ** (5 + some() * Math.log10(most / 1000)));
const plain = (amount: number): string => (amount / 100).toFixed(2);
const grouped = (amount: number): string => `"${plain(amount).replace(/\B(?=(\d{3})+(?=\.))/g, ',')}"`;
const customerName = (customer: number): string =>
  `${places[customer % places.length]}${words[(customer >> 3) % words.length]}${trades[(customer >> 7) % trades.length]}有限公司`;
const customerId = (manager: string, index: number): string =>
  `60${manager}${String(index).padStart(3, '0')}`;
/** A share that another manager's row makes whole; most accounts are one manager's alone. */
const isShared = (index: number): boolean => index % 50 === 7;
const nextOf = (managers: readonly string[], at: number): string =>
  managers[(at + 1) % managers.length] ?? '';

function writeRoster(file: NewFile, managers: readonly string[], some: Random): void {
  const roster = file(
    '客户经理名册.csv',
    '工号,姓名,所属支行,现聘等级,条线,入岗日期,学历,上岗考试,升级考试,状态',
  );
  for (const [at, id] of managers.entries()) {
    const unit = `${places[at % places.length]}第${(at % 200) + 1}支行`;
    const since = `20${10 + Math.floor(some() * 15)}/${1 + Math.floor(some() * 12)}/${1 + Math.floor(some() * 28)}`;
    roster.row(
      `${id},${pick(names, some)}${at},${unit},${pick(grades, some)},公司,${since},本科,合格,合格,在岗`,
    );
  }
  roster.end();
  const rates = file('汇率.csv', '币种,汇率,单位');
  rates.row('USD,710.00,100');
  rates.row('EUR,770.00,100');
  rates.end();
  const events = file('台账.csv', '工号,日期,事件类型,文号,说明');
  for (const [at, id] of managers.entries())
    if (at % 25 === 3) events.row(`${id},2026-05-1${at % 10},工作失误,云银发〔2026〕${at}号,`);
  events.end();
  const reviews = file('年度考核.csv', '工号,年度,考核结果,得分');
  for (const id of managers)
    reviews.row(`${id},2025,${some() < 0.1 ? '基本称职' : '称职'},${80 + Math.floor(some() * 20)}`);
  reviews.end();
}

/** Two sub-branch exports: one in yuan with separators, one plain, each with what people leave around a table. */
function writeDeposits(file: NewFile, managers: readonly string[], some: Random): number {
  const header =
    '机构名称,管户人,核心客户号,户名,帐号,币种,产品,存款年日平余额,上年日平余额,季日平余额,存款余额,分成比例,备注';
  const whole = [
    file('存款明细_东城.csv', '存款明细表,,,,,,,,,,,,', '单位：元,,,,,,,,,,,,', header),
    file('存款明细_西城.csv', header),
  ];
  for (const [at, manager] of managers.entries()) {
    const target = whole[at % 2] as CsvFile;
    const written = at % 2 === 0 ? grouped : plain;
    const unit = `${places[at % places.length]}第${(at % 200) + 1}支行`;
    for (let index = 0; index < customersEach; index++) {
      const customer = customerId(manager, index);
      const name = customerName(at * customersEach + index);
      for (let account = 1; account <= 2; account++) {
        const year = cents(20_000_000, some);
        const prior = some() < 0.1 ? '-' : written(Math.floor(year * (0.6 + some() * 0.7)));
        const amounts = `${written(year)},${prior},${written(Math.floor(year * (0.8 + some() * 0.4)))},${written(Math.floor(year * (0.7 + some() * 0.6)))}`;
        const currency = some() < 0.03 ? '美元' : '人民币';
        const row = (id: string, share: string): void =>
          target.row(
            `${unit},${id},${customer},${name},8001${customer}0${account},${currency},${pick(kinds, () => (index % 16) / 16)},${amounts},${share},`,
          );
        if (account === 2 && isShared(index)) {
          row(manager, '60%');
          row(nextOf(managers, at), '40%');
        } else row(manager, '100%');
      }
    }
  }
  return (whole[0]?.end('制表人：张三,,,,,,,,,,,,') ?? 0) + (whole[1]?.end() ?? 0);
}

function writeLoans(file: NewFile, managers: readonly string[], some: Random): number {
  const loans = file(
    '贷款明细.csv',
    '导出人：李四 导出时间：2026-10-09 09:15',
    '管户人,客户编号,客户名称,借据号,业务品种,币种,本年日均余额,本季日均余额,期末余额,到期日,逾期天数,逾期金额,欠息天数,欠息金额,垫款金额,分成比例',
  );
  const classified = file('五级分类.csv', '借据号,管户人,客户编号,币种,余额,五级分类,年初余额,年初分类');
  for (const [at, manager] of managers.entries())
    for (let index = 0; index < loansEach; index++) {
      const customer = customerId(manager, index);
      const loan = `JK${customer}01`;
      const balance = plain(cents(50_000_000, some));
      const bad = at % troubled === 5 && some() < 0.05;
      const overdue = bad ? `${Math.floor(some() * 60)},${balance}` : '0,-';
      const due = index % 2 === 0 ? '2027/6/30' : '20270630';
      const name = customerName(at * customersEach + index);
      loans.row(
        `${manager},${customer},${name},${loan},${pick(products, some)},人民币,${balance},${balance},${balance},${due},${overdue},0,0.00,-,100%`,
      );
      classified.row(
        `${loan},${manager},${customer},人民币,${balance},${bad ? pick(classes, some) : '正常'},${balance},正常`,
      );
    }
  return loans.end() + classified.end();
}

function writeSettlement(file: NewFile, managers: readonly string[], some: Random): number {
  const settlement = file(
    'settlement.csv',
    'manager_id,customer_id,customer_name,reference,kind,currency,quarter_amount,year_amount,share',
  );
  for (const [at, manager] of managers.entries())
    for (let index = 0; index < settlementsEach; index++) {
      const quarter = cents(1_000_000, some);
      const name = customerName(at * customersEach + index);
      settlement.row(
        `${manager},${customerId(manager, index)},${name},GJ${manager}${index},国际结算,USD,${grouped(quarter)},${grouped(quarter * 3)},100%`,
      );
    }
  return settlement.end();
}

function writeTargets(file: NewFile, managers: readonly string[], some: Random): number {
  const targets = file('业务计划.csv', '工号,考核项目,季度计划,年度计划,主要业务指标,单位');
  for (const manager of managers) {
    const wan = 2000 + Math.floor(some() * 8000);
    targets.row(`${manager},存款日均,${wan},${wan},是,万元`);
    targets.row(`${manager},贷款日均,${wan},${wan},是,万元`);
    targets.row(`${manager},国际结算额,50,200,否,万美元`);
    targets.row(`${manager},新增存款日均,${Math.floor(wan / 10)},${Math.floor(wan / 5)},是,万元`);
  }
  return targets.end();
}
