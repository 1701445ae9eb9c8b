import { timeOf } from '../drivers/choose.ts';
import type { Knowledge, Situation } from '../drivers/choose.ts';
import type { DriverEntry } from '../drivers/comparison.ts';
import { isSystem } from '../drivers/distribution.ts';
import type { AdviceData } from './advice-data.ts';
import { mountPrograms } from './findings.ts';
import type { InfoReading } from './parse.ts';

/** Everything that a driver's remarks are worked out from. */
export interface DriverCase {
  driver: DriverEntry;
  data: AdviceData;
  situation: Situation;
  knowledge: Knowledge;
  time: ReturnType<typeof timeOf>;
}

/** The driver behind a printed name: of the engine itself, of its library, or of containerd. */
export function driverNamed(
  name: string,
  { machine, fields }: InfoReading,
  { drivers }: AdviceData,
): DriverEntry | undefined {
  const isFuse = name === 'overlay' && mountPrograms(fields).some(({ program }) => program.includes('fuse-overlayfs'));
  const wanted = isFuse ? 'fuse-overlayfs' : name.replace(/ /g, '');
  const { engine } = machine;
  const usable = drivers.filter(({ data }) => data.name === wanted && isForEngine(data, engine));
  const own = machine.containerdStore ? undefined : usable.find(({ data }) => data.engine === engine);
  return own ?? usable.find(({ data }) => data.engine !== engine) ?? usable[0];
}

function isForEngine({ engine, used_by: uses = [] }: DriverEntry['data'], wanted: string | undefined): boolean {
  return engine === wanted || uses.some((use) => use.engine === wanted);
}

/** What the chooser would ask about `driver` on the machine of `reading`, and what is known to answer it. */
export function caseOf(
  driver: DriverEntry,
  { machine, build, beforeVersions }: InfoReading,
  data: AdviceData,
): DriverCase {
  const engine = machine.engine ?? '';
  const { system = '' } = machine;
  const situation: Situation = {
    ...machine,
    // The newest that prints no release.
    version: beforeVersions ? '1.8' : machine.version,
    engine,
    build,
    distribution: data.distributions.find(({ name, printed = [name] }) =>
      printed.some((begin) => isSystem(system, begin)),
    )?.id,
    needs: [],
  };
  const knowledge: Knowledge = {
    drivers: data.drivers.filter((other) => isForEngine(other.data, engine)),
    keys: new Map(data.keys.map((key) => [key.key, key])),
    engines: data.engines,
    distributions: data.distributions,
  };
  return { driver, data, situation, knowledge, time: timeOf(situation, knowledge) };
}
