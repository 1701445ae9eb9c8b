/** An option, short enough for any screen: browsers would break its line after the dashes. */
const option = /(?<![\w-])(--?[a-z][\w-]{1,20})(?![\w=-])/;

/** The runs of `text`, in its order, of which every second one is an option such as `--storage-opt`. */
export function optionsApart(text: string): string[] {
  return text.split(option);
}
