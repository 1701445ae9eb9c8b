/** `npm start`: installs what is missing, builds the site and serves it. */
import { installIfNeeded, npm } from './install.mjs';

installIfNeeded();
process.exitCode = npm('run', '--silent', 'build') || npm('run', '--silent', 'serve', '--', ...process.argv.slice(2));
