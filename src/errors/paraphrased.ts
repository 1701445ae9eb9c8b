/** Other words for it that somebody types from memory, alone and without what a program adds. */
const noSpace =
  /^(?!no space left(?: on device)?$)(?:(?:there is |i have )?(?:no|not enough|insufficient) (?:more |free )*(?:disk |storage )?space(?: (?:left|available))?|out of (?:free )?(?:disk |storage )?space|(?:hard )?(?:disk|drive|storage)(?: space)?(?: is)? full)(?: (?:on|in) (?:the |my )?(?:hard )?(?:disk|drive|device|server|host|machine))?$/i;

/** The message that typed words stand for as a whole, or these words. */
export function asPrinted(text: string): string {
  return noSpace.test(text.trim().replace(/\s+/g, ' ')) ? 'no space left on device' : text;
}
