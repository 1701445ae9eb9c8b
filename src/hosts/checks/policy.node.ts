import { parsePage } from '../../site/built-pages.node.ts';
import { headersFor, inlineHashes } from '../../site/headers.node.ts';
import { comparePolicies } from '../compare-policies.ts';
import { anew } from '../visit.node.ts';
import type { Finding, Visit } from '../visit.node.ts';

/** The home page has a policy, as a header or in itself, that lets through what the site needs and no more. */
export function checkPolicy({ base, page, policy: needed }: Visit): Finding[] {
  const header = page.headers.get('content-security-policy');
  const inPage = /<meta http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page.text)?.[1];
  const policy = header ?? inPage?.replaceAll('&quot;', '"');
  const { scripts, styles } = inlineHashes(parsePage(page.text));
  if (policy === undefined) {
    const [own = ['', ''] as const] = headersFor({ scripts, styles, base });
    return [
      {
        what: 'There is no Content-Security-Policy.',
        why: 'A script that got into a page would run.',
        wish: { is: 'header', header: own },
      },
    ];
  }
  const findings: Finding[] = [];
  const wish = anew('Write the configuration from the same build as the pages.');
  const stopped = [...scripts, ...styles].filter((hash) => !policy.includes(hash)).length;
  if (stopped > 0)
    findings.push({
      what: `The policy stops ${stopped} inline scripts or styles of the home page.`,
      why: 'The page looks and works otherwise than it was built.',
      wish,
    });
  const { lacking, excess } = comparePolicies(needed, policy, header === null);
  for (const { name, source } of excess)
    findings.push({
      what: `The policy allows ${source} in ${name}.`,
      why: 'A script that got into a page would have more to do with.',
      wish,
    });
  if (lacking.length > 0)
    findings.push({
      what: `The policy lacks ${lacking.join('; ')}.`,
      why: 'What the site needs is stopped, or what it never needs is not.',
      wish,
    });
  return findings;
}
