/**
 * The tool opens no connection, whatever it is asked to do, and writes only where it is told: every command of the single
 * file runs where sockets throw, with a home and a temporary folder that stay empty.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { standingFolder } from '../archive/temporary.ts';
import { hashesOf, sample } from '../cli/appraise.ts';
import { smallPackage } from '../cli/small-package.ts';
import { program } from '../program.ts';

const { folder, remove } = standingFolder();
afterAll(remove);
const { file } = await program();

const made = (name: string): string => {
  mkdirSync(join(folder, name));
  return join(folder, name);
};
const home = made('home');
const temporary = made('temporary');
const desk = made('desk');

/** Loaded first, in threads too. */
const withoutSockets = `data:text/javascript,${encodeURIComponent(`
  import { writeSync } from 'node:fs';
  import net from 'node:net';
  import dns from 'node:dns';
  import dgram from 'node:dgram';
  const refuse = () => {
    writeSync(2, '[a socket]');
    throw new Error('a socket');
  };
  net.Socket.prototype.connect = refuse;
  net.Server.prototype.listen = refuse;
  dgram.createSocket = refuse;
  for (const each of [dns, dns.promises]) for (const name of Object.keys(each)) if (/^(lookup|resolve)/.test(name)) each[name] = refuse;
  globalThis.fetch = refuse;
`)}`;

const offline = (...args: readonly string[]) =>
  spawnSync(process.execPath, ['--import', withoutSockets, ...args], {
    cwd: desk,
    encoding: 'utf8',
    env: { LANG: 'en_US.UTF-8', HOME: home, TMPDIR: temporary },
  });

test('what would open a connection is noticed', () => {
  for (const program of [
    "require('node:net').connect(80, '127.0.0.1')",
    "require('node:https').get('https://127.0.0.1')",
    "fetch('http://127.0.0.1')",
    "require('node:dns').lookup('localhost', () => {})",
  ])
    expect(offline('-e', program).stderr, program).toContain('[a socket]');
});

test('no command does, and none writes anywhere but where it is told', async () => {
  const exports = smallPackage(folder, '2026Q1');
  const before = await hashesOf(exports);
  const lines: readonly (readonly string[])[] = [
    ['--help'],
    ['policy', 'list'],
    ['policy', 'show', 'grade-regulation'],
    ['policy', 'check', 'scorecard'],
    ['policy', 'diff', 'plan', 'commission'],
    ['completion', 'bash'],
    ['init', 'fresh', '--period', '2026Q2'],
    ['check', exports, '--out', 'list.xlsx'],
    ['run', exports, '--out', 'results/2026Q1'],
    ['run', sample('2026Q1'), '--out', 'sample'],
    ['explain', 'results/2026Q1', '0001'],
    ['verify', 'results/2026Q1', '--package', exports],
    ['diff', 'results/2026Q1', 'results/2026Q1'],
    ['simulate', exports, '--policy', 'grade-regulation', '--out', 'simulation.xlsx'],
    ['rollup', 'results/2026Q1', '--out', 'rollup.xlsx'],
  ];
  for (const args of lines) {
    const { status, stderr } = offline(file, ...args);
    expect(stderr, args.join(' ')).not.toContain('[a socket]');
    expect([0, 3], `${args.join(' ')}\n${stderr}`).toContain(status);
  }
  expect([readdirSync(home), readdirSync(temporary)]).toEqual([[], []]);
  const told = ['fresh', 'list.xlsx', 'results', 'rollup.xlsx', 'sample', 'simulation.xlsx'];
  expect(readdirSync(desk).sort()).toEqual(told);
  expect(readdirSync(join(desk, 'results'))).toEqual(['2026Q1']);
  expect(await hashesOf(exports)).toEqual(before);
});

test('nothing in it asks for the modules of a network', () => {
  const asked = readFileSync(file, 'utf8').matchAll(/(?:require\(|from )["'](?:node:)?(\w+)["']/g);
  const modules = [...new Set([...asked].map(([, name]) => name))];
  expect(modules).toContain('fs');
  for (const network of ['net', 'http', 'https', 'http2', 'dgram', 'dns', 'tls'])
    expect(modules).not.toContain(network);
});
