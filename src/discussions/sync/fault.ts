/** What can go wrong with GitHub, in words for who runs the command. */
export type FaultKind =
  | 'no-token'
  | 'bad-credentials'
  | 'missing-scope'
  | 'forbidden'
  | 'single-sign-on'
  | 'repository-not-found'
  | 'discussion-not-found'
  | 'discussions-disabled'
  | 'budget-used-up'
  | 'asked-too-fast'
  | 'unreachable'
  | 'unavailable'
  | 'too-slow'
  | 'cut-off'
  | 'query-refused'
  | 'wrong-endpoint'
  | 'incomplete'
  | 'unfit'
  | 'too-large'
  | 'disk';

/** A fault with what happened, and what to do next; both full sentences. */
export interface FaultText {
  kind: FaultKind;
  message: string;
  hint: string;
}

/** A fault on its way to the command, which prints it. */
export class GitHubFault extends Error {
  readonly kind: FaultKind;
  readonly hint: string;

  constructor({ kind, message, hint }: FaultText, cause?: unknown) {
    super(message, { cause });
    this.kind = kind;
    this.hint = hint;
  }
}

/** An error inside an answer of the GraphQL API. `path` leads to what it left null; `type` is missing in some. */
export interface AnswerError {
  type?: string | undefined;
  message: string;
  path?: readonly (string | number)[] | undefined;
  extensions?: Readonly<Record<string, unknown>> | undefined;
}

/** What to do about an answer: read it, wait and ask again, or give up. Times are in milliseconds. */
export type Verdict =
  | { then: 'read' }
  /** `after` says when to ask again, if GitHub does; `limit` that a limit stopped the query before it ran. */
  | { then: 'again'; fault: FaultText; limit: boolean; after?: number }
  | { then: 'stop'; fault: FaultText };

/** What of an answer decides. Header names are in lower case; `body` is undefined if it is no JSON. */
export interface Reply {
  status: number;
  header: (name: string) => string | null;
  body: { data?: unknown; errors?: readonly AnswerError[] | undefined; message?: string | undefined } | undefined;
}

/**
 * Judges an answer, whose errors come with status 200 too. `now` is the time in milliseconds since 1970.
 * Errors that concern one part of usable data are left to who asked.
 */
export function judge(reply: Reply, now: number): Verdict {
  const { status, header, body } = reply;
  const errors = body?.errors ?? [];
  const said = [body?.message ?? '', ...errors.map(({ message }) => message)].join(' ');
  const isLimit =
    errors.some(({ type }) => type === 'RATE_LIMITED') ||
    status === 429 ||
    ((status === 403 || status === 200) &&
      (/rate limit|abuse detection/i.test(said) || header('retry-after') !== null) &&
      !hasData(body));
  if (isLimit) return limited(reply, said, now);
  if (status === 401) {
    return stop(
      'bad-credentials',
      'GitHub does not know the token: it is wrong, was revoked, or has expired.',
      'Make a new one at https://github.com/settings/tokens, and put it into GITHUB_TOKEN.',
    );
  }
  if (status >= 500 || status === 408) {
    const after = waitIn(header('retry-after'), now);
    const slow = status === 502 || status === 504 || status === 408;
    return {
      then: 'again',
      fault: slow ? tooSlow : unavailable(status),
      limit: false,
      ...(after !== undefined && { after }),
    };
  }
  if (status === 403) return { then: 'stop', fault: forbidden(said.trim(), false) };
  if (status !== 200) {
    return stop(
      'wrong-endpoint',
      `The address of the GraphQL API answered with status ${status}.`,
      'Take GITHUB_GRAPHQL_URL out of the environment, or set it to your GitHub’s own address, which ends in /graphql.',
    );
  }
  if (body === undefined || (!hasData(body) && errors.length === 0)) {
    return { then: 'again', fault: cutOff, limit: false };
  }
  const whole = errors.find((error) => !hasData(body) || error.path === undefined || isRefusal(error));
  if (whole === undefined) return { then: 'read' };
  const fault = faultOf(whole);
  return fault.kind === 'too-slow' ? { then: 'again', fault, limit: false } : { then: 'stop', fault };
}

/** What an error means, by its type; those without one come from timeouts, and from queries that don't fit the schema. */
export function faultOf({ type, message, extensions, path }: AnswerError): FaultText {
  switch (type) {
    case 'INSUFFICIENT_SCOPES':
      return {
        kind: 'missing-scope',
        message: `The token lacks a scope.${said(message)}`,
        hint: 'Give a classic token the scope public_repo (repo for a private repository), a fine-grained one “Discussions: read”.',
      };
    case 'FORBIDDEN':
      return forbidden(message, path?.[0] === 'createDiscussion', extensions?.['saml_failure'] === true);
    case 'NOT_FOUND':
      return (path?.length ?? 1) > 1 ? discussionNotFound(message) : repositoryNotFound(message);
    case 'MISSING_PAGINATION_BOUNDARIES':
    case 'EXCESSIVE_PAGINATION':
    case 'MAX_NODE_LIMIT_EXCEEDED':
      return refused(message);
    case 'UNPROCESSABLE':
      return {
        kind: 'query-refused',
        message: `GitHub did not do it.${said(message)}`,
        hint: 'Change what it objects to: the title of the page, or the category in src/site.config.ts.',
      };
    default:
      return extensions?.['code'] === undefined ? tooSlow : refused(message);
  }
}

export const noToken: FaultText = {
  kind: 'no-token',
  message: 'There is no token, and GitHub’s GraphQL API answers nobody without one, for public repositories too.',
  hint: 'Make one at https://github.com/settings/tokens and set GITHUB_TOKEN; with the GitHub CLI: GITHUB_TOKEN=$(gh auth token) npm run discussions sync',
};

export const oddToken: FaultText = {
  kind: 'bad-credentials',
  message: 'The token holds a character that no token has: a blank, the end of a line, or one outside ASCII.',
  hint: 'Copy it once more from where it was made, and put it into GITHUB_TOKEN.',
};

/** A refusal of this machine's disk, if `error` is one of a file that could not be read or written. */
export function diskFault(error: unknown): FaultText | undefined {
  if (!(error instanceof Error)) return undefined;
  if (!('syscall' in error)) return diskFault(error.cause);
  return {
    kind: 'disk',
    message: `The disk does not let it: ${error.message}.`,
    hint: 'Make room, or correct the rights of the folder, then run the command again: it goes on where it stopped. No file is half written.',
  };
}

export const unreachable: FaultText = {
  kind: 'unreachable',
  message: 'GitHub can’t be reached, or the connection was lost.',
  hint: 'Look at the network and at https://www.githubstatus.com/, then run the command again: it goes on where it stopped.',
};

export const disabled = (repository: string): FaultText => ({
  kind: 'discussions-disabled',
  message: `Discussions are switched off in ${repository}.`,
  hint: `Switch them on at https://github.com/${repository}/settings, under Features. Snapshots stay as they are.`,
});

export const incomplete = (number: number): FaultText => ({
  kind: 'incomplete',
  message: `GitHub gave only a part of discussion ${number}, several times.`,
  hint: `Its last snapshot stays. Run npm run discussions sync ${number} later.`,
});

export const incompleteAnswer: FaultText = {
  kind: 'incomplete',
  message: 'GitHub’s answer lacks what every answer has.',
  hint: 'Run the command again later: it goes on where it stopped.',
};

export const unfit = (number: number, why: string): FaultText => ({
  kind: 'unfit',
  message: `What GitHub says of discussion ${number} does not fit: ${why}.`,
  hint: 'Its last snapshot stays. GitHub may have changed something: report it to the makers of this site’s engine.',
});

export const tooLarge = (number: number): FaultText => ({
  kind: 'too-large',
  message: `Discussion ${number} has more words than the snapshot of a thread may have.`,
  hint: 'Its last snapshot stays, and readers find the rest on GitHub. Begin a new discussion for the page.',
});

export const tooSlow: FaultText = {
  kind: 'too-slow',
  message: 'GitHub took too long to answer, also when asked for less.',
  hint: 'Look at https://www.githubstatus.com/ and run the command again later: it goes on where it stopped.',
};

const cutOff: FaultText = {
  kind: 'cut-off',
  message: 'GitHub’s answer was cut off in the middle, several times.',
  hint: 'Run the command again: it goes on where it stopped. If it stays so, look for a proxy on the way.',
};

function unavailable(status: number): FaultText {
  return {
    kind: 'unavailable',
    message: `GitHub is not available at the moment (status ${status}).`,
    hint: 'Look at https://www.githubstatus.com/ and run the command again later: it goes on where it stopped.',
  };
}

function repositoryNotFound(message: string): FaultText {
  return {
    kind: 'repository-not-found',
    message: `The repository is not there, or the token may not see it.${said(message)}`,
    hint: 'Correct `repository` in src/site.config.ts; for a private one, give the token access to it.',
  };
}

function discussionNotFound(message: string): FaultText {
  return {
    kind: 'discussion-not-found',
    message: `The discussion is not there.${said(message)}`,
    hint: 'It was deleted or transferred, the number is that of an issue, or the token may not see it. Correct the page that links to it.',
  };
}

function forbidden(message: string, writes: boolean, signOn = false): FaultText {
  if (signOn || /\bSAML\b/.test(message)) {
    return {
      kind: 'single-sign-on',
      message: 'The organisation lets in only tokens that are authorised for its single sign-on.',
      hint: 'Choose “Configure SSO” beside the token at https://github.com/settings/tokens, and authorise it.',
    };
  }
  const right = writes ? 'write' : 'read';
  return {
    kind: 'forbidden',
    message: `The token may not do this.${said(message)}`,
    hint: `Give a fine-grained token “Discussions: ${right}” for the repository, or a workflow \`permissions: discussions: ${right}\`.`,
  };
}

function refused(message: string): FaultText {
  return {
    kind: 'query-refused',
    message: `GitHub refused the query itself.${said(message)}`,
    hint: 'That is a mistake in src/discussions/sync/queries.ts, or GitHub has changed its rules. Please report it.',
  };
}

/** What GitHub itself says of it, if anything, as a sentence: not all of its messages end as one. */
function said(message: string): string {
  return message === '' ? '' : ` GitHub says: ${message.replace(/[^.!?]$/, '$&.')}`;
}

/** Waits as GitHub says, else until the hour ends; without either, whoever asked waits a minute at least. */
function limited({ header }: Reply, said: string, now: number): Verdict {
  const reset = Number(header('x-ratelimit-reset') ?? Number.NaN) * 1000;
  const isPrimary = header('x-ratelimit-remaining') === '0';
  const after = waitIn(header('retry-after'), now) ?? (isPrimary && reset > now ? reset - now : undefined);
  const fault: FaultText =
    isPrimary && !/secondary/i.test(said)
      ? budgetUsedUp(reset)
      : {
          kind: 'asked-too-fast',
          message: 'GitHub’s limit on many queries in a short time was reached, and asking on could get us banned.',
          hint: 'Run the command again in a quarter of an hour: it goes on where it stopped.',
        };
  return { then: 'again', fault, limit: true, ...(after !== undefined && { after }) };
}

/** `reset` is the time at which the next hour begins, in milliseconds since 1970, or no number. */
export function budgetUsedUp(reset: number): FaultText {
  const time = Number.isFinite(reset) ? `after ${new Date(reset).toISOString().slice(11, 16)} UTC` : 'in an hour';
  return {
    kind: 'budget-used-up',
    message: 'The token’s points for this hour are used up.',
    hint: `Run the command again ${time}: it goes on where it stopped.`,
  };
}

/** Errors that no part of an answer makes up for: the query or the token is wrong, wherever it shows first. */
function isRefusal({ type, extensions }: AnswerError): boolean {
  const refusals = ['MISSING_PAGINATION_BOUNDARIES', 'EXCESSIVE_PAGINATION', 'MAX_NODE_LIMIT_EXCEEDED'];
  return refusals.includes(type ?? '') || type === 'INSUFFICIENT_SCOPES' || extensions?.['code'] !== undefined;
}

function hasData(body: Reply['body']): boolean {
  return typeof body?.data === 'object' && body.data !== null;
}

/** Milliseconds in a `retry-after` header: seconds, or a date; by a clock that is fast the date is past, and says nothing. */
function waitIn(value: string | null, now: number): number | undefined {
  if (value === null) return undefined;
  const wait = /^\d+$/.test(value.trim()) ? Number(value) * 1000 : Date.parse(value) - now;
  return wait >= 0 ? wait : undefined;
}

function stop(kind: FaultKind, message: string, hint: string): Verdict {
  return { then: 'stop', fault: { kind, message, hint } };
}
