import type { DriverEntry } from '../drivers/comparison.ts';
import type { Reason } from '../drivers/reasons.ts';
import type { Fact } from '../drivers/schema.ts';
import { filled } from '../site/filled.ts';
import * as words from '../site/words.ts';
import type { AdviceData } from './advice-data.ts';

/** One thing to say about an output. */
export interface Remark {
  /** `first` before anything else, `soon` what has to change, `note` what is good to know, `fine` what needs nothing. */
  level: 'first' | 'soon' | 'note' | 'fine';
  text: string;
  /** What to type, if anything. */
  commands: string[];
  /** What says so: `<driver>#<fact>`, the id of an entry of `content/docker-info.yaml`, or `<engine>@<release>`. */
  about: string;
  source: string | undefined;
  /** Day on which the source was read, as the data have it; in advice, in words. */
  checked: string | undefined;
  confidence: 'verified' | 'unverified';
  /** The page of this site that says more. */
  link: { label: string; url: string } | undefined;
  /** Line of the paste, from 1. */
  line: number | undefined;
}

/** A fact of a driver, told in `text`. */
export function ofFact(
  level: Remark['level'],
  text: string,
  key: string,
  fact: Fact,
  { id, data }: DriverEntry,
  { pages }: AdviceData,
): Remark {
  return {
    level,
    text,
    commands: [],
    about: `${id}#${key}`,
    source: fact.source,
    checked: fact.checked,
    confidence: sureness(fact),
    link: linkTo(key, { id, data }, pages),
    line: undefined,
  };
}

/** The place of a fact on the page of its driver; other keys, such as `used_by`, have none of their own there. */
function linkTo(key: string, { id, data }: DriverEntry, pages: AdviceData['pages']): Remark['link'] {
  return { label: data.title, url: `${pages.drivers}${id}/${key in data.facts ? `#${key}` : ''}` };
}

/** A reason of the chooser, told of a driver by name. */
export function ofReason(
  { text, fact, source, checked }: Reason,
  driver: DriverEntry,
  data: AdviceData,
  level: Remark['level'],
): Remark {
  const known = driver.data.facts[fact];
  const isOfDriver = known !== undefined && known.source === source;
  return {
    level,
    text: filled(words.adviceOf, { driver: driver.data.title, says: text }),
    commands: [],
    about: `${driver.id}#${fact}`,
    source,
    checked,
    confidence: isOfDriver ? sureness(known) : 'verified',
    link: linkTo(fact, driver, data.pages),
    line: undefined,
  };
}

/** `text` with what a fact has to add to its value. */
export function withNote(text: string, { note }: { note?: string | undefined }): string {
  return note === undefined ? text : `${text} ${note}`;
}

/** What is verified does not say so in the data, which is most of it. */
export function sureness({ confidence }: { confidence?: Remark['confidence'] | undefined }): Remark['confidence'] {
  return confidence ?? 'verified';
}
