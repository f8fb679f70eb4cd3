/** What can be wrong with the templates of letters. */
import { perhaps } from '../../intake/nearest.ts';
import { errorOf } from '../../model/diagnostic.ts';

export const letterProblems = {
  notADocument: errorOf('letters.not-a-document', () => ({
    message: {
      zh: '不是 Word 文档（.docx），或已损坏，或含有会自行运行的内容',
      en: 'This is no Word document (.docx), or it is damaged, or holds what runs by itself',
    },
    hint: {
      zh: '请用 Word 或 WPS 打开，去掉宏、嵌入的对象和自动更新的域，另存为 .docx',
      en: 'Open it in Word or WPS, take out macros, embedded objects and fields that fetch by themselves, and save it as .docx',
    },
  })),
  unknownPlaceholder: errorOf<{ known: readonly string[]; suggestion: string | null }>(
    'letters.unknown-placeholder',
    ({ known, suggestion }) => ({
      message: {
        zh: `没有这个占位符${perhaps(suggestion).zh}`,
        en: `There is no such placeholder${perhaps(suggestion).en}`,
      },
      hint: {
        zh: `可用：${known.join('、')}`,
        en: `It may be: ${known.join(', ')}`,
      },
    }),
  ),
  brokenPlaceholder: errorOf('letters.broken-placeholder', () => ({
    message: { zh: '占位符不完整，或不成对', en: 'The placeholder is not whole, or has no counterpart' },
    hint: {
      zh: '占位符写在一对半角花括号里，如 {姓名}；{#各项} 与 {/各项} 成对，放在表格的同一行，或各占一段',
      en: 'It stands in a pair of plain braces, such as {姓名}; {#各项} and {/各项} go together, in one row of a table or each a paragraph',
    },
  })),
  unknownTemplate: errorOf<{ known: readonly string[]; suggestion: string | null }>(
    'letters.unknown-template',
    ({ known, suggestion }) => ({
      message: {
        zh: `没有叫这个名称的函件${perhaps(suggestion).zh}`,
        en: `No letter has this name${perhaps(suggestion).en}`,
      },
      hint: {
        zh: `模板以函件命名：${known.join('、')}；其他文件请移到别处`,
        en: `A template is named for its letter: ${known.join(', ')}; move other files elsewhere`,
      },
    }),
  ),
  noTemplate: errorOf<{ letter: string }>('letters.no-template', ({ letter }) => ({
    message: { zh: `“${letter}”没有模板`, en: `There is no template for “${letter}”` },
    hint: {
      zh: `请在 --templates 的文件夹里放入 ${letter}.docx`,
      en: `Put ${letter}.docx into the folder of --templates`,
    },
  })),
};
