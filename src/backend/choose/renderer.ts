/** Names by which browsers report a graphics card that is really software on the processor. */
const software = /swiftshader|llvmpipe|softpipe|software|basic render|microsoft basic|warp|lavapipe|mesa offscreen/i;

/** True where a WebGL or WebGPU renderer of that name is a software rasterizer: slower than wasm at everything we do. */
export function isSoftwareRenderer(name: string): boolean {
  return software.test(name);
}

/** The name of the graphics card behind WebGL, or nothing where WebGL is missing or refused. Works in a worker. */
export function webglRenderer(): string | undefined {
  if (typeof OffscreenCanvas === 'undefined') return undefined;
  const context = new OffscreenCanvas(1, 1).getContext('webgl2', { failIfMajorPerformanceCaveat: true });
  if (!context) return undefined;
  const names = context.getExtension('WEBGL_debug_renderer_info');
  const name = String(context.getParameter(names ? names.UNMASKED_RENDERER_WEBGL : context.RENDERER));
  context.getExtension('WEBGL_lose_context')?.loseContext();
  return name;
}
