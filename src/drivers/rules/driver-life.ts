import type { Content, Finding, Rule } from '../../content-check/content.ts';
import { numberedBy, versionIn } from '../as-of.ts';
import type { Driver, Engine } from '../schema.ts';
import { compareVersions } from '../version.ts';

const stages = ['introduced', 'deprecated', 'removed'] as const;

/** Finds drivers whose life contradicts itself, or the timeline of the project that numbers it. */
export const driverLife: Rule = {
  name: 'driver-life',
  description: 'A driver is introduced, deprecated and removed in this order, as its status and the timeline say.',
  check: (content) => [...outOfOrder(content), ...againstTimeline(content)],
};

function outOfOrder({ entries }: Content): Finding[] {
  return entries.flatMap(({ collection, source, data, value }) => {
    if (collection !== 'drivers' || value === undefined) return [];
    const { facts } = value as Driver;
    const dated = stages
      .flatMap((stage) => ({ stage, version: versionIn(facts[stage]) ?? '' }))
      .filter(({ version }) => version !== '');
    const late = dated.flatMap(({ stage, version }, place): Finding[] => {
      const before = dated[place - 1];
      if (before === undefined || compareVersions(before.version, version) <= 0) return [];
      return [
        {
          source,
          offset: data.valueAt(['facts', stage, 'value']),
          message: `The driver was ${stage} in ${version}, before it was ${before.stage} in ${before.version}.`,
          hint: 'Correct one of the two.',
        },
      ];
    });
    const status = facts['status']?.value;
    const isGone = status === 'removed';
    const removed = facts['removed'];
    if (status === undefined || removed === undefined || removed.value === 'unknown') return late;
    if (isGone === (removed.value !== 'none')) return late;
    const hint = isGone
      ? 'Write the release that dropped it.'
      : 'Write the status `removed`, or `none` as the release that removed it.';
    const message = `The status is \`${String(status)}\`, and \`removed\` is \`${String(removed.value)}\`.`;
    return [...late, { source, offset: data.valueAt(['facts', 'status', 'value']), message, hint }];
  });
}

function againstTimeline({ entries }: Content): Finding[] {
  const drivers = new Map(
    entries.flatMap(({ collection, id, value }) =>
      collection === 'drivers' && value !== undefined ? [[id, value as Driver]] : [],
    ),
  );
  return entries.flatMap(({ collection, id: project, source, data, value }) => {
    if (collection !== 'engines' || value === undefined) return [];
    return (value as Engine).events.flatMap(({ event, version, drivers: named = [] }, place) =>
      named.flatMap((id): Finding[] => {
        const driver = drivers.get(id);
        const stage = stages.find((word) => word === event);
        if (driver === undefined || stage === undefined || numberedBy(driver) !== project) return [];
        const said = versionIn(driver.facts[stage]);
        if (said !== undefined && compareVersions(said, version) === 0) return [];
        return [
          {
            source,
            offset: data.valueAt(['events', place, 'version']),
            message: `\`${id}\` is ${stage} in ${version} here, and in \`${said ?? 'no release'}\` in its own file.`,
            hint: `Correct this event, or \`${stage}\` in content/drivers/${id}.yaml.`,
          },
        ];
      }),
    );
  });
}
