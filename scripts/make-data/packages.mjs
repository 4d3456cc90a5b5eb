/** Packages come through the ordinary npm, apt and pip clients, into a temporary folder, at fixed versions. */
import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Installs an npm package below `workshop`; returns its folder. */
export function npmPackage(workshop, name, version) {
  // One folder per package: npm prunes what an earlier --no-save install left.
  const home = join(workshop, name.replaceAll('/', '-'));
  const flags = ['--prefix', home, '--no-save', '--no-audit', '--no-fund', '--ignore-scripts'];
  mkdirSync(home, { recursive: true });
  execFileSync('npm', ['install', ...flags, `${name}@${version}`], { stdio: ['ignore', 'ignore', 'inherit'] });
  return join(home, 'node_modules', name);
}

/** Unpacks a Debian package below `workshop` without installing it; returns the folder that corresponds to `/`. */
export function debianPackage(workshop, name) {
  const home = join(workshop, `debian-${name}`);
  mkdirSync(home, { recursive: true });
  execFileSync('apt-get', ['download', name], { cwd: home, stdio: ['ignore', 'ignore', 'ignore'] });
  const archive = readdirSync(home).find((file) => file.endsWith('.deb'));
  if (!archive) throw new Error(`apt-get download ${name} left no package`);
  execFileSync('dpkg', ['-x', join(home, archive), join(home, 'root')]);
  return join(home, 'root');
}

/** Unpacks a wheel of PyPI below `workshop` without installing it; returns its folder. It is the same wheel on every machine. */
export function pythonWheel(workshop, name, version) {
  const home = join(workshop, `wheel-${name}`);
  mkdirSync(home, { recursive: true });
  const platform = ['--python-version', '3.11', '--platform', 'manylinux2014_x86_64', '--only-binary', ':all:'];
  execFileSync('python3', ['-m', 'pip', 'download', '--quiet', '--no-deps', ...platform, `${name}==${version}`], {
    cwd: home,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const archive = readdirSync(home).find((file) => file.endsWith('.whl'));
  if (!archive) throw new Error(`pip download ${name} left no wheel`);
  execFileSync('python3', ['-m', 'zipfile', '-e', join(home, archive), join(home, 'root')]);
  return join(home, 'root');
}

/**
 * The tools that the makers share: decoders for JPEG and PNG, and a compressor, all in plain JavaScript or wasm, so that every machine
 * makes the same bytes.
 */
export async function installTools(workshop) {
  const jpeg = createRequire(import.meta.url)(npmPackage(workshop, 'jpeg-js', '0.4.4'));
  const { PNG } = createRequire(import.meta.url)(npmPackage(workshop, 'pngjs', '7.0.0'));
  const zopfli = createRequire(import.meta.url)(npmPackage(workshop, '@gfx/zopfli', '1.0.15'));
  return {
    decodeJpeg: (bytes) => jpeg.decode(bytes, { useTArray: true, formatAsRGBA: false }),
    decodePng: (bytes) => PNG.sync.read(bytes),
    gzip: zopfli.gzipAsync,
  };
}
