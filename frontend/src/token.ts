/** The request header that shows a change comes from a page of ours, as the page itself names it. */
export function token(page: Document = document): Record<string, string> {
  const header = page.querySelector<HTMLMetaElement>("meta[name=csrf-header]")?.content;
  const value = page.querySelector<HTMLMetaElement>("meta[name=csrf-token]")?.content;
  return header && value ? { [header]: value } : {};
}
