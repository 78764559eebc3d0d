/** What this device can draw: nothing, one still frame in software, or motion. */
export type WebglSupport = 'none' | 'still' | 'full';

const SOFTWARE = /swiftshader|llvmpipe|software|basic render/i;

let known: WebglSupport | undefined;

/**
 * Looks once. A software renderer draws the picture, but each frame would cost
 * the processor what the game needs: it gets one frame. Data saving counts as
 * no 3D, since the picture's code would have to be loaded.
 */
export function webglSupport(): WebglSupport {
  known ??= look();
  return known;
}

function look(): WebglSupport {
  const connection = 'connection' in navigator ? navigator.connection : undefined;
  if (connection instanceof Object && 'saveData' in connection && connection.saveData === true) return 'none';
  const context = document.createElement('canvas').getContext('webgl2');
  if (context === null) return 'none';
  const info = context.getExtension('WEBGL_debug_renderer_info');
  const renderer = String(context.getParameter(info?.UNMASKED_RENDERER_WEBGL ?? context.RENDERER));
  context.getExtension('WEBGL_lose_context')?.loseContext();
  return SOFTWARE.test(renderer) ? 'still' : 'full';
}
