/** A part of `llms.txt`. */
interface Section {
  heading: string;
  entries: readonly { title: string; url: string; description: string }[];
}

/**
 * The text of an `llms.txt` as https://llmstxt.org/ describes it: the site's name, what it is about in a quote, a note,
 * and one list a section. Sections without entries are left out.
 */
export function llmsText(site: {
  name: string;
  description: string;
  note: string;
  sections: readonly Section[];
}): string {
  const lists = site.sections
    .filter(({ entries }) => entries.length > 0)
    .map(({ heading, entries }) => {
      const lines = entries.map(
        ({ title, url, description }) => `- [${label(title)}](${url}): ${oneLine(description)}`,
      );
      return `## ${heading}\n\n${lines.join('\n')}`;
    });
  return [`# ${site.name}`, `> ${oneLine(site.description)}`, site.note, ...lists].join('\n\n') + '\n';
}

/** Words that may stand between the brackets of a link. */
function label(text: string): string {
  return oneLine(text).replace(/[\\[\]`*_<]/g, '\\$&');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
