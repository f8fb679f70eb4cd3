/** Reads, appraises and makes every file of a run, and says how long each took; the files are not kept. */
import type { Phase } from '../../../src/run/phases.ts';
import { compiling, pipeline } from './built.ts';
import { secondsOf, tell } from './tell.ts';

const [folder = ''] = process.argv.slice(2);
(await compiling()).inlineLess();
const { appraiseRequest, outputsOf, runOf } = await pipeline();
const request = {
  package: folder,
  period: null,
  policies: ['grade-regulation'],
  archives: [],
  bank: null,
  lenient: false,
  lang: 'zh',
  out: null,
} as const;
let appraising = 0;
const progress = {
  show({ title }: Phase) {
    if (title.en === 'Appraising') appraising ||= performance.now();
  },
  end() {},
};

const start = performance.now();
const appraisedRun = await appraiseRequest(request, progress);
const judgedAt = performance.now();
const { appraisal } = appraisedRun;
if (appraisal === null) throw new Error('the made-up bank has errors');
let files = 0;
const writing = await secondsOf(async () => {
  for await (const _ of outputsOf(runOf(request, appraisedRun, appraisal), appraisedRun, progress))
    files += 1;
});
tell({
  reading: (appraising - start) / 1000,
  seconds: (judgedAt - appraising) / 1000,
  writing,
  files,
  managers: appraisal.managers.length,
});
