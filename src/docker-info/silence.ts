import { finding } from './finding.ts';
import type { InfoFinding } from './finding.ts';
import type { InfoReading } from './parse.ts';

/** What clients print instead when Docker does not answer them, in any release. */
const silence =
  /(?:cannot|failed to|trying to) connect to the docker (?:daemon|api)|^(?:error: )?error during connect|^errors pretty printing info/i;

/** Why an output has only the part of the client, or lines that no other program prints and not that of the driver. */
export function silenceIn({ fields }: InfoReading): InfoFinding[] {
  const at = fields.lines.findIndex((line) => silence.test(line));
  if (at < 0) {
    const half = fields.find(['Debug Mode'], 'client/') ?? fields.find(['Logging Driver', 'Docker Root Dir']);
    return half === undefined ? [] : [finding('no-driver', half.line)];
  }
  return [finding(/permission denied/i.test(fields.lines[at] ?? '') ? 'no-permission' : 'no-answer', at + 1)];
}
