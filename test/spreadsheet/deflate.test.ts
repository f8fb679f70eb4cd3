/** Workbooks are packed alike wherever they are made: by the runtime's zlib where it answers as expected, else by pako. */
import { deflateRawSync } from 'node:zlib';
import { deflateRaw } from 'pako';
import { afterEach, expect, test, vi } from 'vitest';
import { isExpected } from '../../src/spreadsheet/deflate.ts';
import { branchWorkbook } from '../../src/workbooks/index.ts';
import { appraised, context } from '../workbooks/quarter.ts';

afterEach(() => {
  vi.doUnmock('node:zlib');
  vi.resetModules();
});

test('the official builds and pako give the expected bytes', () => {
  expect(isExpected(deflateRawSync)).toBe(true);
  expect(isExpected(deflateRaw)).toBe(true);
});

test('another way to pack the same is noticed', () => {
  for (const level of [1, 2, 3, 5, 6, 9])
    expect(
      isExpected((content) => deflateRawSync(content, { level })),
      `level ${level}`,
    ).toBe(false);
});

test('on a runtime whose zlib packs otherwise, a workbook is the same bytes', async () => {
  const here = await branchWorkbook(appraised(), context, 'zh');
  const otherwise = vi.fn((content: Uint8Array) => deflateRawSync(content, { level: 6 }));
  vi.resetModules();
  vi.doMock('node:zlib', async (original) => ({
    ...(await original<typeof import('node:zlib')>()),
    deflateRawSync: otherwise,
  }));
  const { packedBy } = await import('../../src/spreadsheet/deflate.ts');
  const there = await (await import('../../src/workbooks/index.ts')).branchWorkbook(
    appraised(),
    context,
    'zh',
  );
  expect(packedBy).toBe('pako');
  // It was asked for the sample, and then no more.
  expect(otherwise).toHaveBeenCalledTimes(1);
  expect(Buffer.compare(here, there)).toBe(0);
});
