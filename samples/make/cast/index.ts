// Everybody in the sample, by manager id.

import type { Manager } from '../model.ts';
import { CHENGGUAN } from './chengguan.ts';
import { GANGQU } from './gangqu.ts';
import { JIANGBEI } from './jiangbei.ts';
import { KAIFAQU } from './kaifaqu.ts';
import { YUNXI } from './yunxi.ts';

export const CAST: readonly Manager[] = [...CHENGGUAN, ...KAIFAQU, ...YUNXI, ...GANGQU, ...JIANGBEI];
