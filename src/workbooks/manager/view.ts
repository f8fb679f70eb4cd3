/** What every sheet of a manager's workbook is made from, and how each of them opens. */
import type { ManagerAppraisal } from '../../model/appraisal.ts';
import { join, type Text } from '../../model/text.ts';
import type { Block, Sheet } from '../../spreadsheet/sheet.ts';
import type { Subjects } from '../subjects.ts';
import { cleanNote, quarterWords, stageWords } from '../words.ts';
import type { Derivation } from './derivation.ts';
import type { Ledger } from './ledger.ts';
import type { ManagerResult, ManagerSection, RunSummary } from './run-summary.ts';

export interface ManagerView {
  readonly appraised: ManagerAppraisal;
  readonly appraisal: RunSummary;
  /** What the run is about. */
  readonly about: Subjects;
  readonly standing: ManagerResult['standing'];
  /** What the sections of the policies say of the manager. */
  readonly sections: readonly ManagerSection[];
  /** The formulas of measured figures, and the lines of 等级测算: many sheets refer to them. */
  readonly ledger: Ledger;
  readonly derivation: Derivation;
}

/** The cell of the qualified grade on the first page. */
export const qualifiedAnchor = 'qualified-grade';

export type ManagerSheet = (view: ManagerView) => Sheet;

/** `0012 张伟 · 城东支行 · 2026年第三季度 · 季度考核`, and that earlier quarters were taken as clean, if they were. */
export function opening(title: Text, { appraised, appraisal }: ManagerView, ...more: readonly Text[]): Block {
  const { manager_id: id, name, unit } = appraised.manager;
  const clean = cleanNote(appraisal);
  const who = join(
    [`${id} ${name}`, unit, quarterWords(appraisal.period), stageWords[appraisal.stage]],
    ' · ',
  );
  return { kind: 'title', text: title, lines: [who, ...(clean === null ? [] : [clean]), ...more] };
}
