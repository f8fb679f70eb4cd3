/** What can be wrong with the decisions that people fill in. */
import { perhaps } from '../intake/nearest.ts';
import { errorOf, noteOf, warningOf } from '../model/diagnostic.ts';
import type { Text } from '../model/text.ts';

const copyAgain: Text = {
  zh: '请从结果文件夹另复制一份决定表，把答案抄过去',
  en: 'Copy the decisions out of the result once more and carry the answers over',
};

interface InColumn {
  readonly column: string;
}

export const decisionProblems = {
  otherRun: errorOf<{ expected: string }>('decisions.other-run', ({ expected }) => ({
    message: {
      zh: `这不是这次运行的决定表：应有运行指纹 ${expected}`,
      en: `These are not the decisions of this run, whose fingerprint is ${expected}`,
    },
    hint: {
      zh: '请填写结果文件夹里的那一份的复制件；数据更正后重新运行过的，要用新的一份',
      en: 'Fill in a copy of the one in the result; after a correction of the data, of the new result',
    },
  })),
  noSheet: errorOf<{ sheet: string }>('decisions.missing-sheet', ({ sheet }) => ({
    message: { zh: `没有工作表“${sheet}”`, en: `There is no sheet “${sheet}”` },
    hint: copyAgain,
  })),
  noColumn: errorOf<InColumn>('decisions.missing-column', ({ column }) => ({
    message: { zh: `没有“${column}”这一列`, en: `There is no column “${column}”` },
    hint: {
      zh: '列可以移动，不能删去或改名；请改回原来的列名',
      en: 'Columns may be moved, but neither removed nor renamed: give it its name again',
    },
  })),
  twoColumns: errorOf<InColumn>('decisions.two-columns', ({ column }) => ({
    message: { zh: `有两列都叫“${column}”`, en: `Two columns are called “${column}”` },
    hint: { zh: '请删去多出的一列', en: 'Remove one of them' },
  })),
  rowGone: errorOf<{ number: string; who: string }>('decisions.row-gone', ({ number, who }) => ({
    message: { zh: `少了一行：编号 ${number}（${who}）`, en: `A row is gone: number ${number} (${who})` },
    hint: {
      zh: '不决定的事项让它空着，不要删行；请把这一行补回来',
      en: 'What is not decided is left blank, not removed: put the row back',
    },
  })),
  rowTwice: errorOf<{ first: number }>('decisions.row-twice', ({ first }) => ({
    message: { zh: `与第 ${first} 行是同一个编号`, en: `Row ${first} has the same number` },
    hint: { zh: '请只留一行', en: 'Keep one of the two' },
  })),
  unknownId: errorOf<{ suggestion: string | null }>('decisions.unknown-id', ({ suggestion }) => ({
    message: {
      zh: `这次运行没有这个编号${perhaps(suggestion).zh}`,
      en: `The run has no such number${perhaps(suggestion).en}`,
    },
    hint: {
      zh: '编号不能改动，也不能加行；名单以外的人写在另一张表上',
      en: 'Numbers stay as they are, and no rows are added: others have a sheet of their own',
    },
  })),
  otherManager: errorOf<{ expected: string }>('decisions.other-manager', ({ expected }) => ({
    message: { zh: `这个编号的人是 ${expected}`, en: `This number is of ${expected}` },
    hint: {
      zh: '这一格不能改动；只给一部分单元格排序会把人和答案错开，请逐行核对',
      en: 'The cell is not to be changed; where only some of the cells were sorted, people and answers no longer fit: check row by row',
    },
  })),
  unknownChoice: errorOf<InColumn & { known: readonly string[]; suggestion: string | null }>(
    'decisions.unknown-choice',
    ({ column, known, suggestion }) => ({
      message: {
        zh: `“${column}”中没有这一项${perhaps(suggestion).zh}`,
        en: `“${column}” has no such entry${perhaps(suggestion).en}`,
      },
      hint: { zh: `可填：${known.join('、')}`, en: `It may be: ${known.join(', ')}` },
    }),
  ),
  notDecided: errorOf<{ decision: string }>('decisions.not-decided', ({ decision }) => ({
    message: {
      zh: `这里填了内容，但这一行的“${decision}”还空着`,
      en: `This is filled in, but “${decision}” of the row is blank`,
    },
    hint: {
      zh: `请选定“${decision}”；还没有决定的，整行留空`,
      en: `Choose “${decision}”; where nothing is decided yet, leave the row blank`,
    },
  })),
  missingAnswer: errorOf<InColumn & { answer: string }>('decisions.missing-answer', ({ column, answer }) => ({
    message: { zh: `“${answer}”须填“${column}”`, en: `“${answer}” needs “${column}”` },
    hint: { zh: '请补填', en: 'Fill it in' },
  })),
  outOfTime: errorOf<{ from: string; to: string }>('decisions.out-of-time', ({ from, to }) => ({
    message: {
      zh: `日期应在 ${from} 至 ${to} 之间`,
      en: `The day should lie between ${from} and ${to}`,
    },
    hint: { zh: '请核对年份和季度', en: 'Check the year and the quarter' },
  })),
  liftedBefore: errorOf<{ since: string }>('decisions.lifted-before', ({ since }) => ({
    message: {
      zh: `解除日早于起始日 ${since}`,
      en: `It would be lifted before it began, on ${since}`,
    },
    hint: { zh: '请核对日期', en: 'Check the day' },
  })),
  gradeUnfit: errorOf<{ action: Text; held: Text; reach: Text }>(
    'decisions.grade-unfit',
    ({ action, held, reach }) => ({
      message: {
        zh: `“${action.zh}”不能聘到这一等级：现聘${held.zh}，${reach.zh}`,
        en: `“${action.en}” does not lead to this grade: held is ${held.en}, ${reach.en}`,
      },
      hint: {
        zh: '请改等级，或改选审批结果',
        en: 'Choose another grade, or another result',
      },
    }),
  ),
  needless: errorOf<{ answer: Text; column: string }>('decisions.needless-answer', ({ answer, column }) => ({
    message: {
      zh: `“${answer.zh}”不聘到任何等级，这里却另填了“${column}”`,
      en: `“${answer.en}” leads to no grade, yet “${column}” is filled in here`,
    },
    hint: {
      zh: '请清空这一格，或改选前面的决定',
      en: 'Clear the cell, or choose another decision before it',
    },
  })),
  copiedSheet: errorOf('decisions.copied-sheet', () => ({
    message: {
      zh: '这张工作表是决定表的复制件或改了名，上面的填写不会读入',
      en: 'This sheet is a copy of one of the decisions, or was renamed: what is filled in here is not read',
    },
    hint: {
      zh: '请把填写的内容移到原来的工作表，删去这一张',
      en: 'Move what is filled in to the original sheet, and delete this one',
    },
  })),
  inPlace: warningOf('decisions.in-place', () => ({
    message: {
      zh: '决定表是在结果文件夹里直接填写的，那份结果从此与它的清单不符',
      en: 'The decisions were filled in inside the result, which is no longer what its manifest says',
    },
    hint: {
      zh: '关闭照常写出；请把填好的移到别处，并从备份恢复结果里空白的 decisions.xlsx',
      en: 'The quarter is closed all the same; move the filled-in file elsewhere, and restore the blank one of the result from a backup',
    },
  })),
  nobody: errorOf<{ suggestion: string | null }>('decisions.nobody', ({ suggestion }) => ({
    message: {
      zh: `名册上没有这个工号${perhaps(suggestion).zh}`,
      en: `Nobody on the roster has this id${perhaps(suggestion).en}`,
    },
    hint: { zh: '请按名册填写，前面的零要保留', en: 'Write it as the roster has it, with leading zeros' },
  })),
  contradiction: errorOf<{ leaves: string; row: number }>('decisions.contradiction', ({ leaves, row }) => ({
    message: {
      zh: `同一个人在“${leaves}”第 ${row} 行已决定离开，这里又予聘任`,
      en: `By row ${row} of “${leaves}” the same person leaves, and here is appointed`,
    },
    hint: { zh: '请只留一个决定', en: 'Keep one of the two decisions' },
  })),
  undecided: noteOf<{ count: number; rows: readonly number[] }>('decisions.undecided', ({ count, rows }) => ({
    message: {
      zh: `${count} 项尚未决定（第 ${rows.join('、')} 行${count > rows.length ? ' 等' : ''}）`,
      en: `${count} not decided yet (row ${rows.join(', ')}${count > rows.length ? ', …' : ''})`,
    },
    hint: {
      zh: '没有代为决定；登记簿的未决事项里列有全部',
      en: 'Nothing was decided for anybody; all of them are listed in the register',
    },
  })),
};
