/** Which words of a header speak for a column, and which against it: for spellings that nobody has listed. */

interface Words {
  /** All of them stand in the header. */
  readonly all: readonly RegExp[];
  /** None of them does. */
  readonly none?: RegExp;
}

const number = /(?:号|号码|代码|编号|编码|标识|内码|流水|id|no\.?)$/i;
const average = /日均|日平|平均|均额|均余额|均值/;
const product = /积数/;
const earlier = /上年|去年|上一年|上季|上期|上月|同期|年初|期初|比|较|增/;
const amountOfSettlement = /结算|交易量|发生额/;
const target = /计划|任务|目标|指标值/;
const actual = /实绩|完成|实际|实现/;
const person =
  /客户经理|经理|管户|主办|营销|员工|人员|柜员|信贷员|维护|归属人|经办|职工|揽储|揽存|拓展|责任人|人力|人事/;
const customer = /客户(?!经理)|客商|核心|ecif|cif|借款人|存款人/i;

/** By column, or by table and column where it is another thing there. */
const byColumn: Readonly<Record<string, Words>> = {
  manager_id: { all: [person, number], none: /客户号|机构|部门|岗位|证件|电话|手机|身份/ },
  customer_id: { all: [customer, number], none: /经理|账|帐|证件|信用|电话|行业|机构/ },
  customer_name: {
    all: [/客户(?!经理)|账户|户主|单位|企业|公司|借款人|存款人/, /名|称|人$/],
    none: /经理|机构|号$/,
  },
  currency: { all: [/币|货币/], none: /折|余额|金额|汇率/ },
  share: {
    all: [/分成|分配|管户|分润|业绩|份额|归属|关联|认领|分户/, /比|率|例|份额|占|%/],
    none: /利率|逾期|完成率|抵押|增/,
  },
  'roster.name': { all: [/姓名|名字|员工名|人员名|经理名/], none: /客户(?!经理)|机构|部门|上级|主管/ },
  'roster.unit': {
    all: [/机构|支行|部门|网点|单位|分理处|营业部/],
    none: /号|代码|编码|编号|上级|类别|类型|级别|性质/,
  },
  'roster.grade': { all: [/等级|级别|职级|档次/], none: /客户(?!经理)|信用|风险|评级|原|拟|学历|机构/ },
  'roster.series': { all: [/条线|序列/] },
  'roster.marketing_since': {
    all: [/营销|客户经理|入岗|上岗|任职/, /日|时间|年月/],
    none: /见习|到期|考试|出生/,
  },
  'roster.trainee_since': { all: [/见习|试用/, /日|时间|起/], none: /满|止|结束/ },
  'roster.trainee_type': { all: [/见习|试用/, /类/] },
  'roster.education': { all: [/学历|文化程度/] },
  'roster.title': { all: [/职称|技术资格/] },
  'roster.entry_exam': { all: [/上岗|资格/, /考试/] },
  'roster.promotion_exam': { all: [/升级|晋级|晋升/, /考试/] },
  'roster.status': { all: [/状态|在岗|在职/], none: /账|户|日期|时间/ },
  'deposits.account': {
    all: [/账|帐|卡|分户/, /号|户$/],
    none: /名|贷款|借据|余额|类|日期|状态|客户号|机构|电话/,
  },
  'deposits.kind': { all: [/产品|储种|存款种类|存款类型|品种|科目|账户类型/], none: number },
  year_avg: { all: [average, /年|累计/], none: new RegExp(`${earlier.source}|季|月`) },
  quarter_avg: { all: [average, /季/], none: earlier },
  'deposits.prior_year_avg': { all: [average, /上年|去年|上一年/], none: /增|比|较|季|月|同期/ },
  year_product: { all: [product, /年/], none: earlier },
  quarter_product: { all: [product, /季/], none: earlier },
  'deposits.end_balance': {
    all: [/余额|时点|结余|账面/],
    none: /日均|平均|上|年初|月初|季初|可用|冻结|比|增|较|折/,
  },
  'loans.end_balance': {
    all: [/余额|时点/],
    none: /日均|平均|上|年初|月初|季初|逾期|欠|垫|敞口|比|增|较|折|授信|可用/,
  },
  loan_id: { all: [/借据|贷款|合同|业务|协议|放款|出账|授信|凭证/, number], none: /客户|产品|机构|品种/ },
  'loans.product': { all: [/业务品种|产品|贷款品种|品种|贷款种类|授信品种|业务种类|贷款类型/], none: number },
  'loans.due_date': { all: [/到期/], none: /天|金额|是否|展期/ },
  'loans.overdue_days': { all: [/逾期/, /天|日数/], none: /利息|欠息/ },
  'loans.overdue_amount': { all: [/逾期/, /金额|本金|余额|贷款/], none: /天|日|欠息|利息|率/ },
  'loans.arrears_days': { all: [/欠息|拖欠利息|利息逾期/, /天|日数/] },
  'loans.arrears_amount': { all: [/欠息|拖欠利息|欠利息/], none: /天|日/ },
  'loans.advance_amount': { all: [/垫款|垫付/], none: /日|天/ },
  'settlement.kind': { all: [/结算|业务/, /类|种/] },
  'settlement.reference': { all: [/业务|交易|流水|参考/, number], none: /客户/ },
  'settlement.quarter_amount': { all: [amountOfSettlement, /季/, /量|额|数/], none: earlier },
  'settlement.year_amount': {
    all: [amountOfSettlement, /年|累计/, /量|额|数/],
    none: new RegExp(`${earlier.source}|季`),
  },
  'classification.class': { all: [/五级|形态|分类|质量/], none: /年初|上年|上期|日期|变动|人/ },
  'classification.prior_class': { all: [/五级|形态|分类|质量/, /年初|上年/] },
  'classification.balance': { all: [/余额|结余/], none: /年初|上年|上期|逾期|欠/ },
  'classification.prior_balance': { all: [/余额|结余/, /年初|上年/] },
  indicator: { all: [/指标|考核项目|考核内容|考核科目|任务名称/], none: /值|权重|主要|是否/ },
  'targets.quarter_target': { all: [target, /季/], none: /率/ },
  'targets.year_target': { all: [target, /年/], none: /率|季/ },
  'targets.main': { all: [/主要|核心|重点/, /指标/] },
  unit: { all: [/计量|单位/], none: /名称/ },
  'metrics.quarter_actual': { all: [actual, /季/], none: /率/ },
  'metrics.year_actual': { all: [actual, /年|累计/], none: /率|季/ },
  'events.date': { all: [/日期|时间/] },
  'events.kind': { all: [/事件|奖惩|处理|事项/, /类|种|性质/] },
  reference: { all: [/文号|文件号|发文|批文|文件编号/] },
  'reviews.year': { all: [/年度|年份/] },
  'reviews.rating': { all: [/考核|考评/, /结果|等次|等级|结论/] },
  'fx.rate': { all: [/汇率|汇价|折算率|折算价|折算牌价|中间价|牌价/], none: /买|卖|日期/ },
  'fx.per': { all: [/单位|每|基数/] },
  'adjustments.amount': { all: [/调整/, /额|数/] },
  'adjustments.reason': { all: [/原因|事由/] },
  'adjustments.approved_by': { all: [/审批|批准/, /人/] },
};

/** Whether the words of a header speak for a column of a table. */
export function wordsSpeakFor(header: string, table: string, column: string): boolean {
  const words = byColumn[`${table}.${column}`] ?? byColumn[column];
  if (words === undefined) return false;
  const text = header.normalize('NFKC').replace(/\s+/g, '');
  return words.all.every((word) => word.test(text)) && words.none?.test(text) !== true;
}
