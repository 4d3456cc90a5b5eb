import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const packageFolder = /^(.*[\\/]node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+))[\\/]/;

/**
 * The error that stops a build if a patch of a package does not fit the installed version; otherwise the site would be built, slow or
 * broken.
 * @param patch The name of the plugin.
 * @param file A file of the package, from which its name and version are read.
 * @param problem What the patch did not find, and what that would cause.
 */
export function unfitPatch(patch: string, file: string, problem: string): Error {
  return new Error(`${patch} does not fit ${packageOf(file)}: ${problem}`);
}

function packageOf(file: string): string {
  const [, folder, name = file] = packageFolder.exec(file.replace(/^\0/, '')) ?? [];
  if (!folder) return name;
  const manifest: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const version = manifest && typeof manifest === 'object' && 'version' in manifest ? String(manifest.version) : '';
  return `${name.replaceAll('\\', '/')} ${version}`;
}
