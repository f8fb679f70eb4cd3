/** What a policy declares: used, called by one name once, and with its article. */
import { declaredAs } from '../../model/reference.ts';
import { lintProblems } from '../problems.ts';
import type { Check } from './looking.ts';

/** Everything that is declared is used. */
export const unused: Check = ({ file, placeOf, uses }) =>
  (['parameters', 'measures', 'signs'] as const).flatMap((to) => {
    const used = new Set(uses.filter((use) => use.to === to).map(({ id }) => id));
    return Object.keys(file[to])
      .filter((id) => !used.has(id))
      .map((id) => lintProblems.unused(placeOf([to, id]), { what: declaredAs[to], id }));
  });

/** Every rule and parameter names its article. */
export const articles: Check = ({ file, placeOf, rules }) => {
  const blank = (article: string | undefined): boolean => (article ?? '').trim() === '';
  return [
    ...Object.entries(file.parameters)
      .filter(([, { article }]) => blank(article))
      .map(([id]) => lintProblems.noArticle(placeOf(['parameters', id]), { what: id })),
    ...rules
      .filter(({ rule }) => rule.rule !== undefined && blank(rule.article))
      .map(({ rule, path }) => lintProblems.noArticle(placeOf(path), { what: rule.rule ?? '' })),
  ];
};

/** No two rules of a section share an id. */
export const ruleIds: Check = ({ placeOf, rules }) => {
  const seen = new Set<string>();
  return rules.flatMap(({ rule, path, section }) => {
    if (rule.rule === undefined) return [];
    // Each of `sections` is one of its own; the floor is one of the grades' rules where it is a condition of a grade.
    const own = section === 'sections' ? path.slice(0, 2).join(' ') : section;
    const key = `${own === 'floor' && rule['for-grades']?.length !== 0 ? 'grades' : own} ${rule.rule}`;
    if (seen.has(key)) return [lintProblems.twice(placeOf([...path, 'rule']), { rule: rule.rule })];
    seen.add(key);
    return [];
  });
};
