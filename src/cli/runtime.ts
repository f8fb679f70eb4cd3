/** Which runtime this is, for `status.json`: what a result was made by stands beside it and changes no byte of it. */
import { packedBy } from '../workbooks/index.ts';

const { node, zlib } = process.versions;

export const runtime = { node, zlib, platform: process.platform, arch: process.arch, packedBy };
