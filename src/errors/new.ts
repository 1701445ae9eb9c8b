import { isoDay } from '../site/dates.ts';
import { fileNameFor, yamlString } from '../site/new-file.ts';
import type { NewFile } from '../site/new-file.ts';

/** The page of a known error with this message, dated `today`, which passes the content check as it stands. */
export function newError(message: string, today: Date): NewFile {
  return {
    path: `content/errors/${fileNameFor(message)}.mdx`,
    text: `---
title: ${yamlString(message)}
description: "What the message means, and how to get out, in at most 160 characters."
# To the letter; what varies is named in angle brackets: "write <path>: no space left on device".
messages:
  - ${yamlString(message)}
means: "What the message means, in one sentence."
during: run # or space, start, image, remove, disk
severity: blocked # or data-loss, down, degraded, notice
engines: [docker]
drivers: []
sources:
  - https://docs.docker.com/engine/storage/drivers/
checked: ${isoDay(today)}
---

## Tell the causes apart

\`\`\`console
$ docker info --format '{{.Driver}}'
\`\`\`

## The first cause

How to recognise it, what is lost by the way out, and then the way out.

## Not see it again

What keeps it away.
`,
  };
}
