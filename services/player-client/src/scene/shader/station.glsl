// The station: spine, inhabited wheel, docking arms, radiators; ray-marched
// inside its own square, in units of its radius.

const float HULL = 1.0;
const float WHEEL = 2.0;
const float RADIATOR = 3.0;
const float POD = 4.0;

float box(vec3 p, vec3 b) {
  vec3 d = abs(p) - b;
  return length(max(d, 0.0)) + min(max(d.x, max(d.y, d.z)), 0.0);
}

float cylinder(vec3 p, float radius, float height) {
  vec2 d = abs(vec2(length(p.xz), p.y)) - vec2(radius, height);
  return min(max(d.x, d.y), 0.0) + length(max(d, 0.0));
}

float wheel(vec3 p, float radius, vec2 section) {
  vec2 d = abs(vec2(length(p.xz) - radius, p.y)) - section;
  return length(max(d, 0.0)) + min(max(d.x, d.y), 0.0) - 0.012;
}

vec3 pose(vec3 p) {
  p.xy = rotation(-uStationPose.z) * p.xy;
  p.yz = rotation(0.52) * p.yz;
  return p;
}

vec2 nearer(vec2 a, float distance, float material) {
  return distance < a.x ? vec2(distance, material) : a;
}

// Distance and material of the nearest part.
vec2 hull(vec3 p) {
  float spine = cylinder(p - vec3(0.0, -0.04, 0.0), 0.055, 0.86);
  spine = min(spine, cylinder(p - vec3(0.0, 0.50, 0.0), 0.13, 0.10));
  spine = min(spine, cylinder(p - vec3(0.0, 0.70, 0.0), 0.085, 0.05));
  spine = min(spine, cylinder(p, 0.17, 0.085));
  spine = min(spine, cylinder(p - vec3(0.0, -0.42, 0.0), 0.105, 0.13));
  vec2 found = vec2(spine, HULL);

  vec3 w = p;
  w.xz = rotation(uTime * 0.05) * w.xz;
  found = nearer(found, wheel(w, 0.70, vec2(0.062, 0.050)), WHEEL);
  if (uStationPose.x > 1.5) found = nearer(found, wheel(w - vec3(0.0, -0.30, 0.0), 0.46, vec2(0.044, 0.036)), WHEEL);

  // Spokes and pods repeat around the wheel.
  float slice = 6.2831853 / uStationPose.y;
  float angle = mod(atan(w.z, w.x) + slice * 0.5, slice) - slice * 0.5;
  vec3 spoke = vec3(vec2(cos(angle), sin(angle)) * length(w.xz), w.y).xzy;
  found = nearer(found, box(spoke - vec3(0.38, 0.0, 0.0), vec3(0.32, 0.018, 0.018)), HULL);
  found = nearer(found, box(spoke - vec3(0.80, 0.0, 0.0), vec3(0.035, 0.038, 0.075)), POD);

  vec3 r = p - vec3(0.0, -0.66, 0.0);
  r.xz = rotation(0.5) * r.xz;
  found = nearer(found, box(vec3(abs(r.x) - 0.40, r.y, r.z), vec3(0.27, 0.15, 0.006)), RADIATOR);
  found = nearer(found, box(vec3(abs(r.x) - 0.10, r.y, r.z), vec3(0.10, 0.012, 0.012)), HULL);

  vec3 arm = p - vec3(0.0, 0.50, 0.0);
  arm.xz = rotation(-0.7) * arm.xz;
  found = nearer(found, box(arm - vec3(0.30, 0.0, 0.0), vec3(0.20, 0.014, 0.014)), HULL);
  vec3 crate = arm - vec3(0.42, -0.075, 0.0);
  crate.x -= clamp(floor(crate.x / 0.085 + 0.5), -1.0, 1.0) * 0.085;
  found = nearer(found, box(crate, vec3(0.034, 0.045, 0.05)), POD);
  return nearer(found, box(p - vec3(0.0, 0.98, 0.0), vec3(0.008, 0.20, 0.008)), HULL);
}

vec3 hullNormal(vec3 p) {
  vec2 e = vec2(0.0018, 0.0);
  float d = hull(p).x;
  return normalize(vec3(hull(p + e.xyy).x, hull(p + e.yxy).x, hull(p + e.yyx).x) - d);
}

float hullShadow(vec3 p, vec3 normal, vec3 light) {
  float lit = 1.0;
  float t = 0.03;
  for (int i = 0; i < 14; i++) {
    float d = hull(p + normal * 0.006 + light * t).x;
    lit = min(lit, d * 4.9 / t);
    t += clamp(d, 0.02, 0.14);
    if (lit < 0.02 || t > 1.6) break;
  }
  return clamp(lit, 0.0, 1.0);
}

// Colour of a part, and the light it gives off itself.
vec3 hullPaint(vec3 p, float material, out vec3 glow) {
  glow = vec3(0.0);
  vec3 w = p;
  w.xz = rotation(uTime * 0.05) * w.xz;
  float angle = atan(w.z, w.x);
  vec3 albedo = vec3(0.46, 0.47, 0.48);
  if (material == WHEEL) {
    float panel = hash21(vec2(floor(angle * 26.0), floor(w.y * 60.0)));
    albedo *= 0.82 + 0.22 * panel;
    albedo *= 1.0 - 0.4 * smoothstep(0.46, 0.5, abs(fract(angle * 26.0) - 0.5));
    float row = smoothstep(0.016, 0.010, abs(abs(w.y) - 0.022));
    float isLit = step(0.42, hash21(vec2(floor(angle * 62.0), sign(w.y) + 3.0)));
    float pane = isLit * smoothstep(0.42, 0.30, abs(fract(angle * 62.0) - 0.5));
    float radius = length(w.xz);
    glow += vec3(1.0, 0.78, 0.46) * row * pane * smoothstep(0.73, 0.76, radius) * 1.15;
    float inner = step(0.6, hash21(vec2(floor(angle * 48.0), 1.0))) * smoothstep(0.02, 0.0, abs(w.y));
    glow += vec3(0.95, 0.80, 0.55) * smoothstep(0.66, 0.63, radius) * inner * 0.45;
  } else if (material == RADIATOR) {
    albedo = vec3(0.085, 0.10, 0.125);
    albedo *= 1.0 - 0.5 * step(0.90, fract(p.x * 15.0));
    albedo *= 1.0 - 0.35 * step(0.92, fract(p.y * 15.0));
  } else if (material == POD) {
    albedo = mix(vec3(0.40, 0.26, 0.17), vec3(0.30, 0.34, 0.38), step(0.5, hash21(floor(p.xz * 8.0))));
  } else {
    albedo *= 0.78 + 0.3 * hash21(vec2(floor(p.y * 46.0), 2.0));
    float pane = step(0.72, hash21(vec2(floor(p.y * 60.0), floor(atan(p.z, p.x) * 7.0))));
    float radius = length(p.xz);
    glow += vec3(1.0, 0.80, 0.5) * pane * 0.32 * step(0.09, radius) * step(radius, 0.18);
  }
  return albedo;
}

vec4 station(vec2 p, vec3 light) {
  vec2 q = (p - uStation.xy) / uStation.z;
  if (uStation.z <= 0.0 || max(abs(q.x), abs(q.y)) > 1.32) return vec4(0.0);
  vec3 origin = pose(vec3(q * 0.94, 3.2));
  vec3 ray = pose(normalize(vec3(q * 0.05, -1.0)));
  vec3 key = pose(light);
  vec3 fill = pose(normalize(vec3(sign(light.x) * -0.8, -0.3, 0.25)));
  float t = 1.6;
  float near = 1e3;
  vec2 hit = vec2(1.0);
  for (int i = 0; i < 72; i++) {
    hit = hull(origin + ray * t);
    near = min(near, hit.x);
    if (hit.x < 0.0012 || t > 5.2) break;
    t += hit.x * 0.85;
  }
  float px = 1.4 / (uResolution.y * uStation.z);
  float halo = smoothstep(px, 0.0, near);
  if (hit.x > 0.004) return vec4(vec3(0.10, 0.12, 0.14) * halo, halo * 0.6);

  vec3 at = origin + ray * t;
  vec3 normal = hullNormal(at);
  float lit = max(dot(normal, key), 0.0) * hullShadow(at, normal, key);
  float open = clamp(hull(at + normal * 0.06).x / 0.06, 0.0, 1.0);
  vec3 glow;
  vec3 albedo = hullPaint(at, hit.y, glow);
  vec3 sunlight = vec3(1.45, 1.34, 1.18) * mix(vec3(1.0), uSunDisk, 0.6);
  vec3 planetshine = (uPlanet.z > 0.0 ? uAirTint * vec3(0.55, 0.45, 0.35) + vec3(0.02) : vec3(0.06, 0.08, 0.10));
  vec3 c = albedo * (sunlight * lit + planetshine * max(dot(normal, fill), 0.0) + vec3(0.012, 0.017, 0.024));
  c = c * (0.45 + 0.55 * open) * 0.82 + glow * (1.0 - lit * 0.5);
  float blink = smoothstep(0.86, 1.0, sin(uTime * 2.2));
  c += vec3(1.0, 0.22, 0.16) * smoothstep(0.05, 0.0, length(at - vec3(0.0, 1.17, 0.0))) * (0.35 + blink * 1.2);
  return vec4(c, 1.0);
}
