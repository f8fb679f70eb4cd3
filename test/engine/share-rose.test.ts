/** The share of some classes in the loans, against the start of the year: it is told by the classes it is of. */
import { expect, test } from 'vitest';
import { gradesOf } from '../../src/model/entries.ts';
import { appraised, managerIn } from './support/appraised.ts';
import { packageOf } from './support/package.ts';
import { withParameters } from './support/policy.ts';

test('a share of the last three classes is not called one of normal loans', () => {
  const appraisal = appraised(
    packageOf({
      roster: [{}],
      classification: [
        { loan_id: 'L1', class: 'loss', balance: 100n, prior_class: 'normal', prior_balance: 100n },
        { loan_id: 'L2', class: 'normal', balance: 300n, prior_class: 'normal', prior_balance: 300n },
      ],
    }),
    { policy: withParameters({ 'normal-classes': ['substandard', 'loss'] }) },
  );
  const [rule] = gradesOf(managerIn(appraisal)).flatMap(({ rules }) =>
    rules.filter(({ by }) => by.kind === 'risen'),
  );
  expect([rule?.outcome, rule?.observed?.origin, rule?.threshold?.origin]).toMatchObject([
    'met',
    { title: { zh: '目前次级、损失类占比' } },
    { title: { zh: '年初次级、损失类占比' } },
  ]);
});
