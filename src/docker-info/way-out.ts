import { versionIn } from '../drivers/as-of.ts';
import { choose } from '../drivers/choose.ts';
import type { DriverEntry } from '../drivers/comparison.ts';
import { ofEngine, ofMachine, questions } from '../drivers/reasons.ts';
import type { Reason } from '../drivers/reasons.ts';
import { filled } from '../site/filled.ts';
import * as words from '../site/words.ts';
import type { DriverCase } from './driver-case.ts';
import { ofFact, ofReason, withNote } from './remark.ts';
import type { Remark } from './remark.ts';

/** What to move to, whether it can run here, what can if not, and how to move. */
export function ofWayOut({ driver, data, situation, knowledge, time }: DriverCase, isBad: boolean): Remark[] {
  const { replacement, migration } = driver.data.facts;
  const level = isBad ? 'soon' : 'note';
  const isFuse = driver.data.family === 'fuse-overlayfs';
  const next = data.drivers.find(({ id }) => id === replacement?.value);
  const found: Remark[] = [];
  const judge = (other: DriverEntry) => [
    ...ofEngine(other, situation, knowledge, time),
    ...ofMachine(other, situation, knowledge, questions(other, knowledge, time)),
  ];
  if (isBad && next === undefined && replacement?.value === 'none' && replacement.note !== undefined)
    found.push(
      ofFact(
        level,
        filled(words.adviceOf, { driver: driver.data.title, says: replacement.note }),
        'replacement',
        replacement,
        driver,
        data,
      ),
    );
  if (next !== undefined && replacement !== undefined) {
    const reasons = judge(next);
    const isRuledOut = reasons.some(({ effect }) => effect === 'no');
    if (!isBad && !isFuse && isRuledOut) return [];
    const toNext =
      isBad || (isFuse && !isRuledOut) ? words.adviceInstead : isFuse ? words.adviceLater : words.adviceCould;
    found.push(
      ofFact(
        level,
        withNote(filled(toNext, { driver: next.data.title }), replacement),
        'replacement',
        replacement,
        driver,
        data,
      ),
      ...reasons
        .filter(({ effect, fact }) => effect === 'no' || (effect === 'if' && fact !== 'used_by'))
        .map((reason) => ofReason(reason, next, data, level)),
    );
    if (!isRuledOut) return [...found, ...ofMigration()];
  }
  if (!isBad || situation.filesystem === 'ntfs') return [...found, ...ofMigration()];
  const verdicts = choose(situation, knowledge).filter(({ driver: other }) => other !== driver && other !== next);
  const isOffered = ({ data: { family, facts } }: DriverEntry) =>
    versionIn(facts['removed']) === undefined &&
    (family === 'overlayfs' || family === 'fuse-overlayfs' || family === situation.filesystem);
  const best = verdicts.find(({ driver: other, possible }) => possible && isOffered(other));
  const wanted = ['overlayfs', ...(best === undefined && situation.rootless === true ? ['fuse-overlayfs'] : [])];
  const refused = verdicts.filter(
    ({ driver: { data: other }, possible }) =>
      !possible && wanted.includes(other.family) && other.engine === driver.data.engine,
  );
  // Where a way out is named, what rules that out is told already.
  if (next === undefined)
    found.push(
      ...refused
        .filter(({ driver: other }) => isOffered(other))
        .flatMap(({ driver: other }) =>
          judge(other)
            .filter(({ effect }) => effect === 'no')
            .map((reason) => ofReason(reason, other, data, level)),
        ),
    );
  const why = best?.reasons.filter(({ effect }) => effect === 'good').toSorted(bySaying)[0];
  if (best !== undefined && why !== undefined)
    found.push(ofReason({ ...why, text: filled(words.adviceCanRun, { reason: why.text }) }, best.driver, data, level));
  const tools = best?.driver.data.facts['userspace_tools'];
  if (best !== undefined && tools !== undefined)
    found.push(
      ofFact(
        level,
        withNote(filled(words.adviceNeeds, { driver: best.driver.data.title, tools: String(tools.value) }), tools),
        'userspace_tools',
        tools,
        best.driver,
        data,
      ),
    );
  return [...found, ...ofMigration()];

  function ofMigration(): Remark[] {
    // Of containerd's the facts tell the way in.
    if (
      !(isBad || isFuse) ||
      driver.data.engine === 'containerd' ||
      migration === undefined ||
      /^(?:unknown|not-applicable|none)$/.test(String(migration.value))
    )
      return [];
    const text = withNote(filled(words.adviceMove, { steps: String(migration.value) }), migration);
    return [ofFact(level, text, 'migration', migration, driver, data)];
  }
}

/** The fact about the machine says more than the default. */
function bySaying(a: Reason, b: Reason): number {
  return Number(a.fact === 'default_in') - Number(b.fact === 'default_in');
}
