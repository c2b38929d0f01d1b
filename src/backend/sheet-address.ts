/**
 * Turns any usual link to a Google Sheet into the address of its CSV, which needs no key. Of Google's three it is
 * `export`, for `gviz/tq?tqx=out:csv` empties every cell that differs in kind from most of its column
 * ("6.30 to 8pm" among times) and leaves out empty rows, so that row numbers are wrong.
 */

/** The CSV address of a Google Sheet; every other address as it is. */
export function sheetAddress(url: string): string {
  const id =
    /^(?:https?:)?(?:\/\/)?(?:docs\.google\.com\/(?:a\/[^/]+\/)?spreadsheets\/(?:u\/\d+\/)?d\/|drive\.google\.com\/open\?(?:.*&)?id=)((?:e\/)?[\w-]+)/i.exec(
      url,
    )?.[1];
  if (!id || /[?&](?:format|output|tqx=out)[=:][ct]sv/.test(url)) return url;
  const param = (name: string) => RegExp(`[?&#](${name}=[\\w-]+)`).exec(url)?.[1];
  const gid = param('gid');
  const key = param('resourcekey');
  return `https://docs.google.com/spreadsheets/d/${id}/${id.startsWith('e/') ? 'pub?output' : 'export?format'}=csv${
    gid ? `&${id.startsWith('e/') ? 'single=true&' : ''}${gid}` : ''
  }${key ? `&${key}` : ''}`;
}
