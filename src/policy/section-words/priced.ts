/** In words: what a figure comes to by its price, tiers, bands, factors and bounds. */
import type { Wording } from '../../model/conditions/node.ts';
import { figureWords } from '../../model/figures/words.ts';
import { type AmountSpec, boundKeys, type LineSpec, type StepSpec } from '../../model/sections/lines.ts';
import { semicolon } from '../../model/text.ts';

const signs = { 'at-least': '≥', 'more-than': '>', 'at-most': '≤', 'less-than': '<' } as const;

/** A value of the policy, or a figure. */
const amountWords = (amount: AmountSpec, names: Wording): string =>
  typeof amount === 'string' ? names.value(amount) : figureWords(amount, names);

type Step = Pick<StepSpec, (typeof boundKeys)[number]>;

/** The steps with what each gives; the last takes what is left. */
function stepsWords<S extends Step>(
  steps: readonly S[],
  gives: (step: S) => string,
  { value, say }: Wording,
): string {
  const rest = say({ zh: '其余', en: 'otherwise' });
  const said = steps.map((step) => {
    const key = boundKeys.find((each) => step[each] !== undefined);
    const bound = key ? `${signs[key]} ${value(step[key] ?? '')}` : rest;
    return `${bound}${say({ zh: '：', en: ': ' })}${gives(step)}`;
  });
  return said.join(say(semicolon));
}

const bandsWords = (bands: readonly StepSpec[], names: Wording): string =>
  stepsWords(bands, ({ gives }) => amountWords(gives, names), names);

type Priced = Pick<
  LineSpec,
  'of' | 'price' | 'per' | 'whole-units' | 'tiers' | 'bands' | 'times' | 'nothing-due' | 'least' | 'most'
>;

/** A figure with all that makes an amount of it. */
export function pricedWords(spec: Priced, names: Wording): string {
  const { say, value } = names;
  const units = spec.per === undefined ? '' : ` ÷ ${value(spec.per)}`;
  const whole = spec['whole-units'] ? say({ zh: '（只计整数）', en: ' (whole units only)' }) : '';
  const figure = `${spec.of === undefined ? '' : figureWords(spec.of, names)}${units}${whole}`;
  return [
    steppedWords(figure, spec, names),
    ...(spec.price === undefined ? [] : [` × ${amountWords(spec.price, names)}`]),
    ...(spec.times ?? []).map((factor) => ` × ${factorWords(factor, names)}`),
    ...(spec['nothing-due'] === undefined ? [] : [notDue(spec['nothing-due'], names)]),
    ...boundsWords(spec, names),
  ].join('');
}

function steppedWords(figure: string, { tiers, bands }: Priced, names: Wording): string {
  const { say } = names;
  if (bands) {
    const said = bandsWords(bands, names);
    return say({ zh: `按${figure}分档（${said}）`, en: `by ${figure} (${said})` });
  }
  if (!tiers) return figure;
  const said = stepsWords(tiers.steps, ({ price }) => amountWords(price, names), names);
  return tiers.kind === 'marginal'
    ? say({
        zh: `${figure}，各段按各段的价（${said}）`,
        en: `${figure}, each part at its own price (${said})`,
      })
    : say({
        zh: `${figure}，全部按所达一档的价（${said}）`,
        en: `${figure}, all of it at the price of the step reached (${said})`,
      });
}

function factorWords(factor: NonNullable<Priced['times']>[number], names: Wording): string {
  const title = names.say(factor.title);
  const of = figureWords(factor.of, names);
  const by = factor.bands
    ? names.say({
        zh: `按${of}，${bandsWords(factor.bands, names)}`,
        en: `by ${of}, ${bandsWords(factor.bands, names)}`,
      })
    : of;
  const due = factor['nothing-due'];
  const within = `${by}${boundsWords(factor, names).join('')}`;
  const said = due === undefined ? within : `${within}${notDue(due, names)}`;
  return names.say({ zh: `${title}（${said}）`, en: `${title} (${said})` });
}

const notDue = (value: string, names: Wording): string =>
  names.say({
    zh: `，不适用时为 ${names.value(value)}`,
    en: `, ${names.value(value)} where it does not apply`,
  });

/** What it comes to at least and at most. */
export function boundsWords({ least, most }: Pick<Priced, 'least' | 'most'>, names: Wording): string[] {
  const said = (amount: AmountSpec): string => amountWords(amount, names);
  return [
    ...(least === undefined
      ? []
      : [names.say({ zh: `，不低于 ${said(least)}`, en: `, at least ${said(least)}` })]),
    ...(most === undefined
      ? []
      : [names.say({ zh: `，不超过 ${said(most)}`, en: `, at most ${said(most)}` })]),
  ];
}
