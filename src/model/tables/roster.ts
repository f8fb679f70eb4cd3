/** The roster: one row per customer manager. */
import { amount, choice, date, declared, name, required, text } from '../table.ts';
import { managerId } from './shared.ts';

const passed = [
  { id: 'passed', text: { zh: '合格', en: 'passed' }, also: ['通过', '及格'] },
  { id: 'failed', text: { zh: '不合格', en: 'failed' }, also: ['未通过', '不及格'] },
] as const;

export const roster = {
  id: 'roster',
  names: ['roster', '客户经理名册', '花名册', '名册'],
  title: { zh: '客户经理名册', en: 'Roster' },
  columns: {
    manager_id: managerId,
    name: name(['姓名', '客户经理姓名', '客户经理'], required),
    unit: name(['所属机构', '支行', '所属支行', '机构', '机构名称', '经营单位', '所在单位'], required),
    grade: declared(
      ['现聘等级', '现任等级', '上期评定等级', '等级', '岗位等级', '客户经理等级'],
      'grades',
      required,
    ),
    /** Within the quarter: from this day the grade held is paid, before it the former one; blank there: none was held. */
    grade_since: date(['现聘起始日']),
    former_grade: declared(['原聘等级'], 'grades'),
    series: declared(['条线'], 'series', { orFirst: true }),
    marketing_since: date(['从事营销工作起始日', '从事客户经理时间', '任职起始日', '营销起始日', '入岗日期']),
    trainee_since: date(['见习起始日']),
    trainee_type: choice(
      ['见习类别'],
      [
        { id: 'graduate', text: { zh: '应届毕业生', en: 'new graduate' }, also: ['应届'] },
        { id: 'other', text: { zh: '其他', en: 'other' } },
      ],
    ),
    education: text(['学历']),
    title: text(['专业技术资格', '职称']),
    entry_exam: choice(['上岗考试', '模拟银行考试'], passed),
    promotion_exam: choice(['升级考试'], passed),
    trainee_exam: choice(['见习期满考试', '转正考试'], passed),
    trainee_until: date(['见习期满日']),
    /** Where a trainee goes when appointed by the level: 9, 9等, 行员9等. */
    employee_level: text(['原行员等级', '行员等级']),
    /** Of a trainee: yuan a month, both fees together. */
    former_fees: amount(['原职位费用标准'], { mayBeBlank: 'unknown' }),
    since: date(['调入日期', '调入时间', '调入本机构日期', '调入支行日期']),
    status: declared(['状态'], 'statuses', { orFirst: true }),
  },
} as const;
