/**
 * A description by which browsers offer to search the site from their address bar (OpenSearch 1.1). `search` is the address
 * of the search page. What is typed stands behind `#`, so that it never reaches the server.
 */
export function openSearch(site: {
  name: string;
  description: string;
  language: string;
  search: string;
  icon: string;
  self: string;
}): string {
  const { name, description, language, search, icon, self } = site;
  return `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>${escape(cut(name, 16))}</ShortName>
  <LongName>${escape(cut(name, 48))}</LongName>
  <Description>${escape(description)}</Description>
  <Url type="text/html" template="${escape(search)}#q={searchTerms}"/>
  <Url type="application/opensearchdescription+xml" rel="self" template="${escape(self)}"/>
  <Image type="image/svg+xml">${escape(icon)}</Image>
  <Language>${escape(language)}</Language>
  <InputEncoding>UTF-8</InputEncoding>
</OpenSearchDescription>
`;
}

/** The first words of `text` that fit into `length` characters, which the format sets for names. */
function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  const words = text.slice(0, length + 1).replace(/\s+\S*$/, '');
  return words.slice(0, length).trim();
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
