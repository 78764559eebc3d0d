// Three depths of stars over a dust band, then the star of the sector.

vec3 starLayer(vec2 p, float cell, float density, float size, float bright) {
  vec2 grid = p / cell;
  vec2 id = floor(grid) + floor(uSeed * 97.0);
  float present = hash21(id + 9.1);
  if (present > density) return vec3(0.0);
  vec2 offset = (hash22(id) - 0.5) * 0.7;
  float distance = length(fract(grid) - 0.5 - offset) * cell;
  float magnitude = pow(hash21(id + 3.7), 6.0);
  float twinkle = 0.86 + 0.14 * sin(uTime * (0.4 + present * 3.0) + present * 60.0);
  float spot = smoothstep(size * (0.65 + magnitude), 0.0, distance);
  vec3 tint = mix(vec3(1.0, 0.84, 0.70), vec3(0.74, 0.84, 1.0), smoothstep(0.1, 0.8, hash21(id + 5.5)));
  return tint * spot * (0.22 + magnitude * 1.5) * bright * twinkle;
}

vec3 sky(vec2 p) {
  // A small window shows fewer stars, not smaller ones.
  float shrink = min(1.0, uResolution.y / (420.0 * uPixel));
  float px = shrink / uResolution.y;
  p *= shrink;
  bool isVoid = uKind == KIND_VOID;
  bool isCluster = uKind == KIND_CLUSTER;

  vec3 c = vec3(0.0024, 0.0036, 0.0062);
  vec2 q = rotation(0.42 + (uSeed.x - 0.5) * 0.9) * (p + uDrift * 0.004);
  float band = exp(-pow((q.y - 0.10 + uSeed.y * 0.12) * 2.2, 2.0));
  float dust = fbm6(vec3(q * 1.6 + uSeed * 9.0, 2.0));
  float lanes = fbm6(vec3(q * 3.4 + 7.0 + uSeed * 5.0, 5.0));
  float cloud = smoothstep(0.34, 0.82, dust) * band;
  float lane = smoothstep(0.42, 0.72, lanes) * band;
  float amount = isVoid ? 0.12 : 1.0;
  c += vec3(0.0085, 0.0140, 0.0215) * cloud * amount;
  c += vec3(0.0200, 0.0125, 0.0100) * cloud * smoothstep(0.45, 0.8, lanes) * amount;
  c *= 1.0 - 0.62 * lane * smoothstep(0.2, 0.7, dust);

  float density = 0.25 + band * 0.75 * (1.0 - 0.6 * lane);
  if (isVoid) density *= 0.16;
  if (isCluster) density = density * 1.5 + 0.35;
  float many = isVoid ? 0.22 : (isCluster ? 1.9 : 1.0);
  c += starLayer(p + uDrift * 0.002 + uTime * vec2(0.00006, 0.0), 0.012, 0.22 * density + 0.05 * many, px * 1.05, 0.20);
  c += starLayer(p + uDrift * 0.005 + 33.71 + uTime * vec2(0.00012, 0.0), 0.034, 0.24 * many, px * 1.35, 0.55);
  c += starLayer(p + uDrift * 0.010 + 58.37 + uTime * vec2(0.00022, 0.0), 0.12, 0.22 * many, px * 1.9, 1.1);
  return c;
}

vec3 sun(vec2 p) {
  float radius = uSun.z;
  float d = length(p - uSun.xy);
  vec3 c = uSunDisk * smoothstep(radius, radius * 0.76, d) * 1.6;
  c += uSunGlow * exp(-d * 0.375 / radius) * 0.30 + uSunGlow * exp(-d * 6.5) * 0.024;
  vec2 s = abs(p - uSun.xy);
  c += uSunDisk * exp(-s.y * 900.0) * exp(-s.x * 14.0) * 0.10;
  return c;
}
