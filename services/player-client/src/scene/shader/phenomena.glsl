// What makes a sector of its type: clouds, rocks, a cluster, a hot star, a hole.

vec3 nebula(vec2 p, vec3 under) {
  vec3 q = vec3(p * 1.05 + uSeed * 13.0, 1.0) + vec3(uTime * 0.0012, 0.0, uTime * 0.0008);
  vec3 warp = vec3(fbm4(q + 3.0), fbm4(q + 17.0), 0.5) - 0.5;
  float body = fbm6(q * 1.25 + warp * 2.4);
  float ridge = 1.0 - abs(fbm6(q * 2.6 + warp * 3.4 + 9.0) - 0.5) * 5.0;
  float lanes = smoothstep(0.44, 0.66, fbm6(q * 2.1 - warp * 2.0 + 31.0));
  float density = smoothstep(0.36, 0.74, body) * (0.40 + 0.60 * uDensity);
  vec2 away = p - uSun.xy;
  float lit = exp(-dot(away, away) * 1.7);
  float filament = max(ridge, 0.0) * smoothstep(0.34, 0.56, body);
  vec3 cloud = uNebulaBody * (0.30 + body * 0.55) + uNebulaEdge * filament * (0.10 + 0.34 * lit);
  cloud = mix(cloud, cloud * vec3(0.24, 0.22, 0.28), lanes * 0.85);
  return under * (1.0 - 0.7 * density * (0.5 + 0.5 * lanes)) + cloud * density * 0.66;
}

// One depth of rocks in a belt that crosses the window; alpha is coverage.
vec4 rocks(vec2 p, vec3 light, float cell, float size, float share, float drift) {
  vec2 q = rotation(0.24 + uSeed.y * 0.3) * p;
  float belt = exp(-pow((q.y + 0.05 + (uSeed.x - 0.5) * 0.1) * 3.1, 2.0));
  q.x += uTime * drift + cell * 31.0;
  vec2 grid = q / cell;
  vec2 id = floor(grid) + floor(uSeed * 61.0);
  float present = hash21(id + 2.3);
  if (present > share * belt) return vec4(0.0);
  vec2 random = hash22(id + 7.0);
  vec2 o = (fract(grid) - 0.5 - (random - 0.5) * 0.25) * cell;
  float radius = size * (0.35 + 0.65 * random.x * random.x);
  vec3 shape = vec3(rotation(uTime * (random.y - 0.5) * 0.05 + random.x * 6.0) * o / radius, random.y * 20.0);
  float lump = noise3(shape * 1.3) * 0.55 + noise3(shape * 3.1) * 0.2;
  float r = length(o) / radius + lump - 0.34;
  float alpha = smoothstep(1.0, 1.0 - 2.2 / (uResolution.y * radius), r);
  if (alpha <= 0.0) return vec4(0.0);
  vec3 normal = normalize(vec3(o / radius, sqrt(max(0.02, 1.0 - r * r))) + (lump - 0.3) * 0.7);
  float lit = max(dot(normal, light), 0.0);
  float grain = noise3(shape * 7.0);
  vec3 stone = mix(vec3(0.10, 0.090, 0.082), vec3(0.20, 0.172, 0.150), grain);
  vec3 c = stone * (lit * 1.9 + 0.03) + vec3(0.02, 0.03, 0.042) * pow(1.0 - normal.z, 3.0);
  return vec4(c, alpha);
}

vec3 farRocks(vec2 p, vec3 under, vec3 light) {
  vec4 far = rocks(p, light, 0.030, 0.0072, 0.75, 0.00018);
  vec4 middle = rocks(p, light, 0.085, 0.023, 0.60, 0.00032);
  under = mix(under, far.rgb * 0.6, far.a * 0.9);
  return mix(under, middle.rgb, middle.a);
}

vec3 nearRocks(vec2 p, vec3 under, vec3 light) {
  vec4 near = rocks(p + uDrift * 0.012, light, 0.30, 0.078, 0.42, 0.0006);
  return mix(under, near.rgb, near.a);
}

vec3 cluster(vec2 p) {
  vec2 core = vec2(-uSun.x * 0.35, 0.20);
  float d = length(p - core);
  vec3 c = vec3(0.20, 0.28, 0.46) * exp(-d * 5.0) * 0.20;
  for (int i = 0; i < 9; i++) {
    vec2 random = hash22(vec2(float(i) * 1.7, uSeed.x * 40.0 + 2.0));
    vec2 at = core + (random - 0.5) * vec2(0.9, 0.46) * (0.25 + 0.75 * hash21(random * 9.0));
    float r = length(p - at);
    float bright = 0.25 + 0.75 * hash21(random * 31.0);
    vec3 tint = mix(vec3(1.0, 0.86, 0.72), vec3(0.72, 0.84, 1.0), step(0.35, random.x));
    c += tint * (smoothstep(0.0042 * bright + 0.0012, 0.0, r) * 1.5 + exp(-r * 95.0) * 0.24 + exp(-r * 22.0) * 0.035) * bright;
  }
  return c;
}

vec3 radiation(vec2 p) {
  vec2 away = p - uSun.xy;
  float d = length(away);
  vec2 dir = away / max(d, 0.001);
  float rays = noise3(vec3(dir * 9.0, uTime * 0.05 + uSeed.x * 9.0)) * 0.6 + noise3(vec3(dir * 26.0, uTime * 0.08)) * 0.4;
  float front = fbm4(vec3(away * 2.6 - dir * uTime * 0.006, uSeed.y * 7.0));
  float shell = smoothstep(0.42, 0.60, front) * smoothstep(0.80, 0.60, front);
  vec3 c = vec3(0.26, 0.22, 0.07) * exp(-d * 2.6) * (0.35 + rays * 0.75) * 0.22;
  c += vec3(0.15, 0.19, 0.05) * exp(-d * 1.1) * shell * 0.085;
  return c + uSunGlow * exp(-d * 3.2) * 0.05;
}

// Light bent around the hole: where the sky behind it is really seen.
vec2 bent(vec2 p) {
  vec2 d = p - uHole.xy;
  float r2 = max(dot(d, d), uHole.z * uHole.z * 0.25);
  return uHole.xy + d * (1.0 - 2.4 * uHole.z * uHole.z / r2);
}

vec3 diskGlow(vec2 flat_, float radius, float side) {
  float angle = atan(flat_.y, flat_.x);
  float swirl = fbm4(vec3(cos(angle + radius * 1.1 - uTime * 0.10) * radius, sin(angle + radius * 1.1 - uTime * 0.10) * radius, radius * 2.6));
  float body = smoothstep(1.45, 1.95, radius) * smoothstep(4.9, 2.2, radius);
  float heat = 1.0 / (0.35 + radius * radius * 0.34);
  vec3 tint = mix(vec3(1.0, 0.42, 0.16), vec3(1.0, 0.86, 0.68), clamp(heat * 1.5, 0.0, 1.0));
  float doppler = 1.0 + 0.75 * side;
  return tint * body * heat * (0.25 + 1.35 * swirl * swirl) * doppler * 1.7;
}

vec3 blackHole(vec2 p, vec3 under) {
  vec2 d = rotation(-0.16) * (p - uHole.xy) / uHole.z;
  float r = length(d);
  float px = 1.5 / (uResolution.y * uHole.z);
  vec3 c = under * smoothstep(0.98, 1.16, r);
  vec2 flat_ = vec2(d.x, d.y / 0.20);
  float radius = length(flat_);
  float side = clamp(-d.x / max(r, 0.001), -1.0, 1.0);
  vec3 disk = diskGlow(flat_, radius, side);
  float isFront = smoothstep(0.06, -0.06, d.y);
  // The far half is hidden by the shadow, and lifted above it by the bending.
  c += disk * (1.0 - isFront) * smoothstep(1.0, 1.12, r);
  float arc = smoothstep(1.06, 1.22, r) * smoothstep(1.86, 1.36, r);
  float above = smoothstep(-0.35, 0.55, d.y / max(r, 0.001));
  c += diskGlow(d * 1.75, 1.5 + r * 0.55, side) * arc * (0.30 + 0.95 * above);
  c += vec3(1.0, 0.88, 0.72) * smoothstep(0.055 + px, 0.0, abs(r - 1.045)) * (0.55 + 0.35 * side) * 0.9;
  c += disk * isFront;
  c += vec3(1.0, 0.55, 0.26) * exp(-max(r - 1.0, 0.0) * 1.15) * 0.03 * smoothstep(0.98, 1.1, r);
  return c;
}
