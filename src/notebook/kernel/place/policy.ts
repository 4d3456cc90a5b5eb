/**
 * The policy of the frame that holds the kernel: code from the addresses that it makes itself, and no request at all.
 * @param script what allows the frame's own script
 * @param scheme of the addresses
 */
export const framePolicy = (script: string, scheme: 'blob:' | 'data:'): string =>
  `default-src 'none'; script-src ${script} ${scheme} 'wasm-unsafe-eval'; worker-src ${scheme}; base-uri 'none'; form-action 'none'`;

/** The document of the frame. */
export const frameDocument = (policy: string, script: string): string =>
  `<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><script>${script}</script>`;
