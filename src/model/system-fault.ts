/**
 * Faults of the system under the tool (no permission, a full disk, a file in use), as problems in the user's language: the
 * one place that knows what an error of the operating system means to a clerk.
 *
 * Whoever reads or writes several files and wants all of their faults told at once turns each into a problem:
 *
 *     catch (fault) { problems.push(systemProblem(fault, { file: name })); }
 *
 * Whoever cannot go on lets the fault pass: the command line turns it into the same words at the end, naming the path that
 * the system was asked for. Either way the exit status is 74, and what is no fault of the system is thrown on.
 */
import { type Diagnostic, errorOf, type Location, type Problem, type Wording } from './diagnostic.ts';
import type { Text } from './text.ts';

interface Named {
  /** What the system calls it, for whoever looks after the machine: `EACCES`. */
  readonly code: string;
}

const says =
  (message: Text, hint: Text) =>
  ({ code }: Named): Wording => ({
    message: { zh: `${message.zh}（${code}）`, en: `${message.en} (${code})` },
    hint,
  });

export const systemProblems = {
  permission: errorOf(
    'system.permission',
    says(
      { zh: '权限不足，系统不允许读取或写入', en: 'permission denied: the system does not allow it' },
      {
        zh: '请检查权限，或换一个位置；若文件正在 Excel 或 WPS 中打开，请先关闭；然后再运行一次',
        en: 'check the permissions or choose another place; close the file if it is open in Excel; then run again',
      },
    ),
  ),
  readOnly: errorOf(
    'system.read-only',
    says(
      { zh: '这个位置是只读的', en: 'this place can only be read' },
      { zh: '请换一个可以写入的位置', en: 'choose a place that can be written to' },
    ),
  ),
  inUse: errorOf(
    'system.in-use',
    says(
      { zh: '文件被其他程序占用', en: 'another program is using the file' },
      {
        zh: '请先在 Excel 或 WPS 中关闭，然后再运行一次',
        en: 'close it in Excel or whatever holds it, then run again',
      },
    ),
  ),
  full: errorOf(
    'system.full',
    says(
      { zh: '磁盘已满，或超出了限额', en: 'the disk is full, or a quota is used up' },
      {
        zh: '请腾出空间或换一个位置，然后再运行一次',
        en: 'make room or choose another place, then run again',
      },
    ),
  ),
  nameTooLong: errorOf(
    'system.name-too-long',
    says(
      { zh: '名称或路径太长', en: 'the name or the path is too long' },
      { zh: '请改用较短的名称，或放到更上层的文件夹', en: 'use a shorter name, or a folder further up' },
    ),
  ),
  missing: errorOf(
    'system.missing',
    says(
      { zh: '不存在，或者是失效的链接', en: 'is not there, or is a link to something that is gone' },
      {
        zh: '请检查路径、盘符和链接的目标，网络盘是否已连接',
        en: 'check the path, the drive, the target of the link, and whether the share is connected',
      },
    ),
  ),
  belowAFile: errorOf(
    'system.below-a-file',
    says(
      { zh: '路径中间有一段是文件，不是文件夹', en: 'a part of the path is a file, not a folder' },
      { zh: '请改正路径', en: 'correct the path' },
    ),
  ),
  aFolder: errorOf(
    'system.a-folder',
    says(
      { zh: '应是文件，却是文件夹（或指向文件夹的链接）', en: 'is a folder, or a link to one, not a file' },
      { zh: '请给出文件；文件夹请移出', en: 'name a file; move the folder out' },
    ),
  ),
  linkLoop: errorOf(
    'system.link-loop',
    says(
      { zh: '链接互相指向，绕成了圈', en: 'links lead round in a circle' },
      { zh: '请删除这个链接，放入文件本身', en: 'remove the link and put the file itself there' },
    ),
  ),
  notAFile: errorOf(
    'system.not-a-file',
    says(
      {
        zh: '不是普通文件（是管道、套接字或设备），没有打开',
        en: 'is no ordinary file but a pipe, a socket or a device, and was not opened',
      },
      { zh: '请放入文件本身，或把它移出', en: 'put the file itself there, or move this out' },
    ),
  ),
  unreachable: errorOf(
    'system.unreachable',
    says(
      { zh: '网络位置无法访问', en: 'the share cannot be reached' },
      { zh: '请检查网络连接，稍后再运行一次', en: 'check the network, then run again' },
    ),
  ),
  device: errorOf(
    'system.device',
    says(
      { zh: '磁盘或网络盘读写出错', en: 'the disk or the share failed' },
      {
        zh: '请把文件复制到另一块磁盘，再运行一次；并请检查原来的磁盘',
        en: 'copy the files to another disk and run again; have this one looked at',
      },
    ),
  ),
  exhausted: errorOf(
    'system.exhausted',
    says(
      {
        zh: '系统资源不足（打开的文件太多或内存不够）',
        en: 'the system has run out of open files or memory',
      },
      { zh: '请关闭其他程序，然后再运行一次', en: 'close other programs, then run again' },
    ),
  ),
  other: errorOf(
    'system.other',
    says(
      { zh: '系统不允许这个操作', en: 'the system refused' },
      {
        zh: '请换一个位置；若仍不行，请把括号中的代码告诉管理员',
        en: 'try another place; if that fails, give the code in brackets to whoever looks after the machine',
      },
    ),
  ),
} as const;

/** What each error of the system is; any other is `other`. */
const meanings: ReadonlyMap<string, Problem<Named>> = new Map([
  ['EACCES', systemProblems.permission],
  ['EPERM', systemProblems.permission],
  ['EROFS', systemProblems.readOnly],
  ['EBUSY', systemProblems.inUse],
  ['ETXTBSY', systemProblems.inUse],
  ['EAGAIN', systemProblems.inUse],
  ['ENOSPC', systemProblems.full],
  ['EDQUOT', systemProblems.full],
  ['EFBIG', systemProblems.full],
  ['ENAMETOOLONG', systemProblems.nameTooLong],
  ['ENOENT', systemProblems.missing],
  ['ENODEV', systemProblems.missing],
  ['ENOTDIR', systemProblems.belowAFile],
  ['EISDIR', systemProblems.aFolder],
  ['ELOOP', systemProblems.linkLoop],
  ['ENXIO', systemProblems.notAFile],
  ['EHOSTDOWN', systemProblems.unreachable],
  ['EHOSTUNREACH', systemProblems.unreachable],
  ['ENETDOWN', systemProblems.unreachable],
  ['ENETUNREACH', systemProblems.unreachable],
  ['ENOTCONN', systemProblems.unreachable],
  ['ECONNRESET', systemProblems.unreachable],
  ['ETIMEDOUT', systemProblems.unreachable],
  ['ESTALE', systemProblems.unreachable],
  ['EIO', systemProblems.device],
  ['EMFILE', systemProblems.exhausted],
  ['ENFILE', systemProblems.exhausted],
  ['ENOMEM', systemProblems.exhausted],
]);

const codes = new Set(Object.values(systemProblems).map(({ code }) => code));

/** Whether a problem is the system's: then nothing is wrong with the data, and the exit status is 74. */
export const isOfTheSystem = ({ code }: Diagnostic): boolean => codes.has(code);

/** A fault that a call to the operating system ended with, as Node reports it. */
export const isSystemFault = (fault: unknown): fault is NodeJS.ErrnoException & { readonly code: string } =>
  fault instanceof Error && 'syscall' in fault && 'code' in fault && typeof fault.code === 'string';

/** Whether a fault says that nothing is there; a file that the system will not give is no missing one. */
export const isMissing = (fault: unknown): boolean =>
  isSystemFault(fault) && (fault.code === 'ENOENT' || fault.code === 'ENOTDIR');

/** A fault that names the file: of a call on an open one (the disk is full, a read failed) the system does not say which. */
export function naming(path: string, fault: unknown): unknown {
  if (isSystemFault(fault)) fault.path ??= path;
  return fault;
}

/**
 * What a fault of the system means, as a problem (an error that concerns everyone).
 *
 * @param at the file as the user knows it; left out: the path that the system was asked for
 * @throws the fault itself where it is none of the system's: then it is the tool's own
 */
export function systemProblem(fault: unknown, at?: Location): Diagnostic {
  if (!isSystemFault(fault)) throw fault;
  const { code, path } = fault;
  const problem = meanings.get(code) ?? systemProblems.other;
  return problem(at ?? (path === undefined ? {} : { file: path }), { code });
}

/** Ends a command with a problem of the system that no call of its own ended with: a place that is taken, say. */
export class SystemFault extends Error {
  readonly problem: Diagnostic;

  constructor(problem: Diagnostic) {
    super(problem.message.en);
    this.problem = problem;
  }
}
