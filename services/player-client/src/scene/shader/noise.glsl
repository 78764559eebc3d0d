// Hashes and value noise. No textures: the picture costs one draw call and no download.

float hash21(vec2 p) {
  p = fract(p * vec2(123.34, 456.21));
  p += dot(p, p + 45.32);
  return fract(p.x * p.y);
}

vec2 hash22(vec2 p) {
  float n = hash21(p);
  return vec2(n, hash21(p + n + 17.3));
}

float hash31(vec3 p) {
  p = fract(p * 0.3183099 + 0.1);
  p *= 17.0;
  return fract(p.x * p.y * p.z * (p.x + p.y + p.z));
}

float noise3(vec3 x) {
  vec3 i = floor(x);
  vec3 f = fract(x);
  f = f * f * f * (f * (f * 6.0 - 15.0) + 10.0);
  vec4 near = vec4(
    hash31(i), hash31(i + vec3(1, 0, 0)),
    hash31(i + vec3(0, 1, 0)), hash31(i + vec3(1, 1, 0)));
  vec4 far = vec4(
    hash31(i + vec3(0, 0, 1)), hash31(i + vec3(1, 0, 1)),
    hash31(i + vec3(0, 1, 1)), hash31(i + vec3(1, 1, 1)));
  vec4 layer = mix(near, far, f.z);
  vec2 row = mix(layer.xz, layer.yw, f.x);
  return mix(row.x, row.y, f.y);
}

float fbm6(vec3 p) {
  float weight = 0.5;
  float sum = 0.0;
  for (int octave = 0; octave < 6; octave++) {
    sum += weight * noise3(p);
    p = p * 2.03 + vec3(3.1, 1.7, 5.2);
    weight *= 0.5;
  }
  return sum;
}

float fbm4(vec3 p) {
  float weight = 0.5;
  float sum = 0.0;
  for (int octave = 0; octave < 4; octave++) {
    sum += weight * noise3(p);
    p = p * 2.07 + 4.7;
    weight *= 0.5;
  }
  return sum;
}

mat2 rotation(float angle) {
  float c = cos(angle);
  float s = sin(angle);
  return mat2(c, -s, s, c);
}
