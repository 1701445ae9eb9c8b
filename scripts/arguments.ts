import { parseArgs } from 'node:util';
import type { ParseArgsConfig } from 'node:util';
import { fail } from './fail.ts';

/**
 * What `config` makes of the words behind a command. One that it does not know is named, and `usage` ends the command;
 * `--help` asks for `usage`.
 */
export function readArguments<Config extends ParseArgsConfig>(
  usage: string,
  config: Config,
): ReturnType<typeof parseArgs<Config>> {
  if (process.argv.includes('--help')) {
    console.log(usage);
    process.exit();
  }
  // Without its --rollback, a rollback would be a release.
  const taken = Object.keys(config.options ?? {}).find((name) => process.env[`npm_config_${name}`] !== undefined);
  if (taken !== undefined) fail(`npm took the option ${taken} for its own. Write -- before the options.`, usage);
  try {
    return parseArgs(config);
  } catch (error) {
    // Behind the first sentence, Node tells how to name a file that begins with a dash.
    const [problem = ''] = (error instanceof Error ? error.message : String(error)).split('. ');
    return fail(`${problem.replace(/\.$/, '')}.`, usage);
  }
}
