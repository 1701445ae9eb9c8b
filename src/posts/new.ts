import { isoDay } from '../site/dates.ts';
import { fileNameFor, yamlString } from '../site/new-file.ts';
import type { NewFile } from '../site/new-file.ts';

/** A draft of an article with this title, dated `today`, which passes the content check as it stands. */
export function newPost(title: string, today: Date): NewFile {
  return {
    path: `content/posts/${fileNameFor(title)}.mdx`,
    text: `---
title: ${yamlString(title)}
description: "What the reader knows after reading, in at most 160 characters."
date: ${isoDay(today)}
tags: []
draft: true # Remove this line to publish.
---

Begin with what happened.

## What it was

Every statement that can be wrong has its source.[^source]

[^source]: The address of the page or the line of source code, and the day on which you read it.
`,
  };
}
