precision highp float;

uniform vec3 uColour;
uniform float uAlpha;
uniform float uPixel;
uniform float uWidth;
uniform float uDash;
uniform vec2 uFade;

in float vAcross;
in float vAlong;
in float vDepth;
out vec4 colour;

void main() {
  float reach = uWidth * uPixel * 0.5;
  float cover = 1.0 - smoothstep(reach - 0.5, reach + 0.6, abs(vAcross));
  if (uDash > 0.0) cover *= step(fract(vAlong / uDash), 0.55);
  /* Warps grow dim with the distance, so that what is near stays readable. */
  float alpha = uAlpha * cover * (1.0 - smoothstep(uFade.x, uFade.y, vDepth));
  if (alpha < 0.004) discard;
  colour = vec4(uColour * alpha, alpha);
}
