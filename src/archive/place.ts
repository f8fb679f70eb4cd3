/**
 * Where a command may write. A place is resolved once, before it is checked, and everything after speaks of what it was
 * resolved to: an empty name is the current folder to the system, and a link is its target.
 */
import { lstatSync, readlinkSync, realpathSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { isSystemFault } from '../model/system-fault.ts';
import type { Text } from '../model/text.ts';
import { manifestIn } from './beside.ts';
import { disk } from './disk.ts';

export interface Place {
  /** As the user named it: what messages say. */
  readonly given: string;
  /** The one path by which it is written to. */
  readonly path: string;
}

/**
 * What a name on the command line means: links are followed, also one to what is not there yet.
 *
 * @throws the system's fault for a path below a file, a drive or share that is not there, a circle of links
 */
export function resolved(given: string): string {
  const path = resolve(given);
  try {
    return realpathSync.native(path);
  } catch (fault) {
    if (!isSystemFault(fault) || fault.code !== 'ENOENT' || dirname(path) === path) throw fault;
  }
  const parent = resolved(dirname(path));
  const here = join(parent, basename(path));
  const isLink = lstatSync(here, { throwIfNoEntry: false })?.isSymbolicLink() === true;
  return isLink ? resolved(resolve(parent, readlinkSync(here))) : here;
}

/** Whether a path is a folder or lies in it, both resolved. */
function isWithin(inner: string, folder: string): boolean {
  const path = relative(folder, inner);
  return path.split(sep)[0] !== '..' && !isAbsolute(path);
}

/** A place by its name on the command line, or why nothing may be written there. `packageFolder`: what is read. */
export function placeAt(
  given: string,
  packageFolder: string | null,
  platform: NodeJS.Platform = process.platform,
): Place | { readonly unfit: Text } {
  if (given.trim() === '') return { unfit: { zh: '名称是空的', en: 'the name is empty' } };
  const path = resolved(given);
  const unfit = unfitNames(path, platform) ?? unfitPlace(path, packageFolder);
  return unfit === null ? { given, path } : { unfit };
}

/** The user's home folder; null where the system knows of none, as in a container, or it is out of reach. */
function homeFolder(): string | null {
  try {
    return resolved(homedir());
  } catch (fault) {
    if (isSystemFault(fault)) return null;
    throw fault;
  }
}

function unfitPlace(path: string, packageFolder: string | null): Text | null {
  if (dirname(path) === path) return { zh: '这是整个磁盘', en: 'it is a whole drive' };
  if (isWithin(resolved('.'), path)) return { zh: '当前文件夹就在其中', en: 'the current folder is in it' };
  const home = homeFolder();
  if (home !== null && isWithin(home, path))
    return { zh: '您的主文件夹就在其中', en: 'your home folder is in it' };
  if (packageFolder !== null) {
    const inputs = resolved(packageFolder);
    if (isWithin(inputs, path)) return { zh: '数据文件夹就在其中', en: 'the package is in it' };
    if (isWithin(path, inputs))
      return {
        zh: '它在数据文件夹里面，下一次运行会把结果当成数据',
        en: 'it must not be inside the package: the next run would take the result for data',
      };
  }
  const result = resultAround(path);
  if (result !== null)
    return {
      zh: `它在另一次运行的结果“${basename(result)}”里面，写入后那份结果就不再完好`,
      en: `it is inside a result, "${basename(result)}", which would not be intact any more`,
    };
  const here = statSync(path, { throwIfNoEntry: false });
  if (here !== undefined && here.dev !== statSync(dirname(path)).dev)
    return { zh: '这是挂载点，请在其中另起一个文件夹名', en: 'it is a mount point: name a folder inside it' };
  if (here !== undefined && !here.isDirectory() && !here.isFile())
    return { zh: '这是管道、套接字或设备', en: 'it is a pipe, a socket or a device' };
  return null;
}

/** The finished result in which a place lies. */
function resultAround(path: string): string | null {
  const folder = dirname(path);
  if (folder === path) return null;
  return manifestIn(folder, disk) === null ? resultAround(folder) : folder;
}

/** Windows keeps these names for devices, whatever their ending. */
const reserved = /^(?:con|prn|aux|nul|conin\$|conout\$|com[\d¹²³]|lpt[\d¹²³])(?:\.|$)/i;
const refused = /[<>:"|?*\p{Cc}]/u;

/** A part of the path that Windows would not open, or would open as something else. */
function unfitNames(path: string, platform: NodeJS.Platform): Text | null {
  if (platform !== 'win32') return null;
  const parts = path.replace(/^[a-z]:/i, '').split(/[\\/]/);
  const unfit = parts.find((part) => reserved.test(part) || refused.test(part) || /[ .]$/.test(part));
  return unfit === undefined
    ? null
    : { zh: `Windows 不接受名称“${unfit}”`, en: `Windows does not take the name "${unfit}"` };
}
