import * as words from '../site/words.ts';

/** What the empty box offers to try: words, a message, and a paste of several lines. */
export const searchExamples: readonly { label: string; text: string }[] = [
  { label: words.exampleMessage, text: 'no space left on device' },
  { label: words.exampleWords, text: words.exampleWordsText },
  {
    label: words.examplePaste,
    text: 'Step 4/9 : RUN make install\nwrite /usr/lib/libexample.so: no space left on device\nThe command returned a non-zero code: 1',
  },
];
