// What was achieved in the indicators that no account table yields: a plain CSV.

import type { Quarter } from '../calendar.ts';
import { CAST } from '../cast/index.ts';
import { csv, utf8 } from '../write/csv.ts';

const HEADER = ['工号', '指标名称', '本季实绩', '本年实绩', '单位'];

export function metrics(quarter: Quarter): Buffer {
  const rows = CAST.filter(({ joins }) => quarter >= (joins ?? 1)).flatMap(({ id, plans }) =>
    plans.flatMap(({ indicator, achieved, unit }) =>
      achieved === undefined ? [] : [[id, indicator, String(achieved), String(achieved), unit]],
    ),
  );
  return utf8(csv([HEADER, ...rows], '\n'));
}
