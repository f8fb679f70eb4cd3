/** What can be wrong with a bank profile. */
import { errorOf, noteOf } from '../../model/diagnostic.ts';
import type { Text } from '../../model/text.ts';
import { perhaps } from '../nearest.ts';

export const profileProblems = {
  notFound: errorOf<{ asked: string }>('bank.not-found', ({ asked }) => ({
    message: {
      zh: `没有银行对照表“${asked}”，或它不是文件`,
      en: `There is no bank profile “${asked}”, or it is no file`,
    },
    hint: {
      zh: '请改正 --bank 或 package.yaml 中 bank 的路径；package.yaml 中的路径从资料包文件夹算起',
      en: 'Correct the path of --bank, or of bank in package.yaml; there it starts from the package folder',
    },
  })),
  syntax: errorOf<{ detail: Text }>('bank.syntax', ({ detail }) => ({
    message: {
      zh: `银行对照表不是有效的 YAML：${detail.zh}`,
      en: `The bank profile is not valid YAML: ${detail.en}`,
    },
    hint: {
      zh: '每行写“银行的列名: 本工具的列名”，冒号后空一格；含有冒号、# 或引号的名称加双引号',
      en: 'One “header of the bank: column” a line, a space after the colon; names with a colon, # or quotes go in double quotes',
    },
  })),
  unknown: errorOf<{ what: Text; name: string; known: readonly string[]; suggestion: string | null }>(
    'bank.unknown-name',
    ({ what, name, known, suggestion }) => ({
      message: {
        zh: `银行对照表中的“${name}”不是已知的${what.zh}${perhaps(suggestion).zh}`,
        en: `“${name}” in the bank profile is no known ${what.en}${perhaps(suggestion).en}`,
      },
      hint: { zh: `可用的${what.zh}：${known.join('、')}`, en: `Known: ${known.join(', ')}` },
    }),
  ),
  invalid: errorOf<{ name: string; expected: Text }>('bank.invalid-value', ({ name, expected }) => ({
    message: {
      zh: `银行对照表中“${name}”的值无效`,
      en: `The value of “${name}” in the bank profile is not valid`,
    },
    hint: { zh: `应为${expected.zh}`, en: `It should be ${expected.en}` },
  })),
  twoMeanings: errorOf<{ header: string; columns: readonly string[] }>(
    'bank.two-meanings',
    ({ header, columns }) => ({
      message: {
        zh: `银行对照表给了列名“${header}”两种含义：${columns.join(' 与 ')}`,
        en: `The bank profile gives the header “${header}” two meanings: ${columns.join(' and ')}`,
      },
      hint: {
        zh: '请只保留一行；大小写、空格、全角半角不同的写法是同一个列名',
        en: 'Keep one of the lines; spellings that differ in case, spaces or width are one header',
      },
    }),
  ),
  unused: noteOf<{ lines: readonly string[] }>('bank.unused', ({ lines }) => {
    const shown = lines.slice(0, 10);
    const more = lines.length > shown.length;
    return {
      message: {
        zh: `银行对照表中有 ${lines.length} 行在本资料包中没有用到：${shown.join('；')}${more ? '等' : ''}`,
        en: `lines of the bank profile that nothing in this package uses: ${lines.length}: ${shown.join('; ')}${more ? ' and more' : ''}`,
      },
      hint: {
        zh: '若导出的列名或文件名已改，请改正这些行；否则无需处理',
        en: 'Correct them where the bank has renamed a header or a file; else nothing needs to be done',
      },
    };
  }),
};
