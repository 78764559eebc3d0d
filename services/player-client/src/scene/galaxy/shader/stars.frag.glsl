precision highp float;

uniform vec3 uColour;
uniform float uAlpha;

in float vLight;
out vec4 colour;

void main() {
  float alpha = (1.0 - smoothstep(0.2, 0.5, length(gl_PointCoord - 0.5))) * vLight * uAlpha;
  colour = vec4(uColour * alpha, alpha);
}
