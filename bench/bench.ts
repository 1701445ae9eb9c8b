/** `npm run bench`: what a machine and a browser make of the built site, in milliseconds. Timings are no tests. */
import { existsSync } from 'node:fs';
import { measureComparison } from './comparison.ts';

if (!existsSync('dist')) {
  console.error('There is no dist/ to measure. Run npm run build first.');
  process.exit(1);
}
console.log('The comparison of all drivers, on a browser slowed down four times (ms):\n');
console.log('until the next picture | longest task | interaction');
for (const { name, untilPicture, longestTask } of await measureComparison()) {
  console.log(`${String(untilPicture).padStart(22)} | ${String(longestTask).padStart(12)} | ${name}`);
}
