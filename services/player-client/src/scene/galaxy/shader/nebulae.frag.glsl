precision highp float;

uniform float uAlpha;

in vec2 vAt;
in vec3 vHue;
out vec4 colour;

float swirl(vec2 p) {
  return sin(p.x * 5.1 + sin(p.y * 4.3)) * sin(p.y * 6.2 + sin(p.x * 3.7)) * 0.5 + 0.5;
}

void main() {
  float body = pow(max(0.0, 1.0 - length(vAt)), 1.4);
  float alpha = uAlpha * body * (0.55 + 0.45 * swirl(vAt * 1.7 + vHue.xy * 3.0));
  if (alpha < 0.003) discard;
  colour = vec4(vHue * alpha, alpha * 0.5);
}
