/** What can be wrong or odd in a policy file whose form is right. */
import type { Day } from '../model/calendar.ts';
import { errorOf, noteOf, warningOf } from '../model/diagnostic.ts';
import type { Text } from '../model/text.ts';
import type { Asked } from './references.ts';
import { shapeWords } from './shape-words.ts';

export const lintProblems = {
  neverMet: errorOf<{ rule: string; grade: string; why: Text }>(
    'policy.never-met',
    ({ rule, grade, why }) => ({
      message: {
        zh: `等级“${grade}”永远无法达到：规则“${rule}”${why.zh}`,
        en: `the grade "${grade}" can never be reached: the rule "${rule}" ${why.en}`,
      },
      hint: {
        zh: '请补上该等级的取值，或用 `rule.for-grades` 把规则限定在有取值的等级',
        en: 'add the value for this grade, or limit the rule by `rule.for-grades` to those that have one',
      },
    }),
  ),
  noValueForGrade: errorOf<{ id: string; grade: string }>('policy.no-value-for-grade', ({ id, grade }) => ({
    message: {
      zh: `这里要用参数“${id}”的“${grade}”取值，但没有`,
      en: `the value of "${id}" for "${grade}" is needed here, and there is none`,
    },
    hint: {
      zh: `请在 ${id} 的 \`by-grade\` 下补上 ${grade}，或写 \`parameters.*.value\``,
      en: `add ${grade} under \`by-grade\` of ${id}, or give it a \`parameters.*.value\` for everyone`,
    },
  })),
  noValue: errorOf<{ id: string }>('policy.no-value', ({ id }) => ({
    message: { zh: `参数“${id}”没有取值`, en: `the parameter "${id}" has no value` },
    hint: {
      zh: '请写 `parameters.*.value`，如 6；分等级的写在 `by-grade` 下',
      en: 'give it a `parameters.*.value`, such as 6, or one for each grade under `by-grade`',
    },
  })),
  wrongShape: errorOf<{ id: string; by: string; asked: Asked }>('policy.wrong-kind', ({ id, by, asked }) => ({
    message: {
      zh: `参数“${id}”的取值不是 ${by} 所要的`,
      en: `the value of "${id}" is not what ${by} asks for`,
    },
    hint: { zh: `应为${shapeWords(asked).zh}`, en: `it should be ${shapeWords(asked).en}` },
  })),
  notByGrade: errorOf<{ id: string; by: string }>('policy.not-by-grade', ({ id, by }) => ({
    message: {
      zh: `${by} 只取参数“${id}”对所有人的一个值，不分等级`,
      en: `${by} reads one value of "${id}" for everyone, not one for each grade`,
    },
    hint: {
      zh: '请把 `by-grade` 改写为 `parameters.*.value`',
      en: 'write `parameters.*.value` in place of `by-grade`',
    },
  })),
  noSuchChoice: errorOf<{ id: string; known: readonly string[]; nearest: string }>(
    'policy.no-such-choice',
    ({ id, known, nearest }) => ({
      message: {
        zh: `参数“${id}”没有这种读法；可选：${known.join('、')}`,
        en: `the parameter "${id}" has no such reading; there are: ${known.join(', ')}`,
      },
      hint: { zh: `是否应为“${nearest}”`, en: `did you mean "${nearest}"?` },
    }),
  ),
  unknownColumn: errorOf<{ column: string; table: string; nearest: string }>(
    'policy.unknown-column',
    ({ column, table, nearest }) => ({
      message: {
        zh: `数据表 ${table} 没有列“${column}”`,
        en: `the table ${table} has no column "${column}"`,
      },
      hint: { zh: `是否应为“${nearest}”`, en: `did you mean "${nearest}"?` },
    }),
  ),
  noSuchClass: errorOf<{ known: readonly string[]; nearest: string }>(
    'policy.no-such-class',
    ({ known, nearest }) => ({
      message: {
        zh: `没有这一类贷款；可写：${known.join('、')}`,
        en: `there is no such class of loans; there are: ${known.join(', ')}`,
      },
      hint: { zh: `是否应为“${nearest}”`, en: `did you mean "${nearest}"?` },
    }),
  ),
  notDeclared: errorOf<{ what: Text; id: string; nearest: string | null }>(
    'policy.not-declared',
    ({ what, id, nearest }) => ({
      message: {
        zh: `政策中没有声明这个${what.zh}：“${id}”`,
        en: `no such ${what.en} is declared: "${id}"`,
      },
      hint:
        nearest === null
          ? { zh: '请先声明，或删去这一项', en: 'declare it, or leave this out' }
          : { zh: `是否应为“${nearest}”`, en: `did you mean "${nearest}"?` },
    }),
  ),
  declaredLater: errorOf<{ what: Text; id: string }>('policy.declared-later', ({ what, id }) => ({
    message: {
      zh: `${what.zh}“${id}”在这里还不知道：它在后面，或就是自己`,
      en: `the ${what.en} "${id}" is not known yet at this place: it comes later, or is this one itself`,
    },
    hint: {
      zh: '请把它移到前面；不能绕成圈',
      en: 'move it before this one; they cannot go round in a circle',
    },
  })),
  stepNeverReached: errorOf<{ id: string; before: string; on: Day }>(
    'policy.step-never-reached',
    ({ id, before, on }) => ({
      message: {
        zh: `自 ${on} 起这一档永远轮不到：“${id}”没有超出前一档的“${before}”`,
        en: `from ${on} on this step is never reached: "${id}" does not go beyond "${before}" of the step before it`,
      },
      hint: {
        zh: 'at-least、more-than 由高到低写，at-most、less-than 由低到高写',
        en: 'at-least and more-than go from high to low, at-most and less-than from low to high',
      },
    }),
  ),
  unitsDiffer: errorOf<{ seen: Text; asked: Text }>('policy.units-differ', ({ seen, asked }) => ({
    message: {
      zh: `单位不合：这里是${seen.zh}，应为${asked.zh}`,
      en: `the units do not go together: this is ${seen.en}, where ${asked.en} is asked for`,
    },
    hint: {
      zh: '界限、单价、单位要与数值一致：金额写 CNY 10,000，百分比写 80%，个数和分数写 6；应发的钱由一个金额乘以数字或百分比得出',
      en: 'bounds, prices and units go with the figure: CNY 10,000 for an amount, 80% for a share, 6 for a number or points; yuan that are paid come from one amount times numbers or percentages',
    },
  })),
  cycle: errorOf<{ rules: readonly string[] }>('policy.outcome-cycle', ({ rules }) => ({
    message: {
      zh: `outcome-of 绕成了圈：${rules.join(' → ')}`,
      en: `outcome-of goes round in a circle: ${rules.join(' → ')}`,
    },
    hint: { zh: '请让其中一条规则不再引用另一条', en: 'let one of these rules do without the other' },
  })),
  tooEarly: errorOf<{ rule: string; known: Text }>('policy.asked-too-early', (args) => ({
    message: {
      zh: `这里还不知道规则“${args.rule}”的结果`,
      en: `the outcome of the rule "${args.rule}" is not known yet at this place`,
    },
    hint: {
      zh: `outcome-of 在这里只能引用${args.known.zh}`,
      en: `outcome-of may refer here to ${args.known.en} only`,
    },
  })),
  twice: errorOf<{ rule: string }>('policy.rule-twice', ({ rule }) => ({
    message: { zh: `有两条规则都叫“${rule}”`, en: `two rules are called "${rule}"` },
    hint: { zh: '请给其中一条另起代码', en: 'give one of them another id' },
  })),
  sameValue: warningOf<{ day: Day; before: Day }>('policy.same-value', ({ day, before }) => ({
    message: {
      zh: `${day} 的取值与 ${before} 相同`,
      en: `the value from ${day} is the same as from ${before}`,
    },
    hint: {
      zh: '如本意是调整，请改这一行；否则删去',
      en: 'if a change was meant, correct this line; else remove it',
    },
  })),
  overlap: warningOf<{ id: string }>('policy.values-never-used', ({ id }) => ({
    message: {
      zh: `“${id}”每个等级都有自己的取值，对所有人的那个从不生效`,
      en: `every grade has its own value of "${id}", so its value for everyone is never used`,
    },
    hint: {
      zh: '请删去 `parameters.*.value` 或 `by-grade` 之一',
      en: 'remove either `parameters.*.value` or `by-grade`',
    },
  })),
  unused: warningOf<{ what: Text; id: string }>('policy.unused', ({ what, id }) => ({
    message: { zh: `${what.zh}“${id}”没有被任何规则使用`, en: `no rule uses the ${what.en} "${id}"` },
    hint: {
      zh: '改它不会有任何效果；请删去，或在规则中引用',
      en: 'changing it has no effect: remove it, or refer to it in a rule',
    },
  })),
  noArticle: warningOf<{ what: string }>('policy.no-article', ({ what }) => ({
    message: { zh: `“${what}”没有写明条款`, en: `"${what}" names no article` },
    hint: {
      zh: '请加上 article：每个结论都要注明依据',
      en: 'add an article: every judgement names what it rests on',
    },
  })),
  rowNeverMet: warningOf<{ row: Text; before: Text | null; alone: boolean }>(
    'policy.row-never-met',
    ({ row, before, alone }) => {
      const why: Text = alone
        ? { zh: '它的条件自相矛盾', en: 'its own conditions exclude each other' }
        : before === null
          ? { zh: '凡它成立时，前面已有一行成立', en: 'whenever it holds, one of those before it does' }
          : {
              zh: `凡它成立时，前面的“${before.zh}”已成立`,
              en: `whenever it holds, "${before.en}" before it does`,
            };
      return {
        message: {
          zh: `“${row.zh}”这一行永远轮不到：${why.zh}`,
          en: `the row "${row.en}" never decides: ${why.en}`,
        },
        hint: {
          zh: '请把它移到前面、收窄前面的行，或删去',
          en: 'move it up, narrow the rows before it, or remove it',
        },
      };
    },
  ),
  rowMissing: warningOf<{ example: Text }>('policy.row-missing', ({ example }) => ({
    message: {
      zh: `有的情形没有一行成立，就没有建议，如：${example.zh === '' ? '各行的条件都不成立' : `${example.zh}，其余条件都不成立`}`,
      en: `where no row holds there is no proposal, as here: ${example.en === '' ? 'no condition of any row holds' : `${example.en}, and no other condition holds`}`,
    },
    hint: { zh: '请为它加一行', en: 'add a row for it' },
  })),
  rowsByOrder: noteOf<{ pairs: readonly { first: Text; later: string }[] }>(
    'policy.rows-by-order',
    ({ pairs }) => ({
      message: {
        zh: `有的行可以同时成立，由先后决定：${pairs.map(({ first, later }) => `“${first.zh}”先于 ${later}`).join('；')}`,
        en: `some rows can hold together, and their order decides: ${pairs.map(({ first, later }) => `"${first.en}" before ${later}`).join('; ')}`,
      },
      hint: {
        zh: '请核对先后是否合乎制度；改变先后会改变建议',
        en: 'see that the order is what the regulation says: another order makes other proposals',
      },
    }),
  ),
  beginsLater: noteOf<{ id: string; day: Day }>('policy.begins-later', ({ id, day }) => ({
    message: {
      zh: `“${id}”从 ${day} 才有取值，之前的季度无法考核`,
      en: `"${id}" has no value before ${day}: no earlier quarter can be appraised`,
    },
    hint: {
      zh: '如要考核更早的季度，请补上较早日期的一行',
      en: 'add an earlier line where earlier quarters are to be appraised',
    },
  })),
} as const;
