import { fileURLToPath } from 'node:url';
import { createServer, createServerModuleRunner } from 'vite';

/** A TypeScript module next to this file. Unlike vite's `runnerImport` it may go on to import others later. */
export async function load(name) {
  const server = await createServer({
    configFile: false,
    logLevel: 'warn',
    appType: 'custom',
    server: { middlewareMode: true, hmr: false, watch: null, ws: false },
    optimizeDeps: { noDiscovery: true },
  });
  return createServerModuleRunner(server.environments.ssr).import(fileURLToPath(new URL(name, import.meta.url)));
}
