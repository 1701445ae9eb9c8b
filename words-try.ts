import { readFileSync, existsSync, writeFileSync } from 'node:fs';
import { parse } from 'yaml';
import { importBlog } from './src/octopress/blog.node.ts';
import { SourceTree } from './src/octopress/source-tree.node.ts';
import { difference, newWords, oldWords } from './tests/shared/octopress-words.ts';
const blog=process.argv[2]!;
const res=importBlog(SourceTree.open('/tmp/w/imp/b/'+blog),{kind:'octopress',origin:'https://new.example',out:'content/posts'});
let n=0, same=0; const out:string[]=[];
for (const f of res.files) { if(!/^content\/(posts|docs).*mdx?$/.test(f.path)) continue; const t=String(f.bytes); const fm=parse(t.slice(4,t.indexOf('\n---',4))); 
  const a=(fm.aliases??[]).find((x:string)=>existsSync(`/tmp/w/imp/r/${blog}${x}index.html`)); if(!a) { if(!fm.draft) out.push('NOPAGE '+f.path); continue; }
  const page=readFileSync(`/tmp/w/imp/r/${blog}${a}index.html`,'utf8'); const m=/<article[\s\S]*<\/article>/.exec(page); if(!m) continue;
  let html=m[0]; const e=/<div class="entry-content">([\s\S]*?)<\/div>\s*(?:<footer>\s*<p class="meta">|<p class="meta">|<\/article>)/.exec(html); if(e) html=e[1]!; html=html.split(/<footer>\s*<p class="meta">/)[0]!;
  n++; try { const o=oldWords(html), w=await newWords(t, f.path.endsWith('x')?'mdx':'md'); 
  const d=difference(o,w); if(d.missing.length+d.extra.length===0) same++; else out.push(`${f.path} -${d.missing.length} +${d.extra.length} | ${d.missing.slice(0,25).join(' ')} | ${d.extra.slice(0,25).join(' ')}`); } catch(err) { out.push(f.path+' ERR '+err); } }
console.log(blog, n, 'same', same); console.log(out.join('\n'));
