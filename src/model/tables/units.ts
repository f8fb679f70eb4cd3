/** The branches and outlets themselves: what their headcount of customer managers is worked out from. */
import { amount, choice, count, date, name, required } from '../table.ts';

export const unitKinds = [
  { id: 'branch', text: { zh: '分行', en: 'branch' } },
  { id: 'settlement-department', text: { zh: '结算部门', en: 'settlement department' } },
  { id: 'corporate-outlet', text: { zh: '对公网点', en: 'corporate outlet' } },
  { id: 'other', text: { zh: '其他', en: 'other' } },
] as const;

/** Only a branch has them: a blank is nothing known, never a 0. */
const ifKnown = { mayBeBlank: 'unknown' } as const;

export const units = {
  id: 'units',
  names: ['units', '机构编制', '编制', '机构情况'],
  title: { zh: '机构编制', en: 'Units' },
  columns: {
    branch: name(['分行', '机构', '机构名称', '网点', '部门'], required),
    kind: choice(['机构类别', '类别', '机构类型'], unitKinds, { default: 'branch' }),
    sub_units: count(['二级经营机构数量', '二级经营机构数', '二级机构数量']),
    corporate_scale: amount(['公司业务资产负债规模', '公司业务规模'], ifKnown),
    new_deposits: amount(['对公存款新增', '新增对公存款'], ifKnown),
    new_risk_assets: amount(['公司类风险资产新增', '新增公司类风险资产'], ifKnown),
    new_sme_customers: count(['中小企业授信客户新增', '新增中小企业授信客户']),
    opened_on: date(['成立日期', '开业日期']),
    actual: count(['现有客户经理', '现有客户经理人数', '现有人数']),
  },
} as const;
