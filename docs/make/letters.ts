/** The page of the letters' templates: every placeholder, from the declaration by which letters are filled in. */
import {
  figuresName,
  ofDecision,
  ofFigure,
  ofRun,
  rowsName,
} from '../../src/closing/letters/placeholders.ts';
import type { Text } from '../../src/model/text.ts';
import { code, page, table } from './markdown.ts';

const intro = `\`appraise close\` 写出的函件由 Word 模板生成。本行自己的模板放在结果旁边的
\`templates\` 或 \`函件模板\` 文件夹里，或用 \`--templates 文件夹\` 给出，优先于随附的；
文件以函件命名，如 \`诫勉通知书.docx\`（函件有哪些、由什么决定产生，是制度的 \`closing\`）。随附的模板在 \`src/closing/templates\`，发布包里在
\`函件模板\`，可以复制出来改。

在模板里写半角花括号和下面的名称，如 \`{姓名}\`；与各工作表上的列名相同。表格中 \`{#${rowsName}}\` 写在一行的开头、\`{/${rowsName}}\` 写在同一行的
末尾，这一行就按每项决定各写一行。写在它外面的，是这份函件的各项决定共有的内容；没有的，留一条线供手写。模板里认不得的、不完整的
占位符都会指明，什么也不写。模板只是数据，不能执行任何代码。由代码生成，不要手工修改：\`npm run docs\`。

Letters that \`appraise close\` writes come from Word templates. A bank's own, in \`templates\` (or \`函件模板\`) beside the result or in a folder that \`--templates\` names, win over
those in the box (\`src/closing/templates\`, in a release \`函件模板\`); a file is named for its letter. A placeholder stands in
plain braces and has the name of the sheets' column. In a table, \`{#${rowsName}}\` begins a row and \`{/${rowsName}}\` ends it, and
the row is written for each decision; outside of it stands what all of the letter's decisions have in common, or a line to
write on. A decision that leads to a grade is written to the unit, as a list for each approving body; any other to the
person, and of itself no letter to a person names another. A template is data and runs no code. Made from the code by \`npm run docs\`;
not to be edited.`;

const rows = (placeholders: Readonly<Record<string, Text>>): string[][] =>
  Object.entries(placeholders).map(([name, { zh, en }]) => [code(`{${name}}`), zh, en]);

export const lettersPage = (): string =>
  page('函件模板 · Templates of letters', intro, [
    '## 各函件共有 · In every letter',
    table(['占位符', '内容', 'holds'], rows(ofRun)),
    `## 各项决定 · Of a decision, also within \`{#${rowsName}}\` … \`{/${rowsName}}\``,
    table(['占位符', '内容', 'holds'], rows(ofDecision)),
    `## 评审表的各项业绩 · Of a figure of the review form, within \`{#${figuresName}}\` … \`{/${figuresName}}\``,
    table(['占位符', '内容', 'holds'], rows(ofFigure)),
  ]);
