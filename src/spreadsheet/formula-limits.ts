/** What Excel can hold in one formula. A workbook with a formula beyond that opens with an error, or not at all. */

const limits = { characters: 8192, argumentsOfAFunction: 255, nested: 64, words: 255 };

/** Whether Excel can read a formula; where it cannot, the value alone stands in the cell. */
export function fitsExcel(formula: string): boolean {
  // Shorter than this, a formula has neither too many arguments nor too many levels.
  if (formula.length < limits.nested) return true;
  if (formula.length > limits.characters) return false;
  const counts: number[] = [];
  for (let at = 0; at < formula.length; at += 1) {
    const sign = formula[at];
    if (sign === '(') counts.push(1);
    else if (sign === ')') counts.pop();
    else if (sign === ',') counts.push((counts.pop() ?? 1) + 1);
    else if (sign === '"' || sign === "'") {
      // Quoted words and sheet names hold no syntax; a doubled quote ends one and begins the next.
      const end = formula.indexOf(sign, at + 1);
      if (sign === '"' && end - at - 1 > limits.words) return false;
      at = Math.max(at, end);
    }
    if (counts.length > limits.nested || (counts.at(-1) ?? 0) > limits.argumentsOfAFunction) return false;
  }
  return true;
}
