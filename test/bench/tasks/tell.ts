/** How a task tells what it measured: a line of JSON on the third channel, which nothing else writes to. */
import { writeSync } from 'node:fs';

export function tell(measured: Readonly<Record<string, number>>): void {
  writeSync(3, `${JSON.stringify({ ...measured, peak: process.resourceUsage().maxRSS / 1024 })}\n`);
}

/** The seconds that some work takes. */
export async function secondsOf(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}
