/** Which addresses out of a feed or a pack may be followed at all. */

export const LONGEST = 2000;

/** The address, when it is one that may be opened; "zoom.us/j/1" gains https, "Zoom" and `javascript:` are none. */
export function allowedUrl(text: string): string | undefined {
  let written = text.trim();
  if (/^(?:\/\/)?(?:[\p{L}\d-]+\.)+\p{L}{2,}(?::\d+)?(?:[/?#]|$)/u.test(written)) {
    written = `https://${written.replace(/^\/\//, '')}`;
  }
  if (written.length > LONGEST || !/^(?:(?:https?|webcal):\/\/|mailto:|tel:)[^/]/i.test(written))
    return undefined;
  try {
    const url = new URL(written);
    // "https://zoom.us@example.org" goes elsewhere than it seems to.
    return url.username || url.password ? undefined : url.href;
  } catch {
    return undefined;
  }
}

/** Like `allowedUrl`, for what opens as a page: the web only. */
export function webUrl(text: string): string | undefined {
  const url = allowedUrl(text);
  return url && /^https?:/.test(url) ? url : undefined;
}
