precision highp float;

uniform sampler2D uPalette;
uniform float uTones;
uniform float uGlow;
uniform vec3 uGround;

in vec2 vAt;
flat in vec4 vLook;
in float vFade;
out vec4 colour;

float box(vec2 p, vec2 size) {
  vec2 d = abs(p) - size;
  return length(max(d, 0.0)) + min(max(d.x, d.y), 0.0);
}

/* How far a point lies outside of a shape of radius one; the numbers are those of SHAPES. */
float outside(vec2 p, float shape) {
  if (shape < 1.5) return length(p) - 1.0;
  if (shape < 2.5) return box(p, vec2(0.9));
  if (shape < 3.5) return max(abs(p.x) * 0.866 + (p.y - 0.1) * 0.5 - 0.5, -p.y - 0.8);
  if (shape < 4.5) return (abs(p.x) + abs(p.y) - 1.2) * 0.7071;
  if (shape < 5.5) return min(box(p, vec2(1.1, 0.34)), box(p, vec2(0.34, 1.1)));
  return length(p) - (0.78 + 0.34 * cos(atan(p.x, p.y) * 5.0));
}

void main() {
  float tone = floor(vLook.x * 255.0 + 0.5);
  float shape = floor(vLook.y * 255.0 + 0.5);
  vec3 hue = texture(uPalette, vec2((tone + 0.5) / uTones, 0.5)).rgb;
  float far = outside(vAt, shape);
  float edge = max(0.001, fwidth(far));
  float fill = 1.0 - smoothstep(-edge, edge, far);
  if (shape > 0.5 && shape < 1.5) {
    /* A ring keeps the ground inside, so that lanes end at it. */
    float rim = 1.0 - smoothstep(-edge, edge, abs(far + 0.14) - 0.24);
    float cover = max(rim, fill * 0.9) * vLook.w;
    colour = vec4(mix(uGround, hue, rim) * cover, cover);
  } else {
    colour = vec4(hue, 1.0) * fill * vLook.w;
  }
  float away = length(vAt);
  float glow = uGlow * vLook.w * vFade * exp(-2.6 * max(0.0, away - 0.4)) * (1.0 - smoothstep(2.2, 3.2, away));
  colour.rgb += hue * glow;
  if (colour.a < 0.004 && glow < 0.004) discard;
}
