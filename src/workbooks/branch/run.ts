/** 运行信息: what went in, by hash; which policy and tool; which earlier quarters; at which rates. */
import type { InputFile, Row } from '../../model/package.ts';
import { tables } from '../../model/tables/index.ts';
import { comma, join, joined, none, same, type Text } from '../../model/text.ts';
import { code, whole, words } from '../../spreadsheet/cells.ts';
import { type Column, column, list } from '../../spreadsheet/list.ts';
import { correctionNote, policyName, quarterWords, stageWords } from '../words.ts';
import { type BranchSheet, type BranchView, opening } from './view.ts';

const w = {
  sheet: { zh: '运行信息', en: 'Run' },
  title: { zh: '运行信息', en: 'Run' },
  inputs: { zh: '输入文件', en: 'Inputs' },
  rates: { zh: '汇率', en: 'Exchange rates' },
};

interface RunFact {
  readonly what: Text;
  readonly value: Text;
}

const optional = ['events', 'reviews', 'adjustments', 'metrics'] as const;

function lines(view: BranchView): RunFact[] {
  const { appraisal, context } = view;
  const { chain, package: pkg } = appraisal;
  const quarters = (list: readonly string[]): Text =>
    list.length === 0 ? none : join(list.map(quarterWords), comma);
  const titles = (ids: readonly (keyof typeof tables)[]): Text =>
    ids.length === 0 ? none : joined(ids, comma, (id) => tables[id].title);
  const read = new Set(pkg.readings.map(({ table }) => table));
  return [
    {
      what: { zh: '期间', en: 'Period' },
      value: join([quarterWords(appraisal.period), stageWords[appraisal.stage]], ' · '),
    },
    { what: { zh: '工具版本', en: 'Tool' }, value: same(`rm-appraisal ${context.tool}`) },
    { what: { zh: '运行指纹', en: 'Run fingerprint' }, value: same(context.fingerprint) },
    ...correctionNote(context).map((value) => ({ what: { zh: '更正', en: 'Correction' }, value })),
    ...view.appraisal.schemes.flatMap(({ policy }, index, { length }): RunFact[] => {
      const number = length > 1 ? ` ${index + 1}` : '';
      return [
        {
          what: { zh: `政策${number}`, en: `Policy${number}` },
          value: join([policyName(policy), ` (${policy.id})`]),
        },
        {
          what: { zh: `政策文件${number} SHA-256`, en: `Policy${number} SHA-256` },
          value: same(policy.sha256),
        },
      ];
    }),
    ...(pkg.bank === null
      ? []
      : [
          { what: { zh: '银行', en: 'Bank' }, value: same(pkg.bank.bank ?? '') },
          { what: { zh: '银行对照表 SHA-256', en: 'Bank profile SHA-256' }, value: same(pkg.bank.sha256) },
        ]),
    { what: { zh: '已存档的往季', en: 'Earlier quarters archived' }, value: quarters(chain.archived) },
    { what: { zh: '缺少的往季', en: 'Earlier quarters missing' }, value: quarters(chain.missing) },
    {
      what: { zh: '按无不良记录处理的往季', en: 'Earlier quarters taken as clean' },
      value: quarters(chain.takenAsClean),
    },
    { what: { zh: '声明没有的数据表', en: 'Tables declared absent' }, value: titles(pkg.settings.absent) },
    {
      what: { zh: '未提供的选填数据表（视为无记录）', en: 'Optional tables not given (nothing on record)' },
      value: titles(optional.filter((id) => !read.has(id) && !pkg.settings.absent.includes(id))),
    },
  ];
}

const runColumns: Column<RunFact>[] = [
  column('what', { zh: '项目', en: 'Item' }, [20, 36], ({ what }) => words(what, { look: 'strong' })),
  column('value', { zh: '内容', en: 'Content' }, [30, 72], ({ value }) => words(value)),
];

const inputColumns: Column<InputFile>[] = [
  column('name', { zh: '文件', en: 'File' }, [16, 36], ({ name }) => words(name)),
  column('sha256', same('SHA-256'), [20, 72], ({ sha256 }) => code(sha256)),
  column('bytes', { zh: '字节', en: 'Bytes' }, [10, 14], ({ bytes }) => whole(bytes)),
];

const rateColumns: Column<Row<'fx'>>[] = [
  column('currency', { zh: '币种', en: 'Currency' }, ({ currency }) => code(currency)),
  column('rate', { zh: '汇率（元）', en: 'Rate (CNY)' }, ({ rate }) => code(rate)),
  column('per', { zh: '外币数量', en: 'For' }, ({ per }) => code(per)),
];

export const runSheet: BranchSheet = (view) => {
  const { inputs, tables: read } = view.appraisal.package;
  return {
    id: 'run',
    name: w.sheet,
    kind: 'proof',
    blocks: [
      opening(w.title, view),
      list('run', runColumns, lines(view)),
      { kind: 'heading', text: w.inputs },
      list('inputs', inputColumns, inputs),
      { kind: 'heading', text: w.rates },
      list('rates', rateColumns, read.fx),
    ],
  };
};
