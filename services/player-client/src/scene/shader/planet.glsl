// Surface, clouds, terminator and rim of the large body, and the small ones.

vec3 surfaceAlbedo(vec3 s, vec3 light, out float wet, out float height) {
  float warp = fbm4(s * 2.1 + 11.0);
  float detail = fbm6(s * 7.0 + 3.0);
  if (uBands > 0.5) {
    float flow = s.y * 5.2 + (fbm4(vec3(s.x * 1.2, s.y * 6.0, s.z * 1.2)) - 0.5) * 1.5;
    float band = fbm4(vec3(flow, warp * 0.5, 3.0));
    float storm = smoothstep(0.62, 0.78, fbm4(vec3(s.x * 2.4, s.y * 7.0, s.z * 2.4) + 5.0));
    wet = 0.0;
    height = 0.0;
    vec3 c = mix(uSoilHigh, uSoilLow, smoothstep(0.34, 0.60, band));
    c = mix(c, uPeak, smoothstep(0.52, 0.70, band) * 0.8);
    return mix(c, uPeak * 1.1, storm * 0.35) * (0.88 + 0.24 * detail);
  }
  float land = fbm6(s * 1.55 + warp * 0.55);
  float coast = smoothstep(uSeaLevel - 0.008, uSeaLevel + 0.007, land + (detail - 0.5) * 0.09);
  vec3 sea = mix(uSeaDeep, uSeaShallow, smoothstep(uSeaLevel - 0.145, uSeaLevel - 0.005, land));
  vec3 soil = mix(uSoilLow, uSoilHigh, smoothstep(0.35, 0.7, detail));
  soil = mix(soil, uPeak, smoothstep(0.56, 0.68, land) * 0.8);
  float latitude = abs(s.y + (detail - 0.5) * 0.22);
  float ice = smoothstep(uIceLine - 0.03, uIceLine + 0.03, latitude);
  wet = (1.0 - coast) * (1.0 - ice);
  // Relief: the slope of the height field towards the light.
  height = (fbm6(s * 7.0 + 3.0 + light * 0.05) - detail) * coast;
  return mix(mix(sea, soil, coast), uIce, ice);
}

vec3 planet(vec2 p, vec3 under, vec3 light) {
  vec2 q = (p - uPlanet.xy) / uPlanet.z;
  float r = length(q);
  vec3 col = under;
  if (r < 1.0) {
    vec3 normal = vec3(q, sqrt(1.0 - r * r));
    vec3 s = normal;
    s.xy = rotation(0.36) * s.xy;
    s.xz = rotation(uPlanet.w + uTime * 0.0045) * s.xz;
    vec3 place = s + vec3(uSeed.x * 4.0, 0.0, uSeed.y * 4.0);
    float wet;
    float relief;
    vec3 albedo = surfaceAlbedo(vec3(place.x, s.y, place.z), light, wet, relief);

    vec3 air = s;
    air.xz = rotation(uTime * 0.003 + 0.6) * air.xz;
    float swirl = fbm4(air * vec3(1.4, 2.2, 1.4) + 4.0 + uSeed.x);
    vec3 flow = air * vec3(2.2, 4.6, 2.2) + vec3(swirl * 2.1, swirl * 0.9, uSeed.y * 3.0);
    float cloud = smoothstep(0.50, 0.74, fbm6(flow)) * 0.92 * min(1.0, uClouds);
    float shadow = smoothstep(0.50, 0.74, fbm6(flow + light * 0.06)) * 0.5 * uClouds;

    float facing = dot(normal, light);
    float day = smoothstep(-0.10, 0.34, facing) * (0.30 + 0.70 * clamp(facing + 0.15, 0.0, 1.0));
    vec3 lit = albedo * (1.0 - shadow * 0.55) * (1.0 - relief * 5.0);
    lit = mix(lit, vec3(0.46, 0.49, 0.52), cloud) * day * 1.55 * uSunDisk;
    vec3 halfway = normalize(light + vec3(0.0, 0.0, 1.0));
    lit += uSunGlow * pow(max(dot(normal, halfway), 0.0), 42.0) * wet * (1.0 - cloud) * 0.28 * smoothstep(0.0, 0.2, facing);
    // Dusk at the terminator, then air that thickens to the limb where the sun reaches it.
    vec3 dusk = mix(vec3(1.0), vec3(1.25, 0.72, 0.45), min(1.0, 0.15 + uAir));
    lit *= mix(dusk, vec3(1.0), smoothstep(0.0, 0.30, facing));
    float limb = 1.0 - normal.z;
    float reach = smoothstep(-0.22, 0.45, facing) * uAir;
    lit = mix(lit, uAirTint * 0.7, pow(limb, 2.6) * 0.75 * reach);
    lit += uAirTint * pow(limb, 5.0) * reach * 0.8;
    lit += albedo * vec3(0.010, 0.016, 0.026) + vec3(0.0010, 0.0020, 0.0036) * (1.0 - normal.z * 0.6);
    float crack = smoothstep(0.030, 0.0, abs(fbm6(place * 2.6 + 8.0) - 0.5)) * smoothstep(0.45, 0.62, fbm4(place * 1.4 + 2.0));
    lit += vec3(1.0, 0.26, 0.06) * crack * uLava * (1.0 - 0.75 * day) * 0.7;

    col = mix(col, lit, smoothstep(1.0, 1.0 - 1.6 / (uResolution.y * uPlanet.z), r));
  }
  // The rim light outside the limb: the only saturated thing in the window.
  float outside = r - 1.0;
  if (outside > -0.004) {
    float side = dot(normalize(q), normalize(light.xy));
    float reach = smoothstep(-0.45, 0.85, side);
    float density = exp(-max(outside, 0.0) * 42.0) * 0.50 + exp(-max(outside, 0.0) * 11.0) * 0.045;
    vec3 tint = mix(vec3(0.62, 0.34, 0.22), uAirTint * 1.25 + vec3(0.05), smoothstep(-0.25, 0.35, side));
    col += tint * density * reach * reach * smoothstep(-0.004, 0.004, outside) * (0.25 + 0.75 * uAir);
  }
  return col;
}

vec3 moon(vec2 p, vec3 under, vec3 light, vec3 at, vec3 tint) {
  if (at.z <= 0.0) return under;
  vec2 q = (p - at.xy) / at.z;
  float r2 = dot(q, q);
  if (r2 > 1.1) return under;
  vec3 normal = vec3(q, sqrt(max(0.0, 1.0 - r2)));
  float edge = smoothstep(1.0, 1.0 - 3.0 / (uResolution.y * at.z), sqrt(r2));
  float ground = fbm6(normal * 3.2 + 2.0 + at.x * 7.0);
  vec3 c = mix(tint * 0.75, tint * 1.9, smoothstep(0.3, 0.65, ground));
  c = c * smoothstep(-0.02, 0.5, dot(normal, light)) * 1.1 + 0.0015;
  return mix(under, c, edge);
}
