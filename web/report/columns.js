/** The columns of numbers, which stand packed in one text of the file. */

let bytes = new Uint8Array();

/** Unpacks them: once, before any is read. */
export async function readColumns(text) {
  const binary = atob(text);
  const packed = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; ++i) packed[i] = binary.charCodeAt(i);
  const inflated = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  bytes = new Uint8Array(await new Response(inflated).arrayBuffer());
}

/**
 * The numbers of a column: n codes of w bytes from `at` on, the lowest bytes of all first. An odd code stands for a
 * number from zero up, an even one for one below, 0 for none (NaN). They are summed o times, and count units of 10^-d.
 */
export function unpack({ d, at, n, w, o }) {
  const scale = 10 ** d;
  const values = new Float64Array(n);
  let change = 0;
  let sum = 0;
  for (let i = 0; i < n; ++i) {
    let code = 0;
    for (let k = w - 1; k >= 0; --k) code = code * 256 + bytes[at + k * n + i];
    if (code === 0) {
      values[i] = NaN;
      continue;
    }
    const number = code % 2 === 1 ? (code - 1) / 2 : -code / 2;
    if (o === 2) change += number;
    sum = o === 0 ? number : sum + (o === 1 ? number : change);
    values[i] = sum / scale;
  }
  return values;
}
