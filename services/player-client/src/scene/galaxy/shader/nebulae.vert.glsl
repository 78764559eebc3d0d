precision highp float;

uniform mat4 modelViewMatrix;
uniform mat4 projectionMatrix;

in vec3 position;
in vec4 place;
in vec3 hue;

out vec2 vAt;
out vec3 vHue;

/* A cloud lies flat over the sectors it holds, a little above the ground. */
void main() {
  vAt = position.xy;
  vHue = hue;
  vec3 at = place.xyz + vec3(position.xy * place.w, 0.0);
  gl_Position = projectionMatrix * modelViewMatrix * vec4(at, 1.0);
}
