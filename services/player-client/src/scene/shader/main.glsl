// Order: sky, phenomena behind, sun, moons, planet, rocks before, station;
// then exposure, vignette, grain, and the theme's treatment.

float bayer(vec2 cell) {
  vec2 b = floor(mod(cell, 4.0));
  vec2 fine = mod(b, 2.0);
  vec2 coarse = floor(b / 2.0);
  return (mod(fine.x * 2.0 + fine.y * 3.0, 4.0) * 4.0 + mod(coarse.x * 2.0 + coarse.y * 3.0, 4.0) + 0.5) / 16.0;
}

vec3 compose(vec2 p) {
  vec2 body = uPlanet.z > 0.0 ? uPlanet.xy : vec2(-uSun.x, uSun.y - 0.3) * 0.5;
  vec3 light = normalize(vec3(normalize(uSun.xy - body + vec2(0.0, 0.22)), -0.02));
  vec3 c = sky(uHole.z > 0.0 ? bent(p) : p);
  if (uKind == KIND_NEBULA) c = nebula(p, c);
  if (uKind == KIND_CLUSTER) c += cluster(p);
  if (uHole.z <= 0.0) c += sun(p);
  if (uKind == KIND_RADIATION) c += radiation(p);
  vec3 side = normalize(vec3(light.xy, 0.45));
  if (uKind == KIND_ASTEROIDS) c = farRocks(p, c, side);
  for (int i = 0; i < 3; i++) c = moon(p, c, light, uMoons[i], uMoonTints[i]);
  if (uPlanet.z > 0.0) c = planet(p, c, light);
  if (uHole.z > 0.0) c = blackHole(p, c);
  if (uKind == KIND_ASTEROIDS) c = nearRocks(p, c, side);
  vec4 built = station(p, normalize(vec3(normalize(uSun.xy - uStation.xy), 0.42)));
  return mix(c, built.rgb, built.a);
}

void main() {
  vec2 pixel = gl_FragCoord.xy;
  float cell = uPixel * 2.0;
  bool isDithered = uMode > 0.5 && uMode < 1.5;
  if (isDithered) pixel = (floor(pixel / cell) + 0.5) * cell;
  vec2 p = (pixel - 0.5 * uResolution) / uResolution.y;
  p *= 1.0 - 0.10 * uArrive;

  vec3 c = compose(p);
  c = 1.0 - exp(-c * 1.55);
  c = pow(max(c, 0.0), vec3(0.4545));
  vec2 v = p / vec2(uResolution.x / uResolution.y, 1.0);
  c *= 1.0 - dot(v, v) * 0.38;
  c += (hash21(gl_FragCoord.xy + fract(uTime)) - 0.5) / 160.0;
  c *= 1.0 - uArrive;
  if (uMode > 1.5) {
    c *= 0.62;
  } else if (isDithered) {
    float luminance = pow(dot(c, vec3(0.3, 0.59, 0.11)), 1.15) * 1.25;
    float threshold = bayer(gl_FragCoord.xy / cell) * 0.86 + 0.17;
    c = mix(vec3(0.008, 0.024, 0.016), uInk, step(threshold, luminance * 1.12));
  }
  fragment = vec4(c, 1.0);
}
