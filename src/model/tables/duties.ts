/** What was done day by day: the activities a manager must record, and attendance. */
import { choice, count, date, declared, id, required } from '../table.ts';
import { managerId } from './shared.ts';

export const activities = {
  id: 'activities',
  names: ['activities', '履职记录', '工作记录', '活动记录'],
  title: { zh: '履职记录', en: 'Activities' },
  columns: {
    manager_id: managerId,
    date: date(['日期', '活动日期'], required),
    kind: declared(['类别', '活动类别', '事项'], 'activities', required),
    customer_id: id(['客户号', '客户编号', '核心客户号'], { mayBeBlank: true }),
    answered_on: date(['答复日期', '回复日期', '办结日期']),
  },
} as const;

export const absenceKinds = [
  { id: 'late', text: { zh: '迟到', en: 'late' } },
  { id: 'early', text: { zh: '早退', en: 'left early' } },
  { id: 'absent', text: { zh: '旷工', en: 'absent' } },
  { id: 'personal_leave', text: { zh: '事假', en: 'personal leave' } },
  { id: 'sick_leave', text: { zh: '病假', en: 'sick leave' } },
  { id: 'away', text: { zh: '脱岗', en: 'away from the post' } },
] as const;

export const attendance = {
  id: 'attendance',
  names: ['attendance', '考勤', '出勤'],
  title: { zh: '考勤', en: 'Attendance' },
  columns: {
    manager_id: managerId,
    date: date(['日期', '考勤日期'], required),
    kind: choice(['类别', '考勤类别', '考勤情况'], absenceKinds, required),
    minutes: count(['分钟', '分钟数', '时长（分钟）']),
  },
} as const;
