/** What can stand in the way of a result at the place where it is to go. Nothing is lost by any of them. */
import { errorOf, warningOf } from '../model/diagnostic.ts';

/** Where the finished result is, and the earlier one where it could not be put back. */
interface Kept {
  readonly kept: string;
  readonly old: string | null;
}

const where = {
  zh: ({ kept, old }: Kept) => `保留在 ${kept}${old === null ? '' : `，原来的在 ${old}`}`,
  en: ({ kept, old }: Kept) => `kept in ${kept}${old === null ? '' : `, and what was here before in ${old}`}`,
};

export const placeProblems = {
  busy: errorOf<{ process: string; lock: string }>('place.busy', ({ process, lock }) => ({
    message: {
      zh: `另一次运行正在写这个位置（${process}）`,
      en: `another run is writing to this place (${process})`,
    },
    hint: {
      zh: `请等它结束后再运行一次；若它早已不在，请删除 ${lock}`,
      en: `run again when it has ended; if it is long gone, remove ${lock}`,
    },
  })),
  open: errorOf<{ files: readonly string[] }>('place.open', ({ files }) => ({
    message: {
      zh: `文件正在 Excel、WPS 或 LibreOffice 中打开：${files.join('、')}`,
      en: `open in Excel, WPS or LibreOffice: ${files.join(', ')}`,
    },
    hint: {
      zh: '请先关闭，然后再运行一次；若并未打开，请删除留下的 ~$… 或 .~lock.…# 文件',
      en: 'close them first, then run again; if none is open, remove the ~$… or .~lock.…# file left behind',
    },
  })),
  changed: errorOf<Kept & { names: readonly string[] }>('place.changed', ({ names, ...kept }) => ({
    message: {
      zh: `运行期间这里有了变动（${names.join('、')}），没有替换；算好的结果：${where.zh(kept)}`,
      en: `this changed during the run (${names.join(', ')}) and was not replaced; the finished result: ${where.en(kept)}`,
    },
    hint: {
      zh: '请把变动的文件移走或关闭，然后再运行一次；也可以直接使用保留的结果',
      en: 'move away or close what changed, then run again; or use the result that was kept',
    },
  })),
  notMoved: errorOf<Kept & { code: string }>('place.not-moved', ({ code, ...kept }) => ({
    message: {
      zh: `算好的结果没能移到这里（${code}）；${where.zh(kept)}`,
      en: `the finished result could not be moved here (${code}); ${where.en(kept)}`,
    },
    hint: {
      zh: '请关闭正在使用这个文件夹的程序，然后再运行一次；也可以直接使用保留的结果',
      en: 'close whatever is using this folder, then run again; or use the result that was kept',
    },
  })),
  aside: warningOf<{ folder: string }>('place.aside', ({ folder }) => ({
    message: {
      zh: `以前有一个算好的结果没能移到这里，还留在 ${folder}`,
      en: `a finished result of an earlier run could not be moved here and still lies in ${folder}`,
    },
    hint: { zh: '请查看后移走或删除', en: 'look at it, then move or remove it' },
  })),
  notRemoved: warningOf<{ folder: string }>('place.not-removed', ({ folder }) => ({
    message: {
      zh: `新的结果已写好；被它替换的旧结果无法删除，还留在 ${folder}`,
      en: `the new result is in place; the one that it replaced could not be removed and still lies in ${folder}`,
    },
    hint: {
      zh: '其中有个人数据，请有权限的人删除',
      en: 'it holds personnel data: have it removed by someone who may',
    },
  })),
  longPath: warningOf<{ longest: number; limit: number }>('place.long-path', ({ longest, limit }) => ({
    message: {
      zh: `最长的文件路径有 ${longest} 个字符，Excel 打不开超过 ${limit} 个字符的路径`,
      en: `the longest path has ${longest} characters, and Excel opens none of more than ${limit}`,
    },
    hint: { zh: '请改用较短的 --out', en: 'choose a shorter --out' },
  })),
} as const;
