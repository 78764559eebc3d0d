precision highp float;

uniform mat4 modelViewMatrix;
uniform mat4 projectionMatrix;
uniform vec2 uResolution;
uniform float uPixel;
uniform float uWidth;
uniform float uBow;

in vec3 position;
in vec3 start;
in vec3 end;

out float vAcross;
out float vAlong;
out float vDepth;

/* A band between two places, as wide on screen wherever it is; tunnels rise above the ground on their way. */
vec3 on(float share) {
  vec3 at = mix(start, end, share);
  at.z += uBow * length(end - start) * share * (1.0 - share) * 4.0;
  return at;
}

void main() {
  float share = position.x;
  vec4 here = modelViewMatrix * vec4(on(share), 1.0);
  vec4 a = projectionMatrix * modelViewMatrix * vec4(on(max(0.0, share - 0.02)), 1.0);
  vec4 b = projectionMatrix * modelViewMatrix * vec4(on(min(1.0, share + 0.02)), 1.0);
  vec2 way = (b.xy / max(0.001, b.w) - a.xy / max(0.001, a.w)) * uResolution;
  vec2 side = length(way) < 0.0001 ? vec2(0.0, 1.0) : normalize(vec2(-way.y, way.x));
  vec4 at = projectionMatrix * here;
  float reach = uWidth * uPixel * 0.5 + 1.0;
  at.xy += side * position.y * reach * 2.0 / uResolution * at.w;
  vAcross = position.y * reach;
  vAlong = share * length(end - start);
  vDepth = -here.z;
  gl_Position = at;
}
