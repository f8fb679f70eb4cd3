/** What a policy's own keys declare is a section like any other, and says what the managers' results say. */

import { describe, expect, test } from 'vitest';
import { allowanceOf, decisionOf, floorOf, gradedOf, gradesOf, warningsOf } from '../../src/model/entries.ts';
import type { PolicySection, SectionEntry } from '../../src/model/section-result.ts';
import { inChain, withoutLadder, withSections } from '../workbooks/quarter.ts';

const annual = inChain('2026Q4');
const sectionIn = (sections: readonly PolicySection[], id: string): PolicySection => {
  const found = sections.find((section) => section.id === id);
  if (!found) throw new Error(`no section ${id}`);
  return found;
};
const entryOf = (id: string, manager: string): SectionEntry | undefined =>
  sectionIn(annual.sections, id).entries.find(({ subject }) => subject === manager);

describe('the sections of a policy with a ladder', () => {
  test('stand in order, before what stands under its sections; interim quarters decide nothing', () => {
    const declared = [
      ...['floor', 'grades', 'targets', 'warnings', 'watch-list', 'unassigned', 'allowance'],
      ...['pay', 'headcount', 'minimum-staffing', 'stars', 'champions'],
    ];
    expect(withSections().sections.map(({ id }) => id)).toEqual(declared);
    expect(annual.sections.map(({ id }) => id)).toEqual([...declared.slice(0, 7), 'decisions']);
    expect(withoutLadder().sections.map(({ id }) => id)).not.toContain('grades');
  });

  test('have an entry for each manager, with what the manager came to', () => {
    for (const each of annual.managers) {
      const id = each.manager.manager_id;
      const { qualifiedGrade, possibleGrade } = gradedOf(each);
      const graded = entryOf('grades', id);
      expect(graded?.verdict?.id ?? null).toBe(
        qualifiedGrade === possibleGrade ? (qualifiedGrade ?? 'none') : null,
      );
      expect(graded?.findings.map(({ rule, outcome }) => [rule, outcome])).toEqual(
        gradesOf(each).map(({ grade, outcome }) => [grade, outcome]),
      );
      expect(entryOf('floor', id)?.findings).toEqual([floorOf(each)]);
      expect(entryOf('allowance', id)?.figures.at(-1)?.fact.quantity).toMatchObject({
        value: allowanceOf(each)?.amount,
      });
      expect(entryOf('decisions', id)?.findings).toEqual(decisionOf(each)?.considered);
    }
  });

  test('of the warnings, the heaviest level that speaks is the verdict; what is unknown leaves none', () => {
    const order = annual.policy.warningLevels.map(({ id }) => id);
    for (const each of annual.managers) {
      const [{ manager }, warnings] = [each, warningsOf(each)];
      const speaking = warnings
        .filter(({ outcome }) => outcome === 'triggered' || outcome === 'review')
        .map(({ level }) => order.indexOf(level));
      const unknown = warnings.some(({ outcome }) => outcome === 'unknown');
      const expected = speaking.length > 0 ? order[Math.max(...speaking)] : unknown ? null : 'none';
      expect(entryOf('warnings', manager.manager_id)?.verdict?.id ?? null).toBe(expected);
    }
  });

  test('the lists of the branch are sections about loans and customers', () => {
    expect(
      sectionIn(annual.sections, 'watch-list').entries.map(({ subject, managerId }) => [subject, managerId]),
    ).toEqual(annual.watchList.map(({ loanId, managerId }) => [loanId, managerId]));
    expect(
      sectionIn(annual.sections, 'unassigned').entries.map(({ subject, verdict }) => [subject, verdict?.id]),
    ).toEqual(annual.unassigned.map(({ customerId, forHr }) => [customerId, forHr ? 'assign' : 'small']));
  });
});
