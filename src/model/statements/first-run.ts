/** What a bank's first run takes for granted: earlier quarters without a record. */
import type { Chain } from '../appraisal.ts';
import type { Text } from '../text.ts';

/** Nothing where every earlier quarter of the year is archived. */
export const firstRun = ({ takenAsClean: clean }: Chain): Text[] =>
  clean.length === 0
    ? []
    : [
        {
          zh: `首次运行：${clean.join('、')} 视为无不良记录`,
          en: `first run: ${clean.join(', ')} taken as clean`,
        },
      ];
