/** A result is there whole or not at all, and nothing that was there before is lost. */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { prettyJson, utf8 } from '../../src/archive/bytes.ts';
import { entriesIn, occupantOf, snapshotAt } from '../../src/archive/occupant.ts';
import { Staging } from '../../src/archive/staging.ts';
import { SystemFault } from '../../src/model/system-fault.ts';
import { archivedRun } from './chain.ts';
import { failingDisk } from './failing-disk.ts';
import { temporaryFolder } from './temporary.ts';

const read = (path: string): string => readFileSync(path, 'utf8');
const at = (path: string) => ({ given: path, path });
const problemOf = (work: () => unknown) => {
  try {
    work();
  } catch (fault) {
    if (fault instanceof SystemFault) return fault.problem;
    throw fault;
  }
  throw new Error('nothing stood in the way');
};
const occupant = (path: string) => occupantOf(path, snapshotAt(path), async () => false);

describe('staging', () => {
  test('nothing stands in the place until everything is moved in', () => {
    const folder = temporaryFolder();
    const out = join(folder, 'deep', 'out');
    const staging = new Staging(at(out));
    staging.add('managers/a.txt', utf8('a'));
    staging.add('b.txt', utf8('bb'));
    expect(existsSync(out)).toBe(false);
    staging.moveIn();
    staging.release();
    expect(entriesIn(out)).toEqual(['b.txt', 'managers/a.txt']);
    expect(readdirSync(join(folder, 'deep'))).toEqual(['out']);
    expect(staging.files.map(({ name, bytes }) => [name, bytes])).toEqual([
      ['managers/a.txt', 1],
      ['b.txt', 2],
    ]);
  });

  test('what was there goes only with the new one in its place', () => {
    const out = join(temporaryFolder(), 'out');
    mkdirSync(out);
    writeFileSync(join(out, 'old.txt'), 'old');
    const staging = new Staging(at(out));
    staging.add('new.txt', utf8('new'));
    expect(read(join(out, 'old.txt'))).toBe('old');
    staging.moveIn();
    expect(entriesIn(out)).toEqual(['new.txt']);
  });

  test('what was there and cannot be removed is named', () => {
    const folder = temporaryFolder();
    archivedRun(folder, '2026Q1', { folder: 'out' });
    const staging = new Staging(at(join(folder, 'out')), {
      disk: failingDisk({ from: 1, only: ['remove'] }),
    });
    staging.add('new.txt', utf8('new'));
    const old = staging.moveIn();
    expect(entriesIn(join(folder, 'out'))).toEqual(['new.txt']);
    expect(old).toMatch(/\.out\.[0-9a-f]{8}\.old$/);
    expect(read(join(old ?? '', 'manifest.json'))).toContain('2026Q1');
  });

  test('released, it leaves no trace, nor the folders above that it made', () => {
    const folder = temporaryFolder();
    const staging = new Staging(at(join(folder, 'results', 'deep', 'out')));
    staging.add('a.txt', utf8('a'));
    staging.release();
    expect(readdirSync(folder)).toEqual([]);
  });

  test('two files that Windows would take for one are refused', () => {
    const staging = new Staging(at(join(temporaryFolder(), 'out')));
    staging.add('A.txt', utf8('a'));
    expect(() => staging.add('a.txt', utf8('b'))).toThrow('a.txt');
  });

  test.skipIf(process.platform === 'win32')('only its owner may read it, unless it is shared', () => {
    const folder = temporaryFolder();
    const modes = (path: string, shared: boolean): string[] => {
      const staging = new Staging(at(path), { shared });
      staging.add('managers/a.txt', utf8('a'));
      staging.moveIn();
      staging.release();
      return ['..', '.', 'managers', 'managers/a.txt'].map((name) =>
        (statSync(join(path, name)).mode & 0o777).toString(8),
      );
    };
    const mask = process.umask(0o022);
    try {
      expect(modes(join(folder, 'a', 'out'), false)).toEqual(['700', '700', '700', '600']);
      expect(modes(join(folder, 'b', 'out'), true)).toEqual(['755', '755', '755', '644']);
    } finally {
      process.umask(mask);
    }
  });
});

describe('what came to the place while the result was made', () => {
  const came = (change: (out: string) => void) => {
    const folder = temporaryFolder();
    archivedRun(folder, '2026Q1', { folder: 'out' });
    const out = join(folder, 'out');
    const staging = new Staging(at(out));
    staging.add('new.txt', utf8('new'));
    change(out);
    const problem = problemOf(() => staging.moveIn());
    staging.release();
    const [kept = ''] = readdirSync(folder).filter((name) => name.endsWith('.new'));
    return { out, problem, kept: join(folder, kept), names: readdirSync(folder) };
  };

  test('a file is not lost, nor is the finished result', () => {
    const { out, problem, kept, names } = came((path) => writeFileSync(join(path, 'letter.txt'), 'mine'));
    expect(read(join(out, 'letter.txt'))).toBe('mine');
    expect(read(join(kept, 'new.txt'))).toBe('new');
    expect(names).toHaveLength(2);
    expect([problem.code, problem.message.en]).toEqual(['place.changed', expect.stringContaining(kept)]);
    expect(problem.message.en).toContain('letter.txt');
  });

  test('nor is another run’s result, or a change to the old one', () => {
    const other = came((path) => {
      rmSync(path, { recursive: true });
      archivedRun(join(path, '..'), '2026Q2', { folder: 'out' });
    });
    expect(other.problem.code).toBe('place.changed');
    expect(read(join(other.out, 'manifest.json'))).toContain('2026Q2');
    const changed = came((path) => writeFileSync(join(path, 'next-quarter.json'), 'mine'));
    expect(changed.problem.code).toBe('place.changed');
    expect(read(join(changed.out, 'next-quarter.json'))).toBe('mine');
  });

  test('what went meanwhile is no reason to stop', () => {
    const out = join(temporaryFolder(), 'out');
    mkdirSync(out);
    writeFileSync(join(out, 'old.txt'), 'old');
    const staging = new Staging(at(out));
    staging.add('new.txt', utf8('new'));
    rmSync(out, { recursive: true });
    staging.moveIn();
    expect(entriesIn(out)).toEqual(['new.txt']);
  });
});

describe('the lock', () => {
  const lockOf = (folder: string): string => join(folder, '.out.lock');
  const locked = (holder: object): string => {
    const folder = temporaryFolder();
    writeFileSync(lockOf(folder), prettyJson(holder));
    return folder;
  };
  /** A number that no process has. */
  const nobody = 2 ** 30;

  test('two runs into one place exclude each other', () => {
    const folder = temporaryFolder();
    const first = new Staging(at(join(folder, 'out')));
    const problem = problemOf(() => new Staging(at(join(folder, 'out'))));
    expect([problem.code, problem.message.en]).toEqual([
      'place.busy',
      expect.stringContaining(String(process.pid)),
    ]);
    expect(problem.hint.en).toContain(lockOf(folder));
    new Staging(at(join(folder, 'other'))).release();
    first.release();
    new Staging(at(join(folder, 'out'))).release();
    expect(readdirSync(folder)).toEqual([]);
  });

  test('is left over once its process is gone', () => {
    const folder = locked({ process: nobody, machine: hostname() });
    new Staging(at(join(folder, 'out'))).release();
    expect(readdirSync(folder)).toEqual([]);
  });

  test('is left over where its process has this one’s number, and where the machine started after it', () => {
    new Staging(at(join(locked({ process: process.pid, machine: hostname() }), 'out'))).release();
    const folder = locked({ process: process.ppid, machine: hostname() });
    expect(problemOf(() => new Staging(at(join(folder, 'out')))).code).toBe('place.busy');
    utimesSync(lockOf(folder), 0, 0);
    new Staging(at(join(folder, 'out'))).release();
  });

  test('of another machine holds for a day', () => {
    const folder = locked({ process: nobody, machine: 'another' });
    const age = (seconds: number): void => {
      const made = Date.now() / 1000 - seconds;
      utimesSync(lockOf(folder), made, made);
    };
    age(23 * 3600);
    expect(problemOf(() => new Staging(at(join(folder, 'out')))).code).toBe('place.busy');
    age(25 * 3600);
    new Staging(at(join(folder, 'out'))).release();
  });

  test('that cannot be read is one in the making, for some seconds', () => {
    const folder = temporaryFolder();
    writeFileSync(lockOf(folder), '');
    expect(problemOf(() => new Staging(at(join(folder, 'out')))).code).toBe('place.busy');
    utimesSync(lockOf(folder), Date.now() / 1000 - 20, Date.now() / 1000 - 20);
    new Staging(at(join(folder, 'out'))).release();
  });
});

describe('a run that was killed', () => {
  const mark = '.out.0a1b2c3d';
  /** Both folders of a swap beside an empty place. */
  const killed = (): string => {
    const folder = temporaryFolder();
    archivedRun(folder, '2026Q1', { folder: `${mark}.old` });
    archivedRun(folder, '2026Q1', { folder: `${mark}.new` });
    writeFileSync(join(folder, `${mark}.new`, 'status.json'), 'new');
    return folder;
  };

  test('between its two renames: the next completes it', () => {
    const folder = killed();
    new Staging(at(join(folder, 'out'))).release();
    expect(read(join(folder, 'out', 'status.json'))).toBe('new');
    expect(readdirSync(folder)).toEqual(['out']);
  });

  test('after them: only the old folder is removed', () => {
    const folder = killed();
    renameSync(join(folder, `${mark}.new`), join(folder, 'out'));
    new Staging(at(join(folder, 'out'))).release();
    expect(read(join(folder, 'out', 'status.json'))).toBe('new');
    expect(readdirSync(folder)).toEqual(['out']);
  });

  test('while it wrote: what it wrote is removed at once', () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, `${mark}.new`));
    writeFileSync(join(folder, `${mark}.new`, 'branch-summary.xlsx'), '');
    new Staging(at(join(folder, 'out'))).release();
    expect(readdirSync(folder)).toEqual([]);
  });

  test('what is moved aside and not its own stays', () => {
    const folder = killed();
    renameSync(join(folder, `${mark}.new`), join(folder, 'out'));
    writeFileSync(join(folder, `${mark}.old`, 'letter.txt'), 'mine');
    const staging = new Staging(at(join(folder, 'out')));
    staging.release();
    expect(staging.aside).toEqual([join(folder, `${mark}.old`)]);
    expect(read(join(folder, `${mark}.old`, 'letter.txt'))).toBe('mine');
  });

  test('a finished result stays until the same one stands in the place', () => {
    const folder = temporaryFolder();
    archivedRun(folder, '2026Q1', { folder: 'out' });
    archivedRun(folder, '2026Q2', { folder: `${mark}.new` });
    const other = new Staging(at(join(folder, 'out')));
    other.add('a.txt', utf8('a'));
    other.moveIn();
    other.release();
    expect(readdirSync(folder)).toEqual([`${mark}.new`, 'out']);
    const same = new Staging(at(join(folder, 'out')));
    for (const name of ['next-quarter.json', 'manifest.json'])
      same.add(name, readFileSync(join(folder, `${mark}.new`, name)));
    same.moveIn();
    same.release();
    expect(readdirSync(folder)).toEqual(['out']);
  });
});

describe('a system that refuses for a moment', () => {
  test.each(['EPERM', 'EBUSY', 'EACCES'])('%s: is asked again', (code) => {
    const out = join(temporaryFolder(), 'out');
    const staging = new Staging(at(out), {
      disk: failingDisk({ from: 1, times: 20, code, only: ['rename'] }),
    });
    staging.add('new.txt', utf8('new'));
    staging.moveIn();
    expect(entriesIn(out)).toEqual(['new.txt']);
  });

  test('says no and has done it', () => {
    const out = join(temporaryFolder(), 'out');
    const staging = new Staging(at(out), { disk: failingDisk({ from: 1, done: true, only: ['rename'] }) });
    staging.add('new.txt', utf8('new'));
    staging.moveIn();
    expect(entriesIn(out)).toEqual(['new.txt']);
  });

  test('the second rename refused for good: the old one is put back, the new one is kept and named', () => {
    const folder = temporaryFolder();
    archivedRun(folder, '2026Q1', { folder: 'out' });
    // The first rename is done; the second is refused for five seconds; the one back is done.
    const tries = failingDisk({ from: 1, times: Number.POSITIVE_INFINITY, only: ['rename'] });
    const alone = new Staging(at(join(folder, 'none')), { disk: tries });
    alone.add('a', utf8(''));
    problemOf(() => alone.moveIn());
    const staging = new Staging(at(join(folder, 'out')), {
      disk: failingDisk({ from: 2, times: tries.calls(), only: ['rename'] }),
    });
    staging.add('new.txt', utf8('new'));
    const problem = problemOf(() => staging.moveIn());
    staging.release();
    expect(read(join(folder, 'out', 'manifest.json'))).toContain('2026Q1');
    const [kept = ''] = readdirSync(folder).filter((name) => name.startsWith('.out.'));
    expect(read(join(folder, kept, 'new.txt'))).toBe('new');
    expect([problem.code, problem.message.en]).toEqual(['place.not-moved', expect.stringContaining(kept)]);
  });
});

describe('one file', () => {
  test('replaces only what was seen; else it gets another name', () => {
    const folder = temporaryFolder();
    const path = join(folder, 'list.xlsx');
    const put = (change: () => void): string => {
      const staging = new Staging(at(path));
      change();
      const written = staging.put(path, utf8('new'), staging.seen);
      staging.release();
      return written;
    };
    expect(put(() => {})).toBe(path);
    expect(put(() => {})).toBe(path);
    expect(put(() => writeFileSync(path, 'mine'))).toBe(join(folder, 'list-2.xlsx'));
    expect(read(path)).toBe('mine');
    expect(readdirSync(folder).sort()).toEqual(['list-2.xlsx', 'list.xlsx']);
  });
});

describe('what stands where a run wants to write', () => {
  test('nothing, or an empty folder', async () => {
    const folder = temporaryFolder();
    expect(await occupant(join(folder, 'none'))).toEqual({ kind: 'nothing' });
    expect(await occupant(folder)).toEqual({ kind: 'nothing' });
  });

  test('a problem list that a run wrote, and somebody’s own of that name', async () => {
    const folder = temporaryFolder();
    writeFileSync(
      join(folder, 'problems.csv'),
      '\u{feff}级别,代码,文件,工作表,行,列,内容,问题,处理办法,涉及客户经理\r\n',
    );
    expect(await occupant(folder)).toEqual({ kind: 'problem-list' });
    writeFileSync(join(folder, 'problems.csv'), 'my notes');
    expect(await occupant(folder)).toEqual({ kind: 'foreign', files: ['problems.csv'] });
  });

  test('files of someone else, and an empty folder in an empty folder', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'letter.txt'), '');
    expect(await occupant(folder)).toEqual({ kind: 'foreign', files: ['letter.txt'] });
    writeFileSync(join(folder, 'manifest.json'), prettyJson({ schema: 'of something else' }));
    expect(await occupant(folder)).toMatchObject({ kind: 'foreign' });
    const empty = temporaryFolder();
    mkdirSync(join(empty, 'inside'));
    expect(await occupant(empty)).toEqual({ kind: 'foreign', files: ['inside/'] });
  });

  test('an earlier run, what someone put beside its files, and what someone changed', async () => {
    const folder = temporaryFolder();
    archivedRun(folder, '2026Q1');
    const out = join(folder, '2026Q1');
    expect(await occupant(out)).toMatchObject({ kind: 'run', manifest: { period: '2026Q1' }, missing: [] });
    writeFileSync(join(out, '.DS_Store'), '');
    expect(await occupant(out)).toMatchObject({ kind: 'run' });
    writeFileSync(join(out, 'signed.pdf'), '');
    expect(await occupant(out)).toEqual({ kind: 'foreign', files: ['signed.pdf'] });
    rmSync(join(out, 'signed.pdf'));
    writeFileSync(join(out, 'next-quarter.json'), 'changed');
    expect(await occupant(out)).toEqual({ kind: 'foreign', files: ['next-quarter.json'] });
    rmSync(join(out, 'next-quarter.json'));
    expect(await occupant(out)).toMatchObject({ kind: 'run', missing: ['next-quarter.json'] });
  });

  test.each(['~$branch-summary.xlsx', '.~lock.branch-summary.xlsx#'])(
    'a workbook that is open: %s',
    async (lock) => {
      const folder = temporaryFolder();
      archivedRun(folder, '2026Q1');
      writeFileSync(join(folder, '2026Q1', lock), '');
      expect(await occupant(join(folder, '2026Q1'))).toEqual({
        kind: 'open',
        files: ['branch-summary.xlsx'],
      });
      writeFileSync(join(folder, lock), '');
      expect(await occupant(join(folder, 'branch-summary.xlsx'))).toEqual({
        kind: 'open',
        files: ['branch-summary.xlsx'],
      });
    },
  );
});
