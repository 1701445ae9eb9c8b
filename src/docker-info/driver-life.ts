import { numberedBy, versionIn } from '../drivers/as-of.ts';
import type { DriverEntry } from '../drivers/comparison.ts';
import { rangeInWords } from '../drivers/range.ts';
import { useOf } from '../drivers/reasons.ts';
import type { Ask } from '../drivers/reasons.ts';
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
  if (deprecated !== undefined && versionIn(deprecated) !== undefined)
    found.push(
      ofFact(
        'soon',
        withNote(
          filled(words.adviceDeprecated, { driver: title, project, version: String(deprecated.value) }),
          deprecated,
        ),
        'deprecated',
        deprecated,
        driver,
        data,
      ),
    );
  if (removed !== undefined && versionIn(removed) !== undefined)
    found.push(
      ofFact(
        'soon',
        withNote(filled(words.adviceRemoved, { driver: title, project, version: String(removed.value) }), removed),
        'removed',
        removed,
        driver,
        data,
      ),
    );
  const use = useOf(driver, situation);
  if (found.length > 0 && use?.releases.includes('<') === true)
    found.push({
      ...ofFact('soon', '', 'used_by', { ...use, value: use.releases }, driver, data),
      text: withNote(
        filled(words.adviceHasIt, {
          engine: data.engines[situation.engine]?.name ?? situation.engine,
          releases: rangeInWords(use.releases),
        }),
        use,
      ),
    });
  if (found.length > 0) return found;
  const { text, kind, fact } = statusOf(ask, driver);
  if (kind === 'unknown') return [];
  const meaning = data.keys.find(({ key }) => key === 'status')?.allowed?.[text];
  const level = ['default', 'supported'].includes(text) ? 'fine' : text === 'deprecated' ? 'soon' : 'note';
  const says = fact.note ?? (meaning === undefined ? '' : filled(words.adviceThatIs, { meaning }));
  return [
    ofFact(
      level,
      filled(words.adviceStatus, { driver: title, status: text.replaceAll('-', ' '), says }).trim(),
      'status',
      fact,
      driver,
      data,
    ),
  ];
}

function statusOf(ask: Ask, driver: DriverEntry) {
  const { text, isKnown, fact } = ask('status');
  return {
    text,
    kind: isKnown ? 'known' : 'unknown',
    fact: fact.source === undefined ? (driver.data.facts['status'] ?? fact) : fact,
  };
}
