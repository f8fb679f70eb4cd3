/** What can be wrong with archived quarters. */
import type { Quarter } from '../model/calendar.ts';
import { errorOf, noteOf, warningOf } from '../model/diagnostic.ts';
import type { Text } from '../model/text.ts';

interface OfQuarter {
  readonly period: Quarter;
}

export const archiveProblems = {
  noRun: warningOf('archive.no-run', (_: object) => ({
    message: { zh: '这个文件夹里没有已归档的季度', en: 'there is no archived quarter in this folder' },
    hint: {
      zh: '--archive 应指向以前的输出文件夹，或者存放它们的上级文件夹',
      en: '--archive names earlier output folders, or a folder that holds them',
    },
  })),
  unreadable: errorOf('archive.unreadable', ({ fault }: { fault: Text }) => ({
    message: { zh: `归档文件无法读取：${fault.zh}`, en: `the archive's file cannot be read: ${fault.en}` },
    hint: {
      zh: '请从备份恢复这个文件夹，或用当时的数据重新运行该季度',
      en: 'restore the folder from a backup, or run that quarter again on its inputs',
    },
  })),
  missingFile: errorOf('archive.missing-file', (_: object) => ({
    message: { zh: '归档缺少清单所列的文件', en: 'the archive lacks a file that its manifest lists' },
    hint: { zh: '请从备份恢复这个文件夹', en: 'restore the folder from a backup' },
  })),
  changedFile: errorOf('archive.changed-file', (_: object) => ({
    message: {
      zh: '归档文件与清单中的哈希值不符，写成之后被改动过',
      en: "the file is not the one whose hash the archive's manifest holds: it was changed afterwards",
    },
    hint: {
      zh: '请从备份恢复这个文件夹，或用当时的数据重新运行该季度',
      en: 'restore the folder from a backup, or run that quarter again on its inputs',
    },
  })),
  wrongPeriod: errorOf('archive.wrong-period', ({ period, says }: OfQuarter & { says: Quarter }) => ({
    message: {
      zh: `清单说是 ${period}，这个文件却是 ${says} 的`,
      en: `the manifest says ${period}, but this file is of ${says}`,
    },
    hint: { zh: '请从备份恢复这个文件夹', en: 'restore the folder from a backup' },
  })),
  twice: errorOf('archive.twice', ({ period, folders }: OfQuarter & { folders: readonly string[] }) => ({
    message: {
      zh: `${period} 在归档中出现了不止一次：${folders.join('、')}`,
      en: `${period} is in the archive more than once: ${folders.join(', ')}`,
    },
    hint: {
      zh: '请用 --archive 逐个指明要用的文件夹，每个季度一个',
      en: 'name the folders to use one by one with --archive, one for each quarter',
    },
  })),
  later: noteOf('archive.later', ({ period }: OfQuarter) => ({
    message: {
      zh: `归档中的 ${period} 晚于本次考核的季度，未使用`,
      en: `${period} is later than the quarter of this run and was not used`,
    },
    hint: { zh: '无需处理', en: 'nothing to do' },
  })),
  corrected: noteOf('archive.corrected', ({ period, by }: OfQuarter & { by: string }) => ({
    message: {
      zh: `${period} 后来更正过：采用 ${by}，不用这一份`,
      en: `${period} was corrected afterwards: ${by} is used, and not this run`,
    },
    hint: { zh: '无需处理', en: 'nothing to do' },
  })),
  brokenChain: errorOf('archive.broken-chain', ({ period, earlier }: OfQuarter & { earlier: Quarter }) => ({
    message: {
      zh: `${period} 当时所依据的 ${earlier} 不是归档里的这一份（清单哈希值不符）`,
      en: `${period} was run on another ${earlier} than the one in the archive (the manifest's hash differs)`,
    },
    hint: {
      zh: `如 ${earlier} 已更正并重新运行，请在其后重新运行 ${period}；否则请恢复当时的 ${earlier}`,
      en: `if ${earlier} was corrected and run again, run ${period} again after it; else restore the ${earlier} of that time`,
    },
  })),
  notFound: errorOf('archive.not-found', ({ period, earlier }: OfQuarter & { earlier: Quarter }) => ({
    message: {
      zh: `${period} 当时用到了 ${earlier}，归档里没有它`,
      en: `${period} was run on ${earlier}, which is not in the archive`,
    },
    hint: {
      zh: `请用 --archive 指明 ${earlier} 的输出文件夹`,
      en: `name the output folder of ${earlier} with --archive`,
    },
  })),
  wrongOrder: warningOf('archive.wrong-order', ({ period, earlier }: OfQuarter & { earlier: Quarter }) => ({
    message: {
      zh: `${period} 运行时没有用到 ${earlier}，归档里却有它：次序颠倒`,
      en: `${period} was run without ${earlier}, which is in the archive: the order is wrong`,
    },
    hint: {
      zh: `请加上 --archive 指向 ${earlier} 重新运行 ${period}`,
      en: `run ${period} again with --archive naming ${earlier}`,
    },
  })),
};
