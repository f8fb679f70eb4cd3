/** The phases of a run, and whom it tells how far it has come. */
import type { Text } from '../model/text.ts';

export interface Phase {
  readonly title: Text;
  /** What is counted. */
  readonly unit: Text;
}

export interface Progress {
  /**
   * So much of a phase is done; another phase, or one of another size, begins anew. Where the bar does not measure what
   * is counted, `counted` says how many. A phase `of` nothing that can be counted shows its title only.
   */
  show(phase: Phase, done: number, of: number, counted?: number): void;
  end(): void;
}

const managers: Text = { zh: '人', en: 'managers' };
const files: Text = { zh: '个文件', en: 'files' };

export const phases = {
  opening: { title: { zh: '打开文件', en: 'Opening' }, unit: files },
  reading: { title: { zh: '读取数据', en: 'Reading' }, unit: { zh: '行', en: 'rows' } },
  appraising: { title: { zh: '考核', en: 'Appraising' }, unit: managers },
  workbook: { title: { zh: '生成工作簿', en: 'Workbook' }, unit: files },
  workbooks: { title: { zh: '个人工作簿', en: 'Workbooks' }, unit: managers },
  archive: { title: { zh: '核对归档', en: 'Archive' }, unit: files },
  branches: { title: { zh: '读取机构', en: 'Branches' }, unit: { zh: '家机构', en: 'branches' } },
} as const satisfies Record<string, Phase>;
