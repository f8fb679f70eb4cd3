/**
 * Spellings of headers met in banks' exports, beside those that the tables declare: by column, each group with where it
 * was met. A spelling that says which column it is, is read as that; one that leaves a doubt (`doubtful`: 日均 of the year
 * or of the quarter?) is only suggested.
 */

/** Where spellings were met. */
export const spellingSources = {
  east: "the supervisors' data standard EAST (监管数据标准化规范), by the comments of public table definitions of it",
  idap: 'github.com/xiaoxinllleee/idap-service: what a rural commercial bank calls the columns of its exports',
  warehouse:
    'github.com/un-knower/ts150 and other public field lists of large banks’ warehouses and data marts',
  credit: 'public list headers of credit systems (信贷管理系统)',
  core: 'public record definitions of core systems: accumulated balances and interest',
  field: 'usual wording of branch reports and personnel lists',
} as const;

/** The spellings met in each source, separated by spaces. */
type Met = Readonly<Partial<Record<keyof typeof spellingSources, string>>>;

/** By column: `year_avg`, in every table that has such a column, or `deposits.year_avg`. */
const plain: Readonly<Record<string, Met>> = {
  manager_id: {
    warehouse: '客户经理代码 客户经理编码',
    credit: '管户客户经理 管户经理 管户客户经理编号 主管客户经理 主办客户经理 归属客户经理',
    east: '信贷员工号 信贷员编号 员工编号',
    field:
      '客户经理ID 客户经理员工号 客户经理柜员号 营销人员工号 营销人工号 营销经理工号 维护人工号 归属人工号 业绩归属人工号 揽储人工号 揽存人工号 拓展人工号 职工号 职工编号 人员编号 员工代码 管户人工号 管户人编号 管户人代码 管户代码 责任人工号 主办人工号 经办人工号',
  },
  'roster.name': {
    idap: '员工姓名 客户经理名称',
    field: '人员姓名 职工姓名 员工名称 名字',
  },
  'roster.unit': {
    east: '所属部门 银行机构名称',
    idap: '支行名称 机构简称',
    field:
      '所属网点 所在支行 所在机构 归属机构 网点名称 经营机构 部门名称 所在部门 所属单位 单位名称 所在网点 营业机构 分支机构',
  },
  'roster.grade': {
    field:
      '岗位级别 职级 客户经理级别 现等级 当前等级 聘任等级 聘用等级 现职级 评定等级 等级名称 客户经理岗位等级 现聘级别 聘任级别 岗位档次',
  },
  'roster.series': { field: '业务条线 所属条线 条线类别 业务序列' },
  'roster.marketing_since': {
    east: '上岗日期',
    field:
      '任客户经理日期 从事营销日期 营销岗起始日期 客户经理上岗日期 客户经理任职日期 担任客户经理时间 从事客户经理日期 从事营销时间 入岗时间',
  },
  'roster.trainee_since': { field: '见习开始日期 见习起始日期 见习开始时间 见习起始时间' },
  'roster.trainee_type': { field: '见习类型 见习人员类别' },
  'roster.education': { field: '最高学历 文化程度 学历层次 学历名称' },
  'roster.title': { field: '专业技术职称 专业职称 技术职称 职称名称 专业技术职务' },
  'roster.entry_exam': { field: '上岗考试结果 上岗资格考试 上岗考试情况' },
  'roster.promotion_exam': { field: '升级考试结果 晋级考试 晋升考试' },
  'roster.status': {
    east: '员工状态 岗位状态',
    field: '在岗状态 人员状态 在职状态 任职状态 在岗情况',
  },
  customer_id: {
    east: '客户统一编号 客户ID',
    warehouse: '客户代码 客户标识 客户编码 客户内码',
    field: '核心客户编号 ECIF客户号 ECIF号 CIF号 对公客户号 客户号码 借款人编号',
  },
  customer_name: {
    east: '账户名称',
    idap: '账号名称 客户姓名',
    field: '单位名称 企业名称 公司名称 客户全称 客户中文名称 借款人名称 借款人 存款人名称 存款人',
  },
  currency: {
    east: '币种信息 币种代码',
    warehouse: '货币种类 货币代码 币种名称',
    field: '币别 币制 货币 货币名称 原币币种 账户币种 交易币种 货币类型',
  },
  share: {
    idap: '关联比率 关联比例',
    field:
      '分配比例 业绩比例 业绩分成比例 业绩分配比例 分润比例 管户占比 分成占比 归属比例 业绩占比 认领比例 营销占比 分成份额 管户份额 客户经理占比',
  },
  'deposits.account': {
    east: '分户账号 活期存款账号 定期存款账号',
    idap: '卡号',
    field: '存款账户 账户号 主账号 账户编号 客户账号 存款分户账号 账卡号',
  },
  'deposits.kind': {
    east: '账户类型 存款类型',
    warehouse: '产品名称 科目名称',
    field: '产品类型 存款产品 储种名称 存款品种 产品种类',
  },
  'deposits.year_avg': {
    idap: '当年存款日平 年存款日平余额',
    warehouse: '账户年日均余额 当年日均余额',
    field:
      '存款年日均 年日均存款 本年存款日均 年日均存款余额 存款年日均余额 本年日均存款 本年累计日均 年累计日均 年初至今日均 当年日均 全年日均 年度日均 年度日均余额 年平均余额 本年平均余额',
  },
  'deposits.prior_year_avg': {
    field:
      '上年存款日均 上年年日均 上年年日均余额 去年日均 去年日均余额 上年度日均 上年度日均余额 上年全年日均 上年日均存款',
  },
  'deposits.quarter_avg': {
    field:
      '存款季日均 季日均存款 本季存款日均 存款季日均余额 当季日均 当季日均余额 季度日均 季度日均余额 季累计日均 本季累计日均 季平均余额 本季平均余额 本季日均存款',
  },
  'deposits.end_balance': {
    east: '账户余额',
    warehouse: '当前余额 账面余额',
    field:
      '期末存款余额 季末存款余额 存款时点余额 存款时点 时点存款 当期余额 期末时点余额 季末时点余额 本期余额',
  },
  loan_id: {
    east: '信贷借据号 信贷合同号 贷款分户账号',
    credit: '借据编号 借据流水号 出账编号 合同编号',
    field: '贷款借据号 贷款编号 放款编号 贷款合同号 借款合同号 授信编号 借据',
  },
  'loans.product': {
    credit: '授信品种 贷款品种 业务种类',
    field: '产品名称 贷款种类 贷款产品 信贷品种 贷款类型 业务类型',
  },
  'loans.year_avg': {
    field:
      '贷款年日均 年日均贷款 本年贷款日均 年日均贷款余额 贷款年日均余额 本年日均贷款 本年累计日均 年累计日均 当年日均 当年日均余额 全年日均 年度日均 年度日均余额 年平均余额',
  },
  'loans.quarter_avg': {
    field:
      '贷款季日均 季日均贷款 本季贷款日均 贷款季日均余额 当季日均 当季日均余额 季度日均 季度日均余额 季累计日均 季平均余额 本季日均贷款',
  },
  'loans.end_balance': {
    credit: '借据余额 本金余额 贷款本金余额 当前余额',
    field: '期末贷款余额 季末贷款余额 贷款时点余额 账面余额 期末时点余额',
  },
  'loans.due_date': {
    east: '贷款到期日期',
    credit: '到期日期 贷款到期日 借据到期日',
    field: '合同到期日 约定到期日 到期时间',
  },
  'loans.overdue_days': {
    credit: '本金逾期天数 当前逾期天数',
    field: '逾期日数 贷款逾期天数',
  },
  'loans.overdue_amount': {
    credit: '逾期本金 逾期余额 逾期本金余额',
    field: '逾期贷款余额 贷款逾期金额',
  },
  'loans.arrears_days': { field: '利息逾期天数 欠息日数 拖欠利息天数' },
  'loans.arrears_amount': {
    credit: '欠息余额 欠息总额 表内欠息',
    field: '欠息 拖欠利息 欠利息金额',
  },
  'loans.advance_amount': { field: '垫款余额 垫款 垫付金额' },
  'settlement.kind': { field: '结算种类 结算业务类型 结算类别 结算业务种类' },
  'settlement.reference': { field: '业务参号 业务参考号 业务流水号 交易流水号 结算编号' },
  'settlement.quarter_amount': {
    field: '本季结算量 季结算量 季度结算量 季度结算额 当季结算额 当季结算量 本季国际结算量 本季结算金额',
  },
  'settlement.year_amount': {
    field: '本年结算量 本年结算额 年累计结算量 本年累计结算量 年结算量 年度结算额 年度结算量 本年国际结算量',
  },
  'classification.class': {
    east: '贷款五级分类',
    credit: '风险分类 风险分类结果 五级分类状态 五级分类名称',
    field: '资产分类 贷款分类结果 分类级别 当前五级分类 贷款质量分类',
  },
  'classification.balance': {
    credit: '贷款余额 借据余额 本金余额 当前余额',
    field: '期末余额 期末贷款余额 贷款本金余额',
  },
  'classification.prior_balance': { field: '上年末余额 上年末贷款余额 年初贷款余额' },
  'classification.prior_class': { field: '年初五级分类 上年末五级分类 上年末分类 年初分类结果 年初形态' },
  indicator: { field: '考核指标 指标名 任务名称 指标项 业务指标 指标项目' },
  'targets.quarter_target': {
    field: '季度任务 季度目标 本季任务 本季目标 季计划 季任务 季度计划数 本季计划数',
  },
  'targets.year_target': {
    field: '年度任务 年度目标 全年任务 全年计划 全年目标 本年计划 年计划 年任务 年度计划数',
  },
  'targets.main': { field: '主要指标 是否主要指标 是否主要业务指标' },
  'targets.unit': { field: '计量单位' },
  'metrics.unit': { field: '计量单位' },
  'metrics.quarter_actual': { field: '本季完成 本季完成数 季度实绩 本季实际 当季完成 季度完成' },
  'metrics.year_actual': { field: '本年完成 本年完成数 年度实绩 本年累计完成 本年实际 年度完成 全年完成' },
  'events.date': { field: '事件日期 发生日期 处理日期 奖惩日期' },
  'events.kind': { field: '事件类别 奖惩类型 处理类型 事项类型 奖惩类别' },
  'events.reference': { field: '文件号 发文号 处理文号 文件编号' },
  'events.note': { field: '情况说明 备注 事由 摘要' },
  'reviews.year': { field: '考核年度 年份' },
  'reviews.rating': { field: '年度考核结果 考核等次 考核等级 考评结果 年度考核等次' },
  'reviews.score': { field: '考核得分 考核分数' },
  'fx.rate': { field: '中间价 折算汇率 人民币汇率 折人民币汇率 折算率 汇率中间价 折算价 折算牌价 中间牌价' },
  'adjustments.amount': { field: '调整金额 调整数' },
  'adjustments.reason': { field: '调整原因 调整事由' },
  'adjustments.approved_by': { field: '审批人 审批人员' },
};

const doubtfulOnes: Readonly<Record<string, Met>> = {
  share: { field: '占比 比例 份额' },
  'deposits.year_avg': { field: '存款日均 日均存款 日均余额 日均 平均余额' },
  'deposits.end_balance': { field: '余额 月末余额' },
  'loans.year_avg': { field: '贷款日均 日均贷款 日均余额 日均 平均余额' },
  'loans.end_balance': { field: '余额 月末余额' },
  'settlement.year_amount': { warehouse: '累计国际结算量 累计结算量 本年累计 本年累计额 年累计' },
};

interface Spellings {
  readonly column: string;
  readonly source: string;
  readonly headers: string;
  readonly doubtful: boolean;
}

const spellingsIn = (met: Readonly<Record<string, Met>>, doubtful: boolean): Spellings[] =>
  Object.entries(met).flatMap(([column, sources]) =>
    Object.entries(sources).map(([source, headers]) => ({ column, source, headers, doubtful })),
  );

export const spellings: readonly Spellings[] = [
  ...spellingsIn(plain, false),
  ...spellingsIn(doubtfulOnes, true),
];

/** A column's further spellings, those without a doubt or all of them. */
export function spellingsOf(table: string, column: string, doubtful: boolean): string[] {
  return spellings
    .filter((each) => each.column === column || each.column === `${table}.${column}`)
    .filter((each) => doubtful || !each.doubtful)
    .flatMap(({ headers }) => headers.split(' '));
}
