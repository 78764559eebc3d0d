precision highp float;

uniform mat4 modelViewMatrix;
uniform mat4 projectionMatrix;
uniform float uPixel;

in vec3 position;
in float size;

out float vLight;

/* Directions, not places: stars are too far to come nearer. */
void main() {
  vec4 at = projectionMatrix * vec4(mat3(modelViewMatrix) * position, 1.0);
  gl_Position = at.xyww;
  gl_PointSize = max(1.3, size * 2.6 * uPixel);
  vLight = 0.16 + size * size * 0.7;
}
