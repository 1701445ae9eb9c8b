import { numberedBy, versionIn } from '../drivers/as-of.ts';
import { rangeInWords } from '../drivers/range.ts';
import { useOf } from '../drivers/reasons.ts';
import type { Ask } from '../drivers/reasons.ts';
import type { Fact } from '../drivers/schema.ts';
import { filled } from '../site/filled.ts';
import * as words from '../site/words.ts';
import type { DriverCase } from './driver-case.ts';
import { ofFact, withNote } from './remark.ts';
import type { Remark } from './remark.ts';

/** Whether the driver is deprecated or gone by now, or else where it stands in the release at hand. */
export function ofLife({ driver, data, situation }: DriverCase, ask: Ask): Remark[] {
  const { deprecated, removed } = driver.data.facts;
  const { title } = driver.data;
  const project = data.engines[numberedBy(driver.data)]?.name ?? driver.data.engine;
  const found: Remark[] = [];
  const tell = (text: string, key: string, fact: Fact) =>
    found.push(ofFact('soon', withNote(text, fact), key, fact, driver, data));
  if (deprecated !== undefined && versionIn(deprecated) !== undefined)
    tell(
      filled(words.adviceDeprecated, { driver: title, project, version: String(deprecated.value) }),
      'deprecated',
      deprecated,
    );
  if (removed !== undefined && versionIn(removed) !== undefined)
    tell(filled(words.adviceRemoved, { driver: title, project, version: String(removed.value) }), 'removed', removed);
  const use = useOf(driver, situation);
  if (found.length > 0 && use?.releases.includes('<') === true) {
    const engine = data.engines[situation.engine]?.name ?? situation.engine;
    const text = filled(words.adviceHasIt, { engine, releases: rangeInWords(use.releases) });
    tell(text, 'used_by', { ...use, value: use.releases });
  }
  if (found.length > 0) return found;
  const { text: status, isKnown, fact: answer } = ask('status');
  if (!isKnown) return [];
  const fact = answer.source === undefined ? (driver.data.facts['status'] ?? answer) : answer;
  const meaning = data.keys.find(({ key }) => key === 'status')?.allowed?.[status];
  const level = ['default', 'supported'].includes(status) ? 'fine' : status === 'deprecated' ? 'soon' : 'note';
  const says = fact.note ?? (meaning === undefined ? '' : filled(words.adviceThatIs, { meaning }));
  const text = filled(words.adviceStatus, { driver: title, status: status.replaceAll('-', ' '), says }).trim();
  return [ofFact(level, text, 'status', fact, driver, data)];
}
