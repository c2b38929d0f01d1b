/** Reads a request's JSON: the limit holds while bytes come in, whatever was announced, and nothing but UTF-8 and one object is taken. */
import { refusal } from './problems.js';

type Read =
  | { readonly value: Readonly<Record<string, unknown>> }
  | { readonly refused: ReturnType<typeof refusal<'malformed' | 'too-large' | 'not-json'>> };

const JSON_TYPE = /^application\/json\s*(?:;\s*charset\s*=\s*"?utf-8"?\s*)?$/i;

async function bytesOf(request: Request, most: number): Promise<Uint8Array | undefined> {
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = request.body?.getReader();
  if (!reader) return new Uint8Array(0);
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return parts.length === 1 ? parts[0] : Buffer.concat(parts, length);
    length += value.length;
    if (length > most) {
      // Whoever still sends is not read any further.
      reader.cancel().catch(() => {});
      return undefined;
    }
    parts.push(value);
  }
}

export async function readJsonBody(request: Request, most: number): Promise<Read> {
  const { headers } = request;
  const encoding = headers.get('content-encoding')?.trim().toLowerCase() ?? 'identity';
  if (!JSON_TYPE.test(headers.get('content-type')?.trim() ?? '') || encoding !== 'identity')
    return { refused: refusal('not-json') };
  if (Number(headers.get('content-length') ?? 0) > most) return { refused: refusal('too-large') };
  try {
    const bytes = await bytesOf(request, most);
    if (!bytes) return { refused: refusal('too-large') };
    const value: unknown = JSON.parse(
      new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes),
    );
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return { value: value as Readonly<Record<string, unknown>> };
  } catch {
    // Neither UTF-8 nor JSON, or whoever sent it is gone.
  }
  return { refused: refusal('malformed') };
}
