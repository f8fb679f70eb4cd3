/** The bill of materials of a release: what npm says of the packages, of those that are carried, and of the runtime. */
import { execFileSync } from 'node:child_process';
import type { Carried } from './carried.ts';
import { about, root } from './root.ts';
import { type Platform, runtimes, version } from './runtime.ts';

interface Component {
  readonly 'bom-ref': string;
  readonly name: string;
  readonly version: string;
}
interface Bom {
  readonly metadata: { readonly timestamp?: string; readonly component: Readonly<Record<string, unknown>> };
  readonly components: readonly Component[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
}

/** CycloneDX, as JSON; without the day, the number and the folder's name that differ each time it is made. */
export function sbomOf(carried: readonly Carried[], platform: Platform | null): string {
  const made = execFileSync('npm', ['sbom', '--sbom-format', 'cyclonedx'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === 'win32',
  });
  const { serialNumber: _, ...bom }: Bom & { readonly serialNumber?: string } = JSON.parse(made);
  const { timestamp: __, component, ...tools } = bom.metadata;
  const metadata = { ...tools, component: { ...component, name: about.name } };
  const ids = new Set(carried.map(({ name, version }) => `${name} ${version}`));
  const components = bom.components.filter(({ name, version }) => ids.has(`${name} ${version}`));
  const refs = new Set(components.map((each) => each['bom-ref']));
  const own = bom.dependencies.filter(({ ref }) => !bom.components.some((each) => each['bom-ref'] === ref));
  const dependencies = [...own, ...bom.dependencies.filter(({ ref }) => refs.has(ref))].map(
    ({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((each) => refs.has(each)) }),
  );
  const all = [...components, ...(platform === null ? [] : [runtimeOf(platform)])];
  return `${JSON.stringify({ ...bom, metadata, components: all, dependencies }, null, 2)}\n`;
}

function runtimeOf(platform: Platform) {
  const { package: name, integrity } = runtimes[platform];
  const content = Buffer.from(integrity.replace('sha512-', ''), 'base64').toString('hex');
  return {
    'bom-ref': `${name}@${version}`,
    type: 'platform',
    name,
    version,
    purl: `pkg:npm/${name}@${version}`,
    hashes: [{ alg: 'SHA-512', content }],
    licenses: [{ license: { id: 'MIT' } }],
  };
}
