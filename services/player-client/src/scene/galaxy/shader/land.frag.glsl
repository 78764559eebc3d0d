precision highp float;

uniform sampler2D uLight;
uniform vec3 uZones[4];
uniform vec3 uLand;
uniform vec3 uCoast;
uniform float uTint;
uniform float uCoastAt;
uniform float uFlat;

in vec2 vUv;
out vec4 colour;

/* Known space as lit ground: the light of the zones decides its colour, its edge is the coast. */
void main() {
  vec4 light = texture(uLight, vUv);
  float sum = dot(light, vec4(1.0));
  float edge = max(0.0005, fwidth(sum));
  float inside = smoothstep(uCoastAt - edge, uCoastAt + edge, sum);
  float shore = 1.0 - smoothstep(0.0, edge * 1.6, abs(sum - uCoastAt));
  float most = max(max(light.r, light.g), max(light.b, light.a));
  vec4 rest = light * (1.0 - step(most, light));
  float second = max(max(rest.r, rest.g), max(rest.b, rest.a));
  float lead = most - second;
  float border = (1.0 - smoothstep(0.0, max(0.0005, fwidth(lead)) * 1.4, lead)) * inside * step(0.02, second);
  vec4 weight = light / max(0.001, sum);
  vec3 hue = uZones[0] * weight.r + uZones[1] * weight.g + uZones[2] * weight.b + uZones[3] * weight.a;
  float glow = 1.0 - uFlat;
  /* Brighter along the coast, as a shelf of light, with a haze before it. */
  float shelf = inside * (1.0 - smoothstep(uCoastAt, uCoastAt * 2.6, sum));
  vec3 ground = mix(uLand, hue, (uTint + shelf * 0.14) * glow);
  float haze = glow * smoothstep(uCoastAt * 0.2, uCoastAt, sum) * (1.0 - inside) * 0.16;
  float stroke = max(shore * 0.75, border * 0.55);
  vec3 base = ground * inside + hue * haze;
  colour = vec4(mix(base, mix(uCoast, hue, glow * 0.8), stroke), max(max(inside, haze), stroke));
}
