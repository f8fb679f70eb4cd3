/** What a figure is, in words. */
import type { Wording } from '../conditions/node.ts';
import type { Text } from '../text.ts';
import { amongWords } from './among.ts';
import { type FigurePart, type FigureSpec, formOf, type WrittenFigure } from './index.ts';
import { spanWords } from './spans.ts';

const bases = {
  quarter: { zh: '本季', en: ' of the quarter' },
  year: { zh: '本年', en: ' of the year' },
} as const;

/** A figure by its title, or as it is written in place. */
export function figureWords(figure: FigureSpec | FigurePart, wording: Wording): string {
  if (typeof figure === 'string') return wording.figure(figure);
  return dividedWords(figure, wording);
}

function dividedWords(figure: WrittenFigure, wording: Wording): string {
  const whole = inPlace(figure, wording);
  return figure.over === undefined ? whole : `${whole} ÷ ${figureWords(figure.over, wording)}`;
}

function inPlace(figure: WrittenFigure, wording: Wording): string {
  const { say, list } = wording;
  const basis = figure.basis ? say(bases[figure.basis]) : '';
  const based = (what: Text): string => say({ zh: `${basis}${what.zh}`, en: `${what.en}${basis}` });
  const parts = (of: readonly FigurePart[] | undefined, sign: string): string =>
    `(${(of ?? []).map((part) => figureWords(part, wording)).join(` ${sign} `)})`;
  switch (formOf(figure)) {
    case 'measure': {
      const measure = wording.measure(figure.measure ?? '');
      return based({ zh: measure, en: measure });
    }
    case 'metric': {
      const metric = wording.indicator(figure.metric ?? '');
      return based({ zh: metric, en: metric });
    }
    case 'branch': {
      const indicator = figure.branch ?? '';
      return based({
        zh: indicator.startsWith('机构') ? indicator : `机构${indicator}`,
        en: `the branch's ${indicator}`,
      });
    }
    case 'target': {
      const indicator = wording.indicator(figure.target ?? '');
      return based({ zh: `${indicator}计划`, en: `the target of ${indicator}` });
    }
    case 'completion': {
      const indicator = wording.indicator(figure.completion ?? '');
      return based({ zh: `${indicator}完成率`, en: `the completion of ${indicator}` });
    }
    case 'collected':
      return wording.collected(figure.collected ?? '');
    case 'classified':
    case 'classified-in': {
      const classes = wording.value(figure['classified-in'] ?? 'all');
      return say({ zh: `贷款余额（${classes}）`, en: `loans (${classes})` });
    }
    case 'events': {
      const [kinds, when] = [wording.events(figure.events ?? []), spanWords[figure.within ?? 'quarter']];
      return say({ zh: `${when.zh}${kinds}次数`, en: `the number of events ${when.en} (${kinds})` });
    }
    case 'section':
      return `${wording.refer.section(figure.section ?? '')}${figure.item ? ` · ${wording.item(figure.section ?? '', figure.item)}` : ''}`;
    case 'years-since': {
      const column = wording.column(figure['years-since'] ?? '');
      return say({ zh: `${column}至今的周年数`, en: `full years since ${column}` });
    }
    case 'appraised': {
      const where = amongWords[figure.appraised ?? 'all'];
      return say({ zh: `${where.zh}参评人数`, en: `how many are appraised${where.en}` });
    }
    case 'value':
      return wording.value(figure.value ?? '');
    case 'between': {
      const { a = '', b = '', part = 'common' } = figure.between ?? {};
      const said = list([figureWords(a, wording), figureWords(b, wording)]);
      return say({
        zh: `${{ common: '取小', excess: '超出', shortfall: '不足' }[part]}（${said}）`,
        en: `${{ common: 'the smaller', excess: 'the excess', shortfall: 'the shortfall' }[part]} (${said})`,
      });
    }
    case 'rank': {
      const by = figureWords(figure.rank?.by ?? '', wording);
      const where = amongWords[figure.rank?.among ?? 'all'];
      return figure.rank?.best === 'lowest'
        ? say({
            zh: `${where.zh}按${by}由低到高的名次`,
            en: `the rank by ${by}${where.en}, the lowest first`,
          })
        : say({
            zh: `${where.zh}按${by}由高到低的名次`,
            en: `the rank by ${by}${where.en}, the highest first`,
          });
    }
    case 'sum':
      return parts(figure.sum, '+');
    case 'difference':
      return parts(figure.difference, '−');
    case 'product':
      return parts(figure.product, '×');
  }
}
