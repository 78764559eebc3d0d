precision highp float;

uniform mat4 modelViewMatrix;
uniform mat4 projectionMatrix;
uniform vec2 uResolution;
uniform float uPixel;
uniform float uLane;

in vec3 position;
in vec3 place;
in vec4 look;

out vec2 vAt;
flat out vec4 vLook;
out float vFade;

/* A square that always faces the eye; look holds tone, shape, radius and opacity as bytes. */
void main() {
  vec4 middle = modelViewMatrix * vec4(place, 1.0);
  vec4 at = projectionMatrix * middle;
  float near = clamp(uLane / max(1.0, -middle.z), 0.0, 1.0);
  /* From afar signs shrink with the lanes, near they keep their size. */
  float size = look.z * 25.5 * mix(0.6, 1.7, smoothstep(0.006, 0.08, near)) * uPixel;
  vAt = position.xy * 3.2;
  vLook = look;
  vFade = smoothstep(0.004, 0.03, near);
  at.xy += vAt * size * 2.0 / uResolution * at.w;
  gl_Position = at;
}
