/** Fills in a run's decisions: whoever is warned is admonished once, so that each has a letter. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fillIn } from '../../../samples/between.ts';
import { tell } from './tell.ts';

const [run = '', filled = ''] = process.argv.slice(2);
const { warnings }: { warnings: readonly { managerId: string }[] } = JSON.parse(
  readFileSync(join(run, 'closing.json'), 'utf8'),
);
const numbers = new Set(warnings.map(({ managerId }) => managerId));
const decided = { 处理: '诫勉', 日期: '2026-10-20', 文号: '云银人〔2026〕47号', 说明: '见所附依据' };
const answers = Object.fromEntries([...numbers].map((number) => [number, decided]));
await fillIn(join(run, 'decisions.xlsx'), filled, { decisions: { 预警处理: answers } });
tell({ letters: numbers.size });
