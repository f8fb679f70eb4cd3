/** A manual as one web page that needs nothing else: it opens from a folder, on a PC without network. */
import { marked } from 'marked';

const style = `
body { max-width: 46em; margin: 2em auto; padding: 0 1em; font: 16px/1.7 "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
h1, h2, h3 { line-height: 1.3; } h2 { margin-top: 2em; border-bottom: 1px solid #ccc; }
table { border-collapse: collapse; margin: 1em 0; } th, td { border: 1px solid #ccc; padding: .3em .7em; text-align: left; vertical-align: top; }
code { background: #f3f3f3; padding: .1em .3em; } pre { background: #f3f3f3; padding: .8em; overflow-x: auto; } pre code { padding: 0; }
@media print { body { max-width: none; } }`;

/** `beside`: by the file a link names, the page that goes with this one; a link to any other file becomes its words. */
export function pageOf(
  markdown: string,
  title: string,
  beside: Readonly<Record<string, string>> = {},
): string {
  const text = markdown.replaceAll(/\[([^\]]+)\]\((?!https?:)([^)#]*)[^)]*\)/g, (_, words, file) =>
    beside[file] === undefined ? words : `[${words}](${beside[file]})`,
  );
  const body = marked.parse(text, { async: false });
  return `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<title>${title}</title>
<style>${style}</style>
${body}</html>
`;
}
